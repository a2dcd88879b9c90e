/** What only the playground has: the field to paste into, the panel of rules, and the result as text. */
export const PLAYGROUND = `
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
