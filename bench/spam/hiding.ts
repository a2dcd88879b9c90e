/** One way to put text into a page that its readers do not see: around the text, and what goes into the head. */
export interface Hiding {
  readonly wrap: (html: string) => string
  readonly css?: string
}

const style = (css: string): Hiding => ({ wrap: (html) => `<div style="${css}">${html}</div>` })
const byClass = (css: string): Hiding => ({
  wrap: (html) => `<div class="qx7 mod">${html}</div>`,
  css: `body{margin:0} .qx7{${css}} @media print{.mod{color:#000}}`,
})

export const HIDINGS: Readonly<Record<string, Hiding>> = {
  'display none': style('display:none'),
  'visibility hidden': style('visibility: hidden'),
  'hidden attribute': { wrap: (html) => `<div hidden>${html}</div>` },
  'aria-hidden': { wrap: (html) => `<div aria-hidden="true">${html}</div>` },
  'opacity 0': style('opacity:0'),
  'off screen left': style('position:absolute;left:-9999px'),
  'off screen top': style('position: fixed; top: -3000px'),
  'text indent': style('text-indent:-9999px'),
  'font size 0': style('font-size:0'),
  'font size 1px': style('font-size:1px'),
  'zero box': style('height:0;width:0;overflow:hidden'),
  'zero max-height': style('max-height:0; overflow: hidden'),
  'clip rect': style('position:absolute;clip:rect(0,0,0,0)'),
  'clip path': style('clip-path: inset(100%)'),
  'scale 0': style('transform:scale(0)'),
  'white on white': style('color:#fff;background:#ffffff'),
  'white on the body': {
    wrap: (html) => `<div style="color:white">${html}</div>`,
    css: 'body{background-color:#fff}',
  },
  transparent: style('color: rgba(0,0,0,0)'),
  'class: display none': byClass('display:none'),
  'class: off screen': byClass('position:absolute;left:-5000em'),
  'class: opacity': byClass('opacity:0.0'),
  'class: font size': byClass('font-size:0px'),
  'class: zero box': byClass('height:1px;overflow:hidden'),
  'class: colour': byClass('color:#FFF;background-color:rgb(255,255,255)'),
  'id rule': { wrap: (html) => `<div id="z9">${html}</div>`, css: '#z9,#z10{visibility:hidden!important}' },
  'nested rule': {
    wrap: (html) => `<div class="z8"><span>${html}</span></div>`,
    css: '.z8 > span{display:none}',
  },
  comment: { wrap: (html) => `<!-- ${html.replaceAll('--', '')} -->` },
  noscript: { wrap: (html) => `<noscript>${html}</noscript>` },
  template: { wrap: (html) => `<template>${html}</template>` },
  'zero-size details': {
    wrap: (html) => `<div style="display:block;width:0px;height:0px;overflow:hidden">${html}</div>`,
  },
}
