import type { ExplainedBlock } from '../../core/article.ts'
import { place } from '../../samples/failure.ts'
import { reasonOf } from '../model-words.ts'
import { byId, chip, element } from './element.ts'

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
/** Log-odds that fill half of a bar. */
const FULL = 6

/** What became of a block, in a few words. */
export function verdictOf({ kept, role, score }: ExplainedBlock, flipped: boolean): string {
  const said = kept ? `kept as ${role}` : `dropped as ${role}`
  return `${said}, score ${signed(score)}${flipped ? ', flipped' : ''}`
}

export interface VerdictCalls {
  readonly isFlipped: (at: number) => boolean
  readonly flip: (at: number) => void
  /** The address of a block, to be kept or sent. */
  readonly address: (at: number) => string
  /** Shows a block's paragraph in the article; absent where it is in none. */
  readonly paragraph: (at: number) => (() => void) | undefined
}

/** Shows a block's role, votes and reasons, and the button that flips it. */
export function showVerdict(block: ExplainedBlock | undefined, calls: VerdictCalls): void {
  const panel = byId('verdict')
  if (block === undefined) {
    panel.replaceChildren(
      element('p', { class: 'hint' }, 'Point at a block, or press j and k, to see its votes.'),
    )
    return
  }
  const { kept, at } = block
  const flipped = calls.isFlipped(at)
  const wanted = kept === flipped ? 'keep' : 'drop'
  const button = element('button', { type: 'button', 'aria-pressed': String(flipped), class: 'flip' })
  button.append(flipped ? 'Flip back' : `Flip: should be ${wanted === 'keep' ? 'kept' : 'dropped'}`)
  button.addEventListener('click', () => calls.flip(at))
  const show = calls.paragraph(at)
  const link = show && element('button', { type: 'button', class: 'flip' }, 'In the article')
  if (show) link?.addEventListener('click', show)
  const address = element('a', { class: 'address', href: calls.address(at), title: 'Address of this block' })
  address.append(`#${at}`)
  panel.replaceChildren(verdictHead(block, address, ...(link ? [link] : []), button), votesOf(block))
  panel.scrollTop = 0
}

export function verdictHead(block: ExplainedBlock, ...more: readonly HTMLElement[]): HTMLElement {
  const { kept, role, kind, score, whole } = block
  const part = whole ? `, part of a ${whole.kind} of ${whole.to - whole.from + 1} blocks` : ''
  return element(
    'div',
    { class: 'verdict-head' },
    kept ? element('span', { class: 'chip kept' }, role) : chip(role),
    element('span', {}, `${kept ? 'kept' : 'dropped'}, score ${signed(score)}`),
    element('span', { class: 'where', dir: 'auto' }, `${kind}${part}, ${nearPlace(block)}`),
    ...more,
  )
}

/** Elements of a path that are shown: the nearest tell most. */
const NEAREST = 4

function nearPlace(block: ExplainedBlock): string {
  const steps = place(block).split('>')
  return steps.length > NEAREST ? `… > ${steps.slice(-NEAREST).join(' > ')}` : steps.join(' > ')
}

/** A block's votes as a table, the strongest first. */
export function votesOf({ votes }: ExplainedBlock): HTMLElement {
  if (votes.length === 0) return element('p', { class: 'hint' }, 'No rule saw anything here.')
  const sorted = [...votes].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const heads = ['Weight', 'Rule', 'Because it …'].map((text) => element('th', { scope: 'col' }, text))
  const rows = sorted.map((vote) => {
    const { rule, role, weight } = vote
    const bar = element('i', { class: weight < 0 ? 'pull against' : 'pull for', 'aria-hidden': 'true' })
    bar.style.width = `${Math.min(1, Math.abs(weight) / FULL) * 100}%`
    return element(
      'tr',
      {},
      element(
        'td',
        { class: 'weight' },
        element('span', {}, signed(weight)),
        element('span', { class: 'track' }, bar),
      ),
      element('th', { scope: 'row' }, element('span', { dir: 'auto' }, rule), element('small', {}, role)),
      element('td', { class: 'because', dir: 'auto' }, reasonOf(vote)),
    )
  })
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  )
}
