import { METADATA_ROLES, type Role } from '../core/role.ts'

/** What only the playground has: the field to paste into, the panel of rules, and the result as text. */
const PLAYGROUND = `
.give { border-bottom: 1px solid var(--line); padding: 0 16px }
.give summary { padding: 12px 0; cursor: pointer; font-weight: 550 }
.give summary span { font-weight: 400; color: var(--muted) }
.give[open] { padding-bottom: 14px }
.give .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px }
.give .selects { margin-top: 10px }
#paste { width: 100%; padding: 10px 12px; border: 1px solid var(--field); border-radius: 8px; background: var(--paper); font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; resize: vertical }
#paste::placeholder, .give input::placeholder { color: var(--muted); opacity: 1 }
.selects input { width: 100%; margin-top: 2px; padding: 5px 8px; border: 1px solid var(--field); border-radius: 7px; background: var(--paper); color: var(--ink); font-size: 13px }
.rules { max-height: 30dvh; overflow-y: auto; margin-top: 10px; border: 1px solid var(--line); border-radius: 8px; outline-offset: -2px }
.rules label { display: flex; align-items: baseline; gap: 8px; padding: 4px 10px; font-size: 13px; cursor: pointer }
.rules label:hover { background: var(--hover) }
.rules small { color: var(--muted) }
.rules .seen { margin-left: auto; font-weight: 550; font-variant-numeric: tabular-nums; color: var(--accent) }
.against { font-size: 13px; max-height: 24dvh; overflow-y: auto }
.against p { margin-top: 10px; color: var(--muted) }
.against li { padding: 3px 0 3px 8px; margin-top: 4px; border-left: 3px solid var(--for); overflow-wrap: anywhere; unicode-bidi: plaintext }
.against .lost { border-left-color: var(--against) }
.against small { display: block; color: var(--muted) }
.took { padding: 6px 16px; font-size: 13px; color: var(--muted) }
.took:empty { display: none }
.pages:has(> .give) { overflow-y: auto }
.pages:has(> .give) .list { min-height: 240px }
.views { display: flex; flex-wrap: wrap; gap: 6px; padding: 12px 32px; border-bottom: 1px solid var(--line) }
.views > button { border-color: transparent; color: var(--muted) }
.views > button[aria-pressed=true] { background: var(--hover); color: var(--ink); font-weight: 600 }
.take { margin-left: auto; display: inline-flex; gap: 6px }
.written { flex: 1; min-height: 0; margin: 0; overflow: auto; padding: 20px 32px 48px; font: 13px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; outline-offset: -2px }
@media (max-width: 780px) { .views { padding: 8px 16px } .written { padding: 16px } }
`

