import type { Input } from './input.ts'
import { type BatchRequest, usageError } from './request.ts'
import { first, sample } from './select.ts'
import type { Chunks } from './sources/bytes.ts'
import { type FieldMap, PRESETS, withFields } from './sources/fields.ts'
import { openSources } from './sources/open.ts'
import { findFiles } from './sources/paths.ts'
import { isNamedAsPage } from './sources/sniff.ts'

/** Where the records of a request keep what a page needs. */
export function fieldsOf(request: BatchRequest): FieldMap {
  const preset = PRESETS[request.preset]
  if (!preset) throw usageError(`no preset "${request.preset}"; there are ${Object.keys(PRESETS).join(', ')}`)
  const named = {
    id: request.idField,
    url: request.urlField,
    html: request.htmlField,
    text: request.textField,
  }
  return withFields(
    preset,
    Object.fromEntries(Object.entries(named).filter(([, path]) => path !== undefined)),
  )
}

/** The inputs a request names, in order, after `--sample` and `--limit`. */
export function inputsOf(request: BatchRequest, stdin?: Chunks): AsyncIterable<Input> {
  const options = { fields: fieldsOf(request), ...(request.input ? { content: request.input } : {}) }
  const all = openSources(request.operands, options, stdin)
  const chosen = request.sample === undefined ? all : sample(all, request.sample)
  return request.limit === undefined ? chosen : first(chosen, request.limit)
}

/** How many pages a request names, or undefined where only reading them would tell. */
export async function countPages(request: BatchRequest): Promise<number | undefined> {
  if (request.operands.includes('-') || request.input) return undefined
  let count = 0
  for await (const found of findFiles(request.operands)) {
    if (!('refused' in found) && !isNamedAsPage(found.path)) return undefined
    count++
  }
  return Math.min(count, request.sample ?? count, request.limit ?? count)
}
