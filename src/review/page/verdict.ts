import type { ExplainedBlock } from '../../core/article.ts'
import { place } from '../../samples/failure.ts'
import { byId, chip, element } from './element.ts'

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
/** Log-odds that fill half of a bar. */
const FULL = 6

/** What became of a block, in a few words. */
export function verdictOf({ kept, role, score }: ExplainedBlock, flipped: boolean): string {
  const said = kept ? `kept as ${role}` : `dropped as ${role}`
  return `${said}, score ${signed(score)}${flipped ? ', flipped' : ''}`
}

/** Shows a block's role, votes and reasons, and the button that flips it. */
export function showVerdict(
  block: ExplainedBlock | undefined,
  flipped: boolean,
  flip: (at: number) => void,
): void {
  const panel = byId('verdict')
  if (block === undefined) {
    panel.replaceChildren(
      element('p', { class: 'hint' }, 'Point at a block, or press j and k, to see its votes.'),
    )
    return
  }
  const { kept, role, kind, score, votes, at } = block
  const wanted = kept === flipped ? 'keep' : 'drop'
  const button = element('button', { type: 'button', 'aria-pressed': String(flipped), class: 'flip' })
  button.append(flipped ? 'Flip back' : `Flip: should be ${wanted === 'keep' ? 'kept' : 'dropped'}`)
  button.addEventListener('click', () => flip(at))
  const sorted = [...votes].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  panel.replaceChildren(
    element(
      'div',
      { class: 'verdict-head' },
      kept ? element('span', { class: 'chip kept' }, role) : chip(role),
      element('span', {}, `${kept ? 'kept' : 'dropped'}, score ${signed(score)}`),
      element('span', { class: 'where', dir: 'auto' }, `${kind}, ${nearPlace(block)}`),
      button,
    ),
    sorted.length > 0 ? votesTable(sorted) : element('p', { class: 'hint' }, 'No rule saw anything here.'),
  )
  panel.scrollTop = 0
}

/** Elements of a path that are shown: the nearest tell most. */
const NEAREST = 4

function nearPlace(block: ExplainedBlock): string {
  const steps = place(block).split('>')
  return steps.length > NEAREST ? `… > ${steps.slice(-NEAREST).join(' > ')}` : steps.join(' > ')
}

function votesTable(votes: ExplainedBlock['votes']): HTMLElement {
  const heads = ['Weight', 'Rule', 'Because it …'].map((text) => element('th', { scope: 'col' }, text))
  const rows = votes.map(({ rule, role, weight, because }) => {
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
      element('td', { class: 'because', dir: 'auto' }, because),
    )
  })
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  )
}
