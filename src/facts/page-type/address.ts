import { KIND_WORDS, KINDS } from '../../words/page-types.ts'

const STEPS = 8
const LONGEST = 300

/** What the address says of the kind of page; every value unknown (NaN) where there is none. */
export function addressEvidence(url: string | undefined): Record<string, number> {
  const parts = url === undefined ? undefined : partsOf(url.slice(0, LONGEST))
  const unknown = Number.NaN
  const slug = parts?.steps.at(-1) ?? ''
  const is = (test: boolean) => (parts === undefined ? unknown : test ? 1 : 0)
  const out: Record<string, number> = {
    'address:steps': parts?.steps.length ?? unknown,
    'address:root': is(parts?.steps.length === 0),
    'address:dated': is(/\/(?:19|20)\d\d[/-]?\d\d?(?:\/|-|$)/.test(parts?.path ?? '')),
    'address:page': is(/\.(?:s?html?|php|aspx?|jsp)$/.test(slug)),
    'address:hyphens': parts === undefined ? unknown : Math.min(10, slug.split('-').length - 1),
    'address:digits': parts === undefined ? unknown : Math.min(10, slug.replace(/\D/g, '').length),
    'address:query': is(parts?.query === true),
    'address:slash': is(parts?.path.endsWith('/') === true),
  }
  const before = parts === undefined ? [] : [...parts.labels, ...parts.steps]
  for (const kind of KINDS)
    out[`address:${kind}`] = is(before.some((step) => KIND_WORDS[kind].address.test(step)))
  return out
}

function partsOf(url: string) {
  const parts = /^[a-z]{2,8}:\/\/([^/?#]{1,100})([^?#]*)(\?)?/.exec(url.toLowerCase())
  if (parts === null) return undefined
  const path = parts[2]!
  return {
    path,
    labels: parts[1]!.split('.').slice(0, -2).slice(0, 3),
    steps: path.split('/').filter(Boolean).slice(0, STEPS),
    query: parts[3] !== undefined,
  }
}
