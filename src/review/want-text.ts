import type { Choice, ChosenPhrase } from '../samples/choose.ts'

/** `want.yaml` as text, written without a YAML library: strings as JSON writes them, which YAML reads alike. */
export function wantText(choice: Choice, why: string, url?: string, pipeline?: string): string {
  const { status, articles, keep, drop, meta } = choice
  const [only, ...others] = meta
  return [
    `why: ${scalar(why)}`,
    ...(url === undefined ? [] : [`url: ${scalar(url)}`]),
    ...(pipeline === undefined ? [] : [`pipeline: ${scalar(pipeline)}`]),
    ...(status === 'clean' ? [] : [`status: ${status}`]),
    ...(articles === undefined ? [] : [`articles: ${articles}`]),
    ...list('keep', keep),
    ...list('drop', drop),
    ...(only === undefined ? [] : ['meta:', ...(others.length > 0 ? meta.flatMap(item) : fields(only))]),
    '',
  ].join('\n')
}

function list(name: string, phrases: readonly ChosenPhrase[]): string[] {
  if (phrases.length === 0) return []
  const lines = phrases.map(({ phrase, role, note }) => {
    const value = role === undefined ? scalar(phrase) : `{ text: ${quoted(phrase)}, role: ${role} }`
    return `  - ${value} # ${note}`
  })
  return [`${name}:`, ...lines]
}

const fields = (meta: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(meta).map(([field, value]) => `  ${field}: ${shown(value)}`)

function item(meta: Readonly<Record<string, unknown>>): string[] {
  const lines = fields(meta)
  if (lines.length === 0) return ['  - {}']
  return lines.map((line, i) => (i === 0 ? `  - ${line.trimStart()}` : `  ${line}`))
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => quoted(String(one))).join(', ')}]`
  return typeof value === 'string' ? scalar(value) : JSON.stringify(value)
}

/** Words that mean something else than themselves, and lines that need no quotes. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.()/'’–-]*$/u

function scalar(text: string): string {
  const plain = PLAIN.test(text) && !text.endsWith(' ') && !RESERVED.test(text)
  return plain ? text : quoted(text)
}

/** Characters JSON lets stand and YAML does not. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
