import { COLOURS } from './style-colours.ts'
import { PLAYGROUND } from './style-playground.ts'
import { READING } from './style-reading.ts'

/** Frame, list and dialogs; colours and the text being read have files of their own. */
const FRAME = `
*, ::before, ::after { box-sizing: border-box }
html { height: 100%; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100% }
body { margin: 0; height: 100dvh; display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr) }
h1, h2, p, dl, dd, ul, fieldset { margin: 0; padding: 0 }
ul { list-style: none }
button, input, select, textarea { font: inherit; color: inherit }
[hidden] { display: none !important }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: 12px; top: -60px; padding: 8px 14px; background: var(--accent); color: var(--on-accent); border-radius: 8px; z-index: 9 }
.skip:focus { top: 8px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
button { border: 1px solid var(--line); background: var(--surface); border-radius: 8px; padding: 6px 12px; min-height: 34px; cursor: pointer }
button:hover { border-color: var(--muted) }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
.bar { display: flex; align-items: center; gap: 8px 24px; padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--surface) }
.bar h1 { font-size: 16px; font-weight: 650; letter-spacing: -.01em }
.bar h1 span { font-weight: 400; color: var(--muted) }
#counts { color: var(--muted); font-variant-numeric: tabular-nums }
.tools { margin-left: auto; display: flex; gap: 8px }
#flip-count { font-weight: 600; color: var(--accent); margin-left: 6px }
#theme, #open-help { width: 34px; padding: 0 }
.tabs { display: none }
.panes { display: grid; grid-template-columns: 340px minmax(0, 1.25fr) minmax(0, 1fr); min-height: 0; grid-row: 3 }
.pane { min-height: 0; min-width: 0; border-right: 1px solid var(--line) }
.pane:last-child { border-right: 0 }
.panes.two { grid-template-columns: 340px minmax(0, 1fr) }
.pages, .result { display: flex; flex-direction: column; background: var(--surface) }
.filters { padding: 16px; border-bottom: 1px solid var(--line) }
#search { width: 100%; padding: 8px 12px; border: 1px solid var(--field); border-radius: 8px; background: var(--paper) }
#search::placeholder { color: var(--muted); opacity: 1 }
.selects { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 12px; margin-top: 12px }
.selects label { font-size: 12px; color: var(--muted); min-width: 0 }
.selects select { width: 100%; margin-top: 2px; padding: 5px 6px; border: 1px solid var(--field); border-radius: 7px; background: var(--paper); color: var(--ink); font-size: 13px }
.selects .wide { grid-column: 1 / -1 }
.steps { display: inline-flex; gap: 6px }
.found { display: flex; align-items: center; justify-content: space-between; min-height: 28px; margin-top: 10px; font-size: 13px; color: var(--muted) }
.found button { padding: 2px 10px; min-height: 28px; font-size: 13px; color: var(--ink) }
.list { flex: 1; min-height: 0; overflow-y: auto; contain: strict }
.list:focus-visible { outline-offset: -2px }
#page-rows { position: relative }
.row-page { position: absolute; inset: 0 0 auto; height: 76px; padding: 10px 16px; border-bottom: 1px solid var(--line); border-left: 3px solid transparent; cursor: pointer; display: flex; flex-direction: column; gap: 1px }
.row-page:hover { background: var(--hover) }
.row-page[aria-selected=true] { background: var(--hover); border-left-color: var(--accent) }
.row-page > span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.row-page .name { font-weight: 550; unicode-bidi: plaintext }
.row-page .facts { font-size: 12.5px; color: var(--muted); display: flex; gap: 8px; align-items: baseline }
.row-page .facts > span { overflow: hidden; text-overflow: ellipsis }
.row-page .id { font: 11.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--muted); direction: ltr }
.status { font-weight: 600; color: var(--good) }
.status[data-status=rejected] { color: var(--warn) }
.status[data-status=failed] { color: var(--bad) }
.flips { color: var(--accent); margin-left: auto }
dialog { border: 1px solid var(--line); border-radius: 14px; padding: 28px; width: min(720px, calc(100vw - 32px)); max-height: calc(100dvh - 32px); background: var(--surface); color: var(--ink); box-shadow: 0 24px 80px rgb(0 0 0 / .28) }
dialog::backdrop { background: rgb(0 0 0 / .38) }
dialog h2 { font-size: 19px; letter-spacing: -.01em; margin-bottom: 6px }
dialog form { display: grid; gap: 12px; margin: 16px 0 }
dialog label { font-size: 13px; color: var(--muted) }
dialog input { display: block; width: 100%; margin-top: 4px; padding: 8px 12px; border: 1px solid var(--field); border-radius: 8px; background: var(--paper); color: var(--ink); font-size: 15px }
dialog input::placeholder { color: var(--muted); opacity: 1 }
#want-text { width: 100%; height: min(46dvh, 420px); padding: 14px 16px; border: 1px solid var(--field); border-radius: 10px; background: var(--paper); font: 13px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre; overflow: auto; resize: vertical }
#want-hint, #want-said { color: var(--muted); max-width: 62ch }
#want-said { min-height: 1.5em; margin-top: 10px }
dialog .row { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 14px }
#help { width: min(480px, calc(100vw - 32px)) }
#help dl { display: grid; gap: 10px; margin: 16px 0 8px }
#help dl div { display: grid; grid-template-columns: 96px 1fr; align-items: baseline }
kbd { display: inline-block; min-width: 26px; padding: 1px 7px; border: 1px solid var(--field); border-bottom-width: 2px; border-radius: 6px; background: var(--paper); font: 12.5px/1.6 ui-monospace, Menlo, Consolas, monospace; text-align: center }
@media (max-width: 1180px) {
  .panes, .panes.two { grid-template-columns: 300px minmax(0, 1fr) }
  .panes[data-view=article] .source, .panes:not([data-view=article]) .result { display: none }
  .tabs { display: flex; gap: 6px; padding: 8px 24px; border-bottom: 1px solid var(--line); background: var(--surface); grid-row: 2 }
  .tabs button { border-color: transparent; color: var(--muted) }
  .tabs button[aria-pressed=true] { background: var(--hover); color: var(--ink); font-weight: 600 }
}
@media (min-width: 781px) and (max-width: 1180px) { .tabs [data-view=pages] { display: none } }
@media (max-width: 780px) {
  .panes, .panes.two { grid-template-columns: minmax(0, 1fr) }
  .panes .pane { display: none; border: 0 }
  .panes[data-view=pages] .pages, .panes[data-view=source] .source, .panes[data-view=article] .result { display: flex }
  .bar { padding: 10px 16px; flex-wrap: wrap }
  .bar h1 span { display: none }
  #counts { order: 9; width: 100%; font-size: 13px }
  .tabs { padding: 8px 12px }
  .tabs button { flex: 1; min-height: 42px }
  #open-want { padding: 6px 10px }
}
@media (prefers-reduced-motion: no-preference) { .chevron { transition: rotate .12s } }
@media (forced-colors: active) { .row-page[aria-selected=true], .tree [aria-selected=true] { outline: 2px solid Highlight } }
`

export const STYLE = `${COLOURS}${FRAME}${READING}${PLAYGROUND}`
