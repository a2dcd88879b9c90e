import type { Attribute } from './attribute.ts'
import type { LightElement, LightNode } from './node.ts'

const VOID = new Set([
  'area',
  'base',
  'basefont',
  'bgsound',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'keygen',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const RAW = new Set(['style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

/** The HTML fragment serialization algorithm (HTML Standard, 13.3) over the light document. */
export function serialize(parent: LightElement): string {
  let html = ''
  for (let child: LightNode | null = parent.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) html += textIn(parent.localName, child.data)
    else html += `${startTag(child.localName, child.attrs)}${serialize(child)}${endTag(child.localName)}`
  }
  return html
}

export function startTag(name: string, attrs: readonly Attribute[]): string {
  let open = `<${name}`
  for (const { name, value } of attrs) open += ` ${name}="${escapeValue(value)}"`
  return `${open}>`
}

export function endTag(name: string): string {
  return VOID.has(name) ? '' : `</${name}>`
}

/** Text as it stands in an element of that name. */
export function textIn(name: string, text: string): string {
  return RAW.has(name) ? text : escapeText(text)
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
}

function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, (char) => ENTITY[char]!) : text
}

function escapeValue(value: string): string {
  return /[&"<>\u00a0]/.test(value) ? value.replace(/[&"<>\u00a0]/g, (char) => ENTITY[char]!) : value
}
