/** The source, the verdict and the article: what is read. */
export const READING = `
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
