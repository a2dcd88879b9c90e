import { page as pageOf } from '../core/page.ts'
import { ROLES } from '../core/role.ts'
import { type Example, optionDefaults, type Rule, type View, view as viewWith } from '../core/rule.ts'
import { measure } from '../facts/measure.ts'
import { readHtml } from '../read/html.ts'
import { select } from '../read/selected.ts'
import { readText } from '../read/text.ts'
import { DEFAULT_LIMITS } from './limits.ts'

const MARK = '✗'

/** A fault of a rule, and the example that shows it. */
export interface RuleFault {
  readonly message: string
  /** Its place in the rule's examples; absent where the fault is the rule's own. */
  readonly example?: number
}

/**
 * Whether a rule says what it is, and does in its examples what they say: it must see the lines marked `✗` and no
 * others, each with a reason and a strength, and the same when asked twice.
 *
 * @returns what is wrong, nothing where it holds.
 */
export function checkRule(rule: Rule): readonly RuleFault[] {
  const faults: RuleFault[] = described(rule).map((message) => ({ message }))
  let seen = 0
  let all = 0
  rule.examples.forEach((one, example) => {
    try {
      const staged = stage(rule, one)
      seen += staged.expected.size
      all += staged.view.blocks.length
      for (const message of shown(rule, staged))
        faults.push({ message: `"${one.name}": ${message}`, example })
    } catch (error) {
      faults.push({ message: `"${one.name}": ${(error as Error).message}`, example })
    }
  })
  if (faults.length > 0 || rule.examples.length === 0) return faults
  if (seen === 0) return [{ message: `its examples hold no line it must see, marked ${MARK}` }]
  if (seen === all) return [{ message: 'its examples hold no line it must leave alone' }]
  return []
}

function described({ id, role, doc, weight }: Rule): string[] {
  const faults: string[] = []
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) faults.push(`its id "${id}" is not in kebab case`)
  if (!ROLES.includes(role)) faults.push(`its role "${role}" is none; there are: ${ROLES.join(', ')}`)
  if (typeof doc !== 'string' || !doc.endsWith('.')) faults.push('its doc is no sentence with a full stop')
  if (!(weight > 0 && weight <= 20)) faults.push(`its weight ${weight} is not above 0 and at most 20`)
  return faults
}

interface Staged {
  readonly view: View
  /** Positions of the blocks that must be seen. */
  readonly expected: ReadonlySet<number>
}

function shown(rule: Rule, { view, expected }: Staged): string[] {
  const look = () => [...rule.see(view, optionDefaults(rule.options))]
  const sightings = look()
  const faults: string[] = []
  const told = (at: number) => JSON.stringify(view.blocks[at]?.text.slice(0, 80) ?? at)
  const seen = new Set(sightings.map(({ at }) => at))
  for (const at of expected) if (!seen.has(at)) faults.push(`it does not see ${told(at)}`)
  for (const at of seen)
    if (!expected.has(at)) faults.push(`it sees ${told(at)}, which is not marked ${MARK}`)
  for (const { at, because, strength = 1 } of sightings) {
    if (typeof because !== 'string' || because.length < 4) faults.push(`it gives no reason for ${told(at)}`)
    if (!(strength > 0 && strength <= 1))
      faults.push(`its strength ${strength} for ${told(at)} is not above 0 and at most 1`)
  }
  if (JSON.stringify(look()) !== JSON.stringify(sightings))
    faults.push('it sees something else when asked again')
  return faults
}

const stage = (rule: Rule, example: Example): Staged =>
  'page' in example ? stageText(rule, example) : stageHtml(rule, example)

/** One block a line; `✗` opens the lines to be seen, then `+` or `-` gives a line's leaning in the second hearing, `=` that it leans out and is named. */
function stageText(rule: Rule, example: Example & { readonly page: string }): Staged {
  const lines = example.page
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
  const leaning = rule.hearing === 'neighbours'
  const parsed = lines.map((line) => {
    const rest = line.startsWith(MARK) ? line.slice(1) : line
    return {
      seen: line.startsWith(MARK),
      lean: leaning ? (rest[0] === '+' ? 1 : -1) : 0,
      named: leaning && rest[0] === '=' ? 1 : 0,
      text: (leaning ? rest.slice(1) : rest).trim(),
    }
  })
  const { blocks } = readText(parsed.map(({ text }) => text).join('\n'), DEFAULT_LIMITS)
  if (blocks.length !== lines.length)
    throw new Error(`its ${lines.length} lines are read as ${blocks.length} blocks: each line must be one`)
  const page = pageOf({ door: 'text', url: example.url, blocks, claims: [], limits: [] })
  return {
    view: viewed(
      page,
      leaning && parsed.map(({ lean }) => lean),
      example,
      leaning ? Uint8Array.from(parsed, ({ named }) => named) : undefined,
    ),
    expected: new Set(parsed.flatMap(({ seen }, at) => (seen ? [at] : []))),
  }
}

/** A `✗` at the start of a text marks a block; `+` or `-` behind it, or alone, says how it leans. */
function stageHtml(rule: Rule, example: Example & { readonly html: string }): Staged {
  const { html, url } = example
  const asked = { selectors: rule.selectors, against: new Set(rule.role === 'body' ? [] : rule.selectors) }
  const reading =
    rule.selectors.length === 0 ? {} : { select: (root: Parameters<typeof select>[0]) => select(root, asked) }
  const read = (markup: string) => readHtml(markup, url, DEFAULT_LIMITS, reading)
  const marked = read(html)
  const leans = rule.hearing === 'neighbours' && />\s*✗?[+-] /.test(html)
  const page = read(html.replaceAll(leans ? /✗?[+-] |✗ ?/g : /✗ ?/g, ''))
  if (page.blocks.length !== marked.blocks.length)
    throw new Error('a mark stands where there is no other text')
  const leaning = leans && marked.blocks.map(({ text }) => (/^✗?\+ /.test(text) ? 2 : -1))
  return {
    view: viewed(page, leaning, example),
    expected: new Set(marked.blocks.flatMap(({ text, at }) => (text.includes(MARK) ? [at] : []))),
  }
}

function viewed(
  page: View['page'],
  leaning: readonly number[] | false,
  { others }: Example,
  named?: View['named'],
): View {
  return viewWith({ page, blocks: page.blocks, ...measure(page), ...(leaning && { leaning }), others, named })
}
