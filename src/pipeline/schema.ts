import { RE2JS } from 're2js'
import * as z from 'zod'
import { ROLES } from '../core/role.ts'
import type { OptionSpec, OptionSpecs } from '../core/rule.ts'
import { GATES } from '../gates/all.ts'
import { chainsOf } from '../read/selected.ts'
import { RULES } from '../rules/all.ts'
import { lineOf } from '../sites/records.ts'
import { USUAL_WEIGHT } from './data-rule.ts'
import { DEFAULT_LIMITS } from './limits.ts'

/**
 * The schema of a pipeline file, made from the rules and gates there are; every key may be left out but `name`. Made
 * when a file is checked and not kept: it is the largest thing a process that cleans would hold.
 *
 * @param own names of rules that are the file's own, `inherited` of those in the file it extends.
 */
export function pipelineSchema(own: readonly string[], inherited: readonly string[] = []) {
  return pipelineShape(z.strictObject({ ...ruleShape(), ...ownShape(own, inherited) }))
}

/** The same for editors, where no file is at hand: any rule the package has not is the file's own. */
function anyPipelineSchema() {
  return pipelineShape(z.object(ruleShape()).catchall(z.union([z.literal('off'), dataRuleShape()])))
}

/** By id: off, or what is said of a rule. */
type RulesSaid = Readonly<Record<string, 'off' | Readonly<Record<string, unknown>> | undefined>>

function pipelineShape(rules: z.ZodType<RulesSaid, RulesSaid>) {
  return z
    .strictObject({
      extends: z
        .string()
        .min(1)
        .optional()
        .describe(
          'The pipeline this one is like, but for what it says itself: a name of the package or a file beside this one.',
        ),
      name: z.string().min(1).describe('Shown in reports; the name of the file without its ending.'),
      about: z.string().default('').describe('What the pipeline is for.'),
      keep: z
        .array(z.enum(ROLES))
        .min(1)
        .default(['body'])
        .describe('Roles whose blocks make the text of an article.'),
      dom: z
        .enum(['light', 'jsdom'])
        .default('light')
        .describe('Engine that parses HTML: the light document, or jsdom.'),
      hidden: z
        .enum(['auto', 'drop', 'flag', 'keep'])
        .default('auto')
        .describe('What becomes of text the page hides.'),
      split: z.enum(['auto', 'never']).default('auto').describe('Whether a dump may hold several articles.'),
      languages: z.array(language()).default([]).describe('BCP 47 languages wanted; empty for all.'),
      bias: z
        .number()
        .min(-10)
        .max(10)
        .default(0)
        .describe('Log-odds every block starts with; above 0 keeps more.'),
      model: z
        .string()
        .default('article')
        .describe(
          'The fitted model of a pipeline of the package by its name, a file beside this one, or "none": votes of rules alone.',
        ),
      limits: z.strictObject(limitShape()).prefault({}).describe('Bounds that keep any input affordable.'),
      markdown: z
        .strictObject({ links: z.boolean().default(true), images: z.boolean().default(true) })
        .prefault({})
        .describe('What the content, and the Markdown and HTML made of it, shows.'),
      content: z.boolean().default(true).describe('Whether records hold the content as a tree (mdast).'),
      rules: rules
        .prefault({})
        .describe(
          'A rule left out works with its defaults; "off" silences it. One with `match`, `keep` or `drop` is of your own.',
        ),
      gates: z
        .strictObject(gateShape())
        .prefault({})
        .describe('A gate left out works with its defaults; "off" opens it.'),
    })
    .describe('A dechaff pipeline: which rules and gates take part, and what each is worth.')
}

export type PipelineFile = z.output<ReturnType<typeof pipelineSchema>>

function limitShape() {
  const entries = Object.entries(DEFAULT_LIMITS).map(
    ([key, value]) => [key, z.int().min(1).default(value)] as const,
  )
  return Object.fromEntries(entries) as { [K in keyof typeof DEFAULT_LIMITS]: z.ZodDefault<z.ZodInt> }
}

function ruleShape() {
  return Object.fromEntries(
    RULES.map((rule) => [
      rule.id,
      z
        .union([
          z.literal('off'),
          z.strictObject({
            weight: z
              .number()
              .min(0)
              .max(20)
              .optional()
              .describe(`Log-odds a sighting is worth. Default ${rule.weight}.`),
            ...optionShape(rule.options),
          }),
        ])
        .optional()
        .describe(rule.doc),
    ]),
  )
}

/** Keys that make a rule of a file its own. */
export const OWN_KEYS = ['match', 'keep', 'drop'] as const

/** What an own rule says in its file. */
export type DataRuleFile = z.output<ReturnType<typeof dataRuleShape>>

function ownShape(own: readonly string[], inherited: readonly string[]) {
  const whole = dataRuleShape().superRefine((rule, context) => {
    const given = OWN_KEYS.filter((key) => rule[key] !== undefined)
    const wrong = (message: string) => context.addIssue({ code: 'custom', message })
    if (given.length > 1) wrong(`has ${given.join(' and ')}, but a rule can have one of them`)
    if (rule.match === undefined && rule.weight !== undefined)
      wrong(`has a weight, but ${given[0]} is final; match votes with a weight`)
    if (rule.keep !== undefined && rule.role !== undefined && rule.role !== 'body')
      wrong('keeps what it sees, so that its role is body')
  })
  const changed = dataRuleShape()
  return Object.fromEntries([
    ...inherited.map((id) => [id, z.union([z.literal('off'), changed]).optional()] as const),
    ...own.map((id) => [id, z.union([z.literal('off'), whole]).optional()] as const),
  ])
}

