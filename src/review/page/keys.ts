import { byId } from './element.ts'
import type { SourceTree } from './source.ts'
import { showView } from './view.ts'

export interface KeyCalls {
  readonly source: SourceTree
  /** To another page; `source` takes the cursor along. */
  readonly step: (steps: number, then?: 'source') => void
  readonly want: () => void
  readonly flip: () => void
  /** From hit to hit of the search. */
  readonly stepHit: (steps: number) => void
  /** From a block to its paragraph in the article, and back. */
  readonly across: () => void
}

/** One table of keys; nothing is taken from a field somebody types in, nor from a button. */
export function onKeys({ source, step, want, flip, stepHit, across }: KeyCalls): void {
  const help = byId<HTMLDialogElement>('help')
  const list = byId('page-list')
  byId('open-help').addEventListener('click', () => help.showModal())
  byId('help-close').addEventListener('click', () => help.close())
  const toSource = (steps: number) => {
    showView('source')
    source.move(steps)
  }
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    j: () => toSource(1),
    k: () => toSource(-1),
    ArrowDown: (event) => (inList(event) ? step(1) : toSource(1)),
    ArrowUp: (event) => (inList(event) ? step(-1) : toSource(-1)),
    ArrowRight: () => void source.toggle(true),
    ArrowLeft: () => void source.toggle(false),
    Home: () => toSource(Number.NEGATIVE_INFINITY),
    End: () => toSource(Number.POSITIVE_INFINITY),
    Enter: (event) =>
      inList(event) ? step(0, 'source') : void (source.current().length > 0 || source.toggle()),
    ' ': () => (source.current().length > 0 ? flip() : void source.toggle()),
    n: () => step(1, 'source'),
    p: () => step(-1, 'source'),
    o: () => source.toggleAll(),
    w: want,
    f: () => stepHit(1),
    F: () => stepHit(-1),
    a: across,
    '/': () => {
      showView('pages')
      byId<HTMLInputElement>('search').select()
      byId('search').focus()
    },
    '?': () => help.showModal(),
  }
  const inList = (event: KeyboardEvent) => event.target === list
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    const target = event.target as HTMLElement
    if (event.key === 'Escape' && target.closest('.filters')) {
      // a search field would empty itself and say nothing
      event.preventDefault()
      toSource(0)
      return
    }
    if (
      target.matches('input, textarea, select') ||
      (target.matches('button, a') && /^(?: |Enter)$/.test(event.key))
    )
      return
    const call = keys[event.key]
    if (!call) return
    // scrolling keys keep their use where nothing of ours has the focus
    const own = target.closest('#source-tree, #page-list') !== null
    if (/^(?:Arrow|Home|End|Enter)/.test(event.key) && !own) return
    event.preventDefault()
    call(event)
  })
}
