import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { nearest } from './nearest.ts'

/** What a dump may hold, and of what kind it must be. */
const DUMP: Readonly<Record<keyof Dump, string>> = {
  bytes: 'a Uint8Array',
  html: 'a string',
  text: 'a string',
  document: 'a DOM document',
  url: 'a string',
  contentType: 'a string',
  retrieved: 'a string',
  fields: 'an object',
  id: 'a string',
  truncated: 'a string',
  path: 'a string',
}
const CONTENT = ['bytes', 'html', 'text', 'document'] as const
const OPTIONS: Readonly<Record<string, string>> = {
  pipeline: 'a name or a pipeline',
  explain: 'a boolean',
  rules: 'an array of rules',
  as: '"html" or "text"',
  sites: 'counts of sites',
}

/** What more `rules` may be where there are files. */
export const RULES_OR_MODULE = { rules: 'an array of rules, or a module of them' } as const

/** Whether a value is of a kind; only what a call may hold is asked. */
const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  'a string': (value) => typeof value === 'string',
  'an object': (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an array': (value) => Array.isArray(value),
  'a boolean': (value) => typeof value === 'boolean',
  'a number above 0': (value) => typeof value === 'number' && value > 0,
  'an AbortSignal': (value) => typeof (value as { aborted?: unknown } | null)?.aborted === 'boolean',
  'a Uint8Array': isBytes,
  'a DOM document': isDocument,
  'a name or a pipeline': (value) => typeof value === 'string' || isPipeline(value),
  'an array of rules': (value) => Array.isArray(value) && value.every(isRule),
  'an array of rules, or a module of them': (value) =>
    typeof value === 'string' || value instanceof URL || KINDS['an array of rules']!(value),
  '"html" or "text"': (value) => value === 'html' || value === 'text',
  'counts of sites': (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
}

/**
 * Whether a call of `clean` makes sense at all, whatever the page holds.
 *
 * @throws {TypeError} what is wrong with it, and what was meant.
 */
export function checkCall(
  dump: Dump,
  options: object = {},
  further: Readonly<Record<string, string>> = {},
): void {
  const bare = bareContent(dump)
  if (typeof dump !== 'object' || dump === null || bare !== undefined)
    throw new TypeError(
      `clean() takes an object with bytes, html, text or document, got ${told(dump)}${bare === undefined ? '' : `; did you mean ${bare}?`}`,
    )
  const given = CONTENT.filter((key) => dump[key] !== undefined)
  if (given.length !== 1)
    throw new TypeError(
      `clean() takes one of bytes, html, text or document, got ${given.join(' and ') || 'none'}`,
    )
  checkFields(dump, DUMP, 'a page')
  checkOptions(options, further)
}

/** @throws {TypeError} for an option nobody knows, or of the wrong kind. `further`: what this call knows besides. */
export function checkOptions(options: object, further: Readonly<Record<string, string>> = {}): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`options must be an object, got ${told(options)}`)
  checkFields(options, { ...OPTIONS, ...further }, 'options')
}

function checkFields(given: object, known: Readonly<Record<string, string>>, whose: string): void {
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, key)) throw unknownKey(key, Object.keys(known), whose)
    const kind = known[key]!
    const fits = KINDS[kind] ?? (() => true)
    if (value !== undefined && !fits(value))
      throw new TypeError(
        `${key} must be ${kind}, got ${told(value)}${key === 'pipeline' ? lacking(value) : ''}`,
      )
  }
}

function unknownKey(key: string, known: readonly string[], whose: string): TypeError {
  const near = nearest(key, known)
  const hint = near === undefined ? `; known are ${known.join(', ')}` : `, did you mean "${near}"?`
  return new TypeError(`${whose} cannot hold "${key}"${hint}`)
}

/** How a page that was handed in by itself is handed in. */
function bareContent(value: unknown): string | undefined {
  if (typeof value === 'string') return '{ html } or { text }'
  if (isBytes(value)) return '{ bytes }'
  return isDocument(value) ? '{ document }' : undefined
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** A document of any engine has a root element; an element has none. */
function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'documentElement' in value
}

/** What every pipeline holds that was loaded, and of what kind it is. */
const PIPELINE: Readonly<Record<string, string>> = {
  name: 'a string',
  rules: 'an object',
  gates: 'an object',
  limits: 'an object',
  keep: 'an array',
}

const missing = (value: object): readonly string[] =>
  Object.entries(PIPELINE).flatMap(([key, kind]) =>
    KINDS[kind]!((value as Readonly<Record<string, unknown>>)[key]) ? [] : [key],
  )

/** Whether a value is a pipeline that was loaded, not a part of one. */
export const isPipeline = (value: unknown): value is Pipeline =>
  typeof value === 'object' && value !== null && missing(value).length === 0

const lacking = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? ` without ${missing(value).join(', ')}; loadPipeline() makes a whole one of a file`
    : ''

function isRule(value: unknown): boolean {
  const { id, see } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof see === 'function'
}

function told(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'string') return value.length > 40 ? 'a string' : JSON.stringify(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'function'
    ? 'a function'
    : `an object (${Object.prototype.toString.call(value).slice(8, -1)})`
}
