import { z } from 'zod'
import { ROLES } from '../core/role.ts'
import type { OptionSpec, OptionSpecs } from '../core/rule.ts'
import { GATES } from '../gates/all.ts'
import { RULES } from '../rules/all.ts'
import { DEFAULT_LIMITS } from './limits.ts'

/**
 * The schema of a pipeline file, made from the rules and gates there are; every key may be left out but `name`. Made
 * when a file is checked and not kept: it is the largest thing a process that cleans would hold.
 */
export function pipelineSchema() {
  return z
    .strictObject({
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
      rules: z
        .strictObject(ruleShape())
        .prefault({})
        .describe('A rule left out works with its defaults; "off" silences it.'),
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
