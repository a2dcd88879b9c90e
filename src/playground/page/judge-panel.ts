import type { Outcome } from '../../core/article.ts'
import type { Pipeline } from '../../core/pipeline.ts'
import { GATES } from '../../gates/all.ts'
import { complete, packagedModel, pipelineNamed, pipelineNames } from '../../pipeline/complete.ts'
import { PIPELINE_FILES } from '../../pipeline/packaged.ts'
import type { PipelineFile } from '../../pipeline/schema.ts'
import { comparePages } from '../../review/diff/compare.ts'
import { byId, element } from '../../review/page/element.ts'
import { RULES } from '../../rules/all.ts'

export interface JudgePanel {
  /** The pipeline as it stands: the same record until something is turned. */
  readonly pipeline: () => Pipeline
  /** The default, as it comes. */
  readonly isUsual: () => boolean
  /** How a sample names it; undefined for the default as it comes. */
  readonly named: () => string | undefined
  /** Its file, where it is none of the package's. */
  readonly fileOf: () => string | undefined
  /** Says what became another by it, against the default; and which rules saw something. */
  readonly tell: (now: Outcome, usual: Outcome) => void
}

/** Pipeline, rules and gates, each to be turned off and on; `change` hears of every turn. */
export function judgePanel(change: () => void): JudgePanel {
  const [select, search] = [byId<HTMLSelectElement>('pipeline'), byId<HTMLInputElement>('rule-search')]
  const off: { readonly rules: Set<string>; readonly gates: Set<string> } = {
    rules: new Set(),
    gates: new Set(),
  }
  let pipeline = pipelineNamed('article')
  select.replaceChildren(...pipelineNames().map((name) => element('option', { value: name }, name)))
  const isTurned = () => off.rules.size + off.gates.size > 0
  const turn = () => {
    pipeline = changedPipeline(select.value, off)
    const many = off.rules.size + off.gates.size
    byId('judge-said').textContent = many === 0 ? select.value : `${select.value}, ${many} off`
    byId('all-on').hidden = many === 0
    change()
  }
  const rows = [
    ...RULES.map(({ id, role, doc }) => row('rules', id, role, doc, off, turn)),
    ...GATES.map(({ id, doc }) => row('gates', id, 'gate', doc, off, turn)),
  ]
  byId('rules').append(...rows.map(({ item }) => item))
  const narrow = () => {
    const words = search.value.trim().toLowerCase()
    for (const { item, says } of rows) item.hidden = !says.includes(words)
  }
  select.addEventListener('change', turn)
  search.addEventListener('input', narrow)
  byId('all-on').addEventListener('click', () => {
    off.rules.clear()
    off.gates.clear()
    for (const { box } of rows) box.checked = true
    turn()
  })
  return {
    pipeline: () => pipeline,
    isUsual: () => select.value === 'article' && !isTurned(),
    named: () => (isTurned() ? 'pipeline.yaml' : select.value === 'article' ? undefined : select.value),
    fileOf: () => (isTurned() ? pipelineFile(select.value, off) : undefined),
    tell(now, usual) {
      const counts = countVotes(now)
      for (const { id, seen } of rows) seen.textContent = counts.has(id) ? `${counts.get(id)}` : ''
      byId('rules').prepend(...rows.filter(({ id }) => counts.has(id)).map(({ item }) => item))
      byId('against').replaceChildren(...(now === usual ? [] : changes(usual, now)))
    },
  }
}

function row(
  kind: keyof Off,
  id: string,
  role: string,
  doc: string,
  off: Record<keyof Off, Set<string>>,
  turn: () => void,
) {
  const box = element('input', { type: 'checkbox' })
  box.checked = true
  box.addEventListener('change', () => {
    if (box.checked) off[kind].delete(id)
    else off[kind].add(id)
    turn()
  })
  const seen = element('b', { class: 'seen', title: 'blocks of this page it voted on' })
  const label = element(
    'label',
    { title: doc },
    box,
    element('span', {}, id),
    element('small', {}, role),
    seen,
  )
  return { id, item: element('li', {}, label), box, seen, says: `${id} ${role} ${doc}`.toLowerCase() }
}

/** On how many blocks each rule voted. */
function countVotes({ blocks = [] }: Outcome): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { votes } of blocks)
    for (const rule of new Set(votes.map((vote) => vote.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

function changes(usual: Outcome, now: Outcome): HTMLElement[] {
  const change = comparePages(usual, now)
  if (!change) return [element('p', {}, 'This page comes out as by "article".')]
  const { lost, gained, status } = change
  const line = (mark: string, text: string, by: string) =>
    element(
      'li',
      { class: mark === '−' ? 'lost' : 'gained', dir: 'auto' },
      `${mark} ${text}`,
      element('small', {}, by),
    )
  const head = status[0] === status[1] ? '' : `${status[0]}, now ${status[1]}; `
  return [
    element('p', {}, `Against "article": ${head}${lost.length} lines lost, ${gained.length} gained`),
    element(
      'ul',
      {},
      ...lost.map(({ text, by }) => line('−', text, by)),
      ...gained.map(({ text, by }) => line('+', text, by)),
    ),
  ]
}

/** Names of rules and gates that are turned off. */
interface Off {
  readonly rules: ReadonlySet<string>
  readonly gates: ReadonlySet<string>
}

function fileOf(name: string, off: Off): PipelineFile {
  const file = PIPELINE_FILES[name]!
  const without = (ids: ReadonlySet<string>) => Object.fromEntries([...ids].map((id) => [id, 'off' as const]))
  const { rules, gates } = file
  return {
    ...file,
    rules: { ...rules, ...without(off.rules) },
    gates: { ...gates, ...without(off.gates) },
  } as PipelineFile
}

/** A pipeline of the package without some of its rules and gates. */
function changedPipeline(name: string, off: Off): Pipeline {
  const file = fileOf(name, off)
  return complete(file, packagedModel(file.model))
}

/** The same as the text of a pipeline's file: JSON, which is YAML. */
function pipelineFile(name: string, off: Off): string {
  const file = fileOf(name, off)
  const model = file.model.replace(/\.model\.json$/, '')
  return `${JSON.stringify({ ...file, name: `${name}-changed`, model }, null, 2)}\n`
}