/** The source, the verdict and the article: what is read. */
const READING = `
.source { display: flex; flex-direction: column }
.page-head { padding: 20px 32px 14px; border-bottom: 1px solid var(--line) }
.page-head h2 { font-size: 19px; line-height: 1.3; letter-spacing: -.01em; overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; unicode-bidi: plaintext }
.page-head .id { font: 12px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--muted); overflow-wrap: anywhere; margin-top: 4px; max-height: 4.8em; overflow: hidden }
.page-head .reason { margin-top: 8px; color: var(--warn); overflow-wrap: anywhere; max-height: 6em; overflow: auto }
.tree { flex: 1; min-height: 0; overflow-y: auto; padding: 18px 32px 40px; outline-offset: -2px; scroll-padding: 24px }
.tree, .text { font: 17px/1.62 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", "Noto Serif CJK SC", serif }
.block { position: relative; padding: 6px 12px; margin: 0 -12px 4px; border-radius: 8px; cursor: pointer; content-visibility: auto; contain-intrinsic-size: auto 40px }
.block .words { display: block; max-width: 66ch; overflow-wrap: anywhere; unicode-bidi: plaintext }
.block[data-kind=heading] .words { font-weight: 700; font-size: 1.08em; line-height: 1.35 }
.block[data-kind=item] .words { padding-inline-start: 1.1em }
.block[data-kind=item] .words::before { content: "•"; margin-inline-start: -1em; display: inline-block; width: 1em; color: var(--muted) }
.block[data-kind=quote] .words { padding-inline-start: 1em; border-inline-start: 2px solid var(--line) }
.block[data-kind=code] .words { font: 13.5px/1.55 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre-wrap }
.block:hover, li > .run-head:hover { background: var(--hover) }
.tree [role=treeitem]:focus { outline: none }
.block[aria-selected=true], .run[aria-selected=true] > .run-head, .whole[aria-selected=true] > .run-head { outline: 2px solid var(--accent); outline-offset: -2px }
.block[data-kept=false] { font: 14.5px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); border-radius: 3px 8px 8px 3px; border-left: 3px solid oklch(var(--bar-l) calc(.12 * var(--c)) var(--h)); background: color-mix(in oklab, oklch(var(--tint-l) calc(var(--tint-c) * var(--c)) var(--h)) 62%, var(--paper)); display: flex; gap: 4px 12px; justify-content: space-between; align-items: baseline; flex-wrap: wrap; margin: 0 0 3px }
.block[data-kept=false] .words { flex: 1 1 260px; font-size: inherit }
.block[data-sought=true] .words { text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 4px }
.block[data-flipped=true] { box-shadow: 0 0 0 1.5px var(--accent) inset }
.block[data-flipped=true][data-kept=true] .words { text-decoration: line-through; text-decoration-thickness: 1px }
.marks { display: inline-flex; gap: 6px }
.chip { display: inline-block; padding: 1px 8px; border-radius: 99px; font: 550 12px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; white-space: nowrap; color: oklch(var(--chip-l) calc(.11 * var(--c)) var(--h)); background: oklch(var(--tint-l) calc(var(--tint-c) * var(--c)) var(--h)); border: 1px solid oklch(var(--bar-l) calc(.09 * var(--c)) var(--h) / .45) }
.chip.kept { color: var(--good); background: none; border: 1px solid currentColor }
.chip.flipped { color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent) }
.run { margin: 6px 0 10px }
.run-head { display: flex; align-items: center; gap: 6px; padding: 5px 12px 5px 10px; border: 1px dashed var(--line); border-left: 3px solid oklch(var(--bar-l) calc(.12 * var(--c)) var(--h)); border-radius: 3px 8px 8px 3px; cursor: pointer; font: 13px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--muted); min-height: 34px }
.run-head::before { content: "›"; font-size: 17px; line-height: 1; width: .7em; text-align: center; color: var(--muted); rotate: 0deg }
[aria-expanded=true] > .run-head::before { rotate: 90deg }
.whole { margin: 6px 0 10px }
.whole > .run-head { border: 0; border-left: 3px solid var(--line); padding: 2px 10px; min-height: 28px }
.whole > ul { border-left: 3px solid var(--line); padding: 2px 0 2px 12px }
.whole .block { margin-bottom: 0; padding-block: 3px }
mark { background: var(--mark); color: var(--on-mark); border-radius: 2px }
mark.here { outline: 2px solid var(--accent) }
.run-head .count { white-space: nowrap; font-variant-numeric: tabular-nums; margin-right: 4px }
.run-head .preview { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; margin-left: 6px; unicode-bidi: plaintext }
.run > ul { padding: 6px 0 0 14px }
.verdict { border-top: 1px solid var(--line); background: var(--surface); padding: 16px 32px 20px; height: 236px; overflow-y: auto; flex: none; font-size: 14px }
.verdict:has(> .hint:only-child) { height: auto }
.verdict .hint { color: var(--muted) }
.verdict-head { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin-bottom: 10px }
.verdict-head .where { color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; flex: 1 1 120px; min-width: 0; max-height: 3em; overflow: hidden }
.verdict .address { color: var(--muted); font-size: 12.5px }
.verdict .flip { min-height: 32px; padding: 3px 12px }
.verdict table { border-collapse: collapse; width: 100%; table-layout: fixed }
.verdict th, .verdict td { text-align: start; vertical-align: baseline; padding: 5px 12px 5px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; font-weight: 400 }
.verdict thead th { border: 0; font-size: 12px; color: var(--muted); padding-top: 0 }
.verdict thead th:first-child { width: 104px } .verdict thead th:nth-child(2) { width: 30% }
.verdict tbody th { font-weight: 550 } .verdict tbody th span { margin-inline-end: 8px } .verdict small { color: var(--muted); font-size: 12px; font-weight: 400; display: inline-block }
.weight { font-variant-numeric: tabular-nums; white-space: nowrap }
.weight span:first-child { display: inline-block; width: 40px }
.track { display: inline-block; width: 46px; height: 6px; border-radius: 3px; background: var(--hover); vertical-align: middle; overflow: hidden }
.pull { display: block; height: 100%; background: var(--for) }
.pull.against { background: var(--against) }
.article { flex: 1; min-height: 0; overflow-y: auto; padding: 20px 32px 48px; outline-offset: -2px }
.article article + article { margin-top: 48px; padding-top: 32px; border-top: 1px solid var(--line) }
.article .over { font-size: 12.5px; color: var(--muted) }
.article h3, .sides h3, .both h3 { font-size: 14px; margin: 28px 0 0 }
.article h2 { font: 700 25px/1.25 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", "DejaVu Serif", serif; letter-spacing: -.012em; margin: 4px 0 8px; overflow-wrap: anywhere; unicode-bidi: plaintext }
.article .facts { color: var(--muted); font-size: 13.5px; margin-bottom: 20px }
.line[data-at] { cursor: pointer; border-radius: 3px }
.line[data-at]:hover { background: var(--hover) }
.line.here { background: var(--here) }
.article .none p { color: var(--muted); overflow-wrap: anywhere; max-width: 60ch }
.meta { margin: 10px 0 28px; border-bottom: 1px solid var(--line); font-size: 14px }
.meta > div { display: grid; grid-template-columns: 108px minmax(0, 1fr); gap: 16px; padding: 8px 0; border-top: 1px solid var(--line) }
.meta dt { color: var(--muted); overflow-wrap: anywhere }
.meta dd { overflow-wrap: anywhere }
.meta dd > span { display: block; unicode-bidi: plaintext }
.evidence { color: var(--muted); font-size: 12.5px; margin-top: 1px }
.evidence.other::before { content: "≠ " }
.text p { max-width: 64ch; margin: 0 0 .9em; white-space: pre-line; overflow-wrap: anywhere; unicode-bidi: plaintext; content-visibility: auto; contain-intrinsic-size: auto 100px }
.sides { flex: 1; min-height: 0; overflow: auto; padding: 12px 32px 40px; outline-offset: -2px }
.lines { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 14.5px; line-height: 1.5 }
.lines th { text-align: start; font-size: 12.5px; color: var(--muted); font-weight: 550; padding: 6px 10px; overflow-wrap: anywhere; vertical-align: top }
.lines td { vertical-align: top; padding: 4px 10px; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: plaintext; border-top: 1px solid var(--line) }
.lines .equal { color: var(--muted) }
.lines .lost, .lines .gained { border-inline-start: 3px solid var(--against) }
.lines .gained { border-inline-start-color: var(--for) }
.lines .changed { border: 0; background: none; padding: 0; min-height: 0; text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext }
.lines .changed:hover { text-decoration: underline }
.lines small { display: block; color: var(--muted); font-size: 12px }
.lines .folded { text-align: center }
.lines .folded button { font-size: 12.5px; min-height: 28px; padding: 2px 12px; color: var(--muted) }
.fields th:first-child { width: 22% }
.both { display: grid; grid-template-columns: 1fr 1fr; gap: 24px }
.both h3 { margin: 0 0 8px; overflow-wrap: anywhere }
@media (max-width: 780px) {
  .sides { padding: 8px 12px 24px } .both { grid-template-columns: 1fr }
  .page-head { padding: 14px 16px 10px } .tree { padding: 12px 16px 24px } .article { padding: 16px 16px 40px }
  .verdict { padding: 12px 16px; height: 38dvh }
  .verdict thead th:first-child { width: 58px } .track { display: none } .verdict thead th:nth-child(2) { width: 34% }
  .verdict small { display: block; margin: 0 }
  .meta > div { grid-template-columns: 84px minmax(0, 1fr); gap: 12px }
  .run-head { flex-wrap: wrap } .run-head .preview { flex-basis: 100%; margin: 0 }
}
`