const NAMES_OF_RULES = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a file's own rule may have that name. */
export const isRuleName = (id: string): boolean => NAMES_OF_RULES.test(id)

function dataRuleShape() {
  const match = z
    .strictObject({
      line: oneOrMore(phrase()).optional().describe('The whole block, letter case and signs aside.'),
      opening: oneOrMore(
        phrase().refine((text) => lineOf(text) !== undefined, 'must hold two letters or digits'),
      )
        .optional()
        .describe('How the block opens, up to the end of a word.'),
      pattern: oneOrMore(pattern())
        .optional()
        .describe(
          'Expressions in the syntax of RE2 (no references back, no look around); letter case aside.',
        ),
      selector: oneOrMore(selector())
        .optional()
        .describe("CSS selectors of the block's element or one around it."),
    })
    .refine((given) => Object.keys(given).length > 0, 'names nothing: say line, opening, pattern or selector')
  const final = z.union([match, oneOrMore(selector())])
  return z
    .strictObject({
      doc: z.string().optional().describe('What it sees and why, in a sentence with a full stop.'),
      role: z.enum(ROLES).optional().describe('What a block seen is for. Default boilerplate.'),
      weight: z
        .number()
        .gt(0)
        .max(20)
        .optional()
        .describe(`Log-odds a sighting is worth, with match. Default ${USUAL_WEIGHT}.`),
      match: match.optional().describe('What tells a block: any of these. The rule votes, with its weight.'),
      drop: final
        .optional()
        .describe('Blocks that go, whatever else is known: selectors, or what match has.'),
      keep: final
        .optional()
        .describe('Blocks that stay, whatever else is known: selectors, or what match has.'),
      sites: z
        .array(z.string().regex(HOST, 'must be a host like example.org'))
        .min(1)
        .optional()
        .describe('Hosts, each with the hosts below it, on whose pages the rule works. Default all.'),
      examples: z
        .array(z.union([example({ page: z.string() }), example({ html: z.string() })]))
        .optional()
        .describe(
          'Pages whose lines marked with a leading ✗ the rule must see, and no others; checked on loading.',
        ),
    })
    .describe('A rule of your own, as data.')
}

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

function example<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ name: z.string().default('an example'), url: z.string().optional(), ...shape })
}

/** One, or a list of them. */
function oneOrMore<T extends z.ZodType<string>>(one: T) {
  return z.union([one, z.array(one).min(1)])
}

function phrase() {
  return z.string().max(160).regex(/\S/, 'must hold something')
}

function selector() {
  return z.string().superRefine((text, context) => {
    try {
      chainsOf(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
    }
  })
}

function pattern() {
  return z.string().superRefine((text, context) => {
    try {
      if (text === '') throw new Error('it is empty')
      RE2JS.compile(text)
    } catch (error) {
      const message = `is no expression RE2 takes: ${(error as Error).message}`
      context.addIssue({ code: 'custom', message })
    }
  })
}

function gateShape() {
  return Object.fromEntries(
    GATES.map((gate) => [
      gate.id,
      z
        .union([z.literal('off'), z.strictObject(optionShape(gate.options))])
        .optional()
        .describe(gate.doc),
    ]),
  )
}

function optionShape(specs: OptionSpecs) {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      (name === 'languages' ? z.array(language()) : optionType(spec)).optional().describe(spec.doc),
    ]),
  )
}

/** A BCP 47 tag as records write it: `de`, not `german` or `deu`. */
function language() {
  return z.string().refine((tag) => canonical(tag) === tag.toLowerCase(), {
    error: ({ input }) => {
      const meant = canonical(String(input)) ?? languageNamed(String(input))
      return `"${input}" is no BCP 47 language${meant === undefined ? '' : `; did you mean "${meant}"?`}`
    },
  })
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** The canonical form of a tag, lower case; undefined where it names no language. */
function canonical(tag: string): string | undefined {
  try {
    const found = Intl.getCanonicalLocales(tag)[0]!
    return NAMES.of(found.split('-')[0]!) === undefined ? undefined : found.toLowerCase()
  } catch {
    return undefined
  }
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** The two letters of a language of that English name. */
function languageNamed(name: string): string | undefined {
  const wanted = name.toLowerCase()
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).find(
    (code) => NAMES.of(code)?.toLowerCase() === wanted,
  )
}

function optionType(spec: OptionSpec) {
  if (typeof spec.default === 'boolean') return z.boolean()
  if (typeof spec.default !== 'number') return z.array(z.string())
  return z
    .number()
    .min(spec.min ?? Number.NEGATIVE_INFINITY)
    .max(spec.max ?? Number.POSITIVE_INFINITY)
}

/** JSON Schema (draft 2020-12) of a pipeline file, for editors. */
export function pipelineJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(anyPipelineSchema(), { io: 'input' }), null, 2)}\n`
}
