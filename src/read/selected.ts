import { type AttributeAction, type AttributeSelector, parse, type Selector } from 'css-what'
import { attributeOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

/** What rules ask a document for. */
export interface Asked {
  readonly selectors: readonly string[]
  /** Those of rules that speak against the article. */
  readonly against: ReadonlySet<string>
}

/** Elements of a document and the selectors that fit each. */
export interface Selected {
  readonly fits: ReadonlyMap<DomElement, readonly string[]>
  readonly against: ReadonlySet<string>
}

type Joint = 'descendant' | 'child' | 'adjacent' | 'sibling'
type Test = (element: DomElement) => boolean
/** One compound of a selector, and how it is joined to the one before it. */
interface Step {
  readonly test: Test
  readonly joint: Joint | undefined
}
/** A selector without commas, its steps in the order written. */
interface Chain {
  readonly selector: string
  readonly steps: readonly Step[]
}

const JOINTS: ReadonlySet<string> = new Set(['descendant', 'child', 'adjacent', 'sibling'])
const LISTS: ReadonlySet<string> = new Set(['is', 'where', 'matches', 'not'])

/** Steps of one selector: their fits are noted as bits of a number. */
const MOST_STEPS = 30

/**
 * What a selector asks, ready to be asked. Whatever would need more than one look at an element is unknown here, so that
 * no page makes a selector slow.
 *
 * @throws {SyntaxError} for what is no selector, or one that is not known.
 */
export function chainsOf(selector: string): readonly Chain[] {
  const lists = parsed(selector)
  return lists.map((tokens) => ({ selector, steps: stepsOf(tokens, selector) }))
}

function parsed(selector: string): Selector[][] {
  try {
    return parse(selector)
  } catch (error) {
    throw new SyntaxError(`"${selector}" is no selector (${(error as Error).message})`)
  }
}

function stepsOf(tokens: readonly Selector[], selector: string): Step[] {
  const steps: Step[] = []
  let tests: Test[] = []
  let joint: Joint | undefined
  for (const token of [...tokens, undefined]) {
    if (token !== undefined && !JOINTS.has(token.type)) {
      tests.push(testOf(token, selector))
      continue
    }
    if (tests.length === 0) throw new SyntaxError(`"${selector}" opens or ends with a combinator`)
    const own = tests
    steps.push({ joint, test: (element) => own.every((test) => test(element)) })
    tests = []
    joint = token?.type as Joint | undefined
  }
  if (steps.length > MOST_STEPS)
    throw new SyntaxError(`"${selector}" is longer than ${MOST_STEPS} steps, and not known`)
  return steps
}

function testOf(token: Selector, selector: string): Test {
  if (token.type === 'universal') return () => true
  if (token.type === 'tag') {
    const name = token.name.toLowerCase()
    return ({ localName }) => localName === name
  }
  if (token.type === 'attribute') return attributeTest(token)
  if (token.type === 'pseudo' && LISTS.has(token.name) && Array.isArray(token.data)) {
    const any = token.data.map((tokens) => stepsOf(tokens, selector))
    if (any.some((steps) => steps.length > 1))
      throw new SyntaxError(`"${selector}": no combinators are known inside :${token.name}()`)
    const wanted = token.name !== 'not'
    return (element) => any.some(([step]) => step!.test(element)) === wanted
  }
  const name = 'name' in token ? `:${token.name}` : token.type
  throw new SyntaxError(
    `"${selector}": ${name} is not known; names, classes, ids, attributes, :is(), :where(), :not() and combinators are`,
  )
}

const FITS: Readonly<Record<`${AttributeAction}`, (has: string, wanted: string) => boolean>> = {
  any: (has, wanted) => wanted !== '' && has.includes(wanted),
  element: (has, wanted) => wanted !== '' && has.split(/[ \t\n\f\r]+/).includes(wanted),
  end: (has, wanted) => wanted !== '' && has.endsWith(wanted),
  equals: (has, wanted) => has === wanted,
  exists: () => true,
  hyphen: (has, wanted) => has === wanted || has.startsWith(`${wanted}-`),
  not: (has, wanted) => has !== wanted,
  start: (has, wanted) => wanted !== '' && has.startsWith(wanted),
}

function attributeTest({ name, action, value, ignoreCase }: AttributeSelector): Test {
  const key = name.toLowerCase()
  const lower = ignoreCase === true
  const wanted = lower ? value.toLowerCase() : value
  const fits = FITS[action]
  return (element) => {
    const has = attributeOf(element, key)
    if (has === undefined) return action === 'not'
    return fits(lower ? has.toLowerCase() : has, wanted)
  }
}

/**
 * The elements that selectors fit, found in one walk over the document: for every element and selector, bits tell which
 * steps fit here, and which have fitted above and before it. So the cost is the number of elements times that of steps.
 *
 * @throws {SyntaxError} for a selector that is not known.
 */
export function select(root: DomElement, { selectors, against }: Asked): Selected {
  const chains = [...new Set(selectors)].flatMap(chainsOf)
  const found = new Map<DomElement, readonly string[]>()
  const none = chains.map(() => 0)
  const visit = (element: DomElement, parent: Bits, above: Bits, previous: Bits, before: Bits): Bits => {
    const here = chains.map(({ steps }, i) =>
      fitting(steps, element, parent[i]!, above[i]!, previous[i]!, before[i]!),
    )
    const fit = chains.filter(({ steps }, i) => (here[i]! >> (steps.length - 1)) & 1)
    if (fit.length > 0) found.set(element, [...new Set(fit.map(({ selector }) => selector))])
    const inside = here.map((bits, i) => bits | above[i]!)
    let last: Bits = none
    let passed: Bits = none
    for (let child: DomNode | null = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== ELEMENT) continue
      last = visit(child as DomElement, here, inside, last, passed)
      passed = passed.map((bits, i) => bits | last[i]!)
    }
    return here
  }
  visit(root, none, none, none, none)
  return { fits: found, against }
}

type Bits = readonly number[]

function fitting(
  steps: readonly Step[],
  element: DomElement,
  parent: number,
  above: number,
  previous: number,
  before: number,
): number {
  const reached = { child: parent, descendant: above, adjacent: previous, sibling: before }
  let bits = 0
  for (let i = 0; i < steps.length; i++) {
    const { joint, test } = steps[i]!
    const open = joint === undefined || ((reached[joint] >> (i - 1)) & 1) === 1
    if (open && test(element)) bits |= 1 << i
  }
  return bits
}
