import type { Dump } from '../core/dump.ts'
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
  if (typeof dump !== 'object' || dump === null)
    throw new TypeError(
      `clean() takes an object with bytes, html, text or document, got ${told(dump)}${typeof dump === 'string' ? '; did you mean { html } or { text }?' : ''}`,
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
    if (value !== undefined && !fits(value)) throw new TypeError(`${key} must be ${kind}, got ${told(value)}`)
  }
}

function unknownKey(key: string, known: readonly string[], whose: string): TypeError {
  const near = nearest(key, known)
  const hint = near === undefined ? `; known are ${known.join(', ')}` : `, did you mean "${near}"?`
  return new TypeError(`${whose} cannot hold "${key}"${hint}`)
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** A document of any engine has a root element; an element has none. */
function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'documentElement' in value
}

function isPipeline(value: unknown): boolean {
  const { name, rules, gates, limits, keep } = (value ?? {}) as Record<string, unknown>
  const maps = [rules, gates, limits].every((map) => typeof map === 'object' && map !== null)
  return typeof name === 'string' && maps && Array.isArray(keep)
}

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
