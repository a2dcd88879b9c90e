import type { SampleResult } from './check.ts'
import { describeFailure } from './failure.ts'

const REPORTERS = ['text', 'json', 'junit'] as const
export type Reporter = (typeof REPORTERS)[number]

/** The results of a run in one of the forms a person or a build server reads; ends with a newline. */
export function reportSamples(results: readonly SampleResult[], reporter: Reporter): string {
  if (reporter === 'json') return `${JSON.stringify(asJson(results), null, 2)}\n`
  return reporter === 'junit' ? asJunit(results) : asText(results)
}

/** A result's failures as one text; empty where the sample passes. */
export function describeResult(result: SampleResult): string {
  return result.failures.map((failure) => describeFailure(failure).join('\n')).join('\n')
}

function asText(results: readonly SampleResult[]): string {
  const failed = results.filter((result) => !result.ok)
  const parts = failed.map((result) => `FAIL ${result.id}\n${indent(describeResult(result))}\n\n`)
  const count = `${results.length} ${results.length === 1 ? 'sample' : 'samples'}`
  const verdict = failed.length === 0 ? 'all as wanted' : `${failed.length} not as wanted`
  return `${parts.join('')}${count}, ${verdict}\n`
}

const indent = (text: string) => text.replace(/^/gm, '  ')

function asJson(results: readonly SampleResult[]): object {
  const failed = results.filter((result) => !result.ok).length
  return { samples: results.length, failed, results }
}

function asJunit(results: readonly SampleResult[]): string {
  const failed = results.filter((result) => !result.ok).length
  const cases = results.map((result) => {
    const head = `  <testcase classname="dechaff.samples" name="${escapeXml(result.id)}"`
    if (result.ok) return `${head}/>`
    const message = escapeXml(result.failures[0]?.message ?? '')
    const body = escapeXml(describeResult(result))
    return `${head}>\n    <failure message="${message}">${body}</failure>\n  </testcase>`
  })
  const suite = `<testsuite name="dechaff samples" tests="${results.length}" failures="${failed}">`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[suite, ...cases, '</testsuite>'].join('\n')}\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes for text and attribute values; characters XML 1.0 forbids become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark]!)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD')
}