/** Hue of each family of roles, in degrees of OKLCH; lightness is set below so that text on its tint keeps 4.5 : 1. */
const HUES: Readonly<Record<string, readonly Role[]>> = {
  250: METADATA_ROLES,
  200: ['navigation', 'pagination', 'interface', 'widget'],
  305: ['related', 'author-box'],
  345: ['promo', 'newsletter'],
  150: ['share', 'comment'],
  85: ['consent', 'footer'],
  28: ['hidden', 'spam', 'foreign', 'duplicate'],
}

const hues = Object.entries(HUES)
  .map(([hue, roles]) => `${roles.map((role) => `[data-role=${role}]`).join(', ')} { --h: ${hue}; --c: 1 }`)
  .join('\n')

const LIGHT = `
  color-scheme: light;
  --paper: #fbfaf7; --surface: #fff; --hover: #f3f1ec; --ink: #1f1d1a; --muted: #615d56; --line: #e6e2da; --field: #8f897f;
  --accent: #0d5c6e; --on-accent: #fff; --good: #256b36; --warn: #855000; --bad: #ad2a1f;
  --chip-l: .43; --tint-l: .955; --tint-c: .022; --bar-l: .68; --for: #3d8a54; --against: #c0604d;
  --mark: #ffe08a; --on-mark: #1f1d1a; --here: #dcebee;`

const DARK = `
  color-scheme: dark;
  --paper: #161513; --surface: #1d1c19; --hover: #292722; --ink: #e9e5dd; --muted: #aba59a; --line: #34312b; --field: #7a7468;
  --accent: #7fc9d9; --on-accent: #0c2228; --good: #83cc93; --warn: #e3ae62; --bad: #f29a8c;
  --chip-l: .85; --tint-l: .28; --tint-c: .032; --bar-l: .6; --for: #5fae76; --against: #d98270;
  --mark: #e6c458; --on-mark: #161513; --here: #1f3a40;`

const COLOURS = `
:root {${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {${DARK} } }
:root[data-theme=dark] {${DARK} }
[data-role] { --h: 90; --c: .12 }
${hues}
`

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
