import type { Article } from '../core/article.ts'
import type { Failure } from './failure.ts'
import { fold } from './phrase.ts'
import type { WantedMeta } from './want.ts'

type Value = string | boolean | readonly string[] | null | undefined

/** Compares the wanted fields with an article's. `at` is the article's position, from 0. */
export function checkMeta(wanted: WantedMeta, article: Article, at: number): readonly Failure[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const got = article[field as keyof Article] as Value
    return value === undefined || met(field, value, got) ? [] : [unmet(field, value, got, article, at)]
  })
}

/** Lists must agree in order; a wanted language is met by a narrower one. `titleInferred: false` means absent. */
function met(field: string, wanted: Value, got: Value): boolean {
  if (wanted === null || wanted === false) return got === undefined || got === wanted
  if (Array.isArray(wanted))
    return (
      Array.isArray(got) &&
      wanted.length === got.length &&
      wanted.every((one, i) => fold(one) === fold(got[i]))
    )
  if (typeof wanted !== 'string' || typeof got !== 'string') return wanted === got
  return fold(wanted) === fold(got) || (field === 'language' && got.startsWith(`${wanted}-`))
}

function unmet(field: string, wanted: Value, got: Value, article: Article, at: number): Failure {
  const name = at === 0 ? `meta.${field}` : `meta[${at}].${field}`
  const evidence = article.evidence[field]
  return {
    expectation: 'meta',
    field,
    article: at,
    message: `${name}: want ${show(wanted)}, got ${show(got)}`,
    details: [
      ...(evidence ? [`from ${evidence.from}: "${fold(evidence.raw)}"`] : []),
      ...(evidence?.alternatives ?? []).map((other) => `${other.from} says "${fold(other.value)}"`),
    ],
  }
}

function show(value: Value): string {
  if (value === undefined || value === null) return 'nothing'
  return JSON.stringify(value)
}
