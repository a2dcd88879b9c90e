import { KIND_WORDS, KINDS } from '../../words/page-types.ts'

const STEPS = 8
const LONGEST = 300

const KIND_NAMES = KINDS.map((kind) => ({ kind, name: `address:${kind}` }))

/** Adds what the address says of the kind of page; every value unknown (NaN) where there is none. */
export function addAddress(url: string | undefined, out: Record<string, number>): void {
  const parts = url === undefined ? undefined : partsOf(url.slice(0, LONGEST))
  const unknown = Number.NaN
  const slug = parts?.steps.at(-1) ?? ''
  const is = (test: boolean) => (parts === undefined ? unknown : test ? 1 : 0)
  out['address:steps'] = parts?.steps.length ?? unknown
  out['address:root'] = is(parts?.steps.length === 0)
  out['address:dated'] = is(/\/(?:19|20)\d\d[/-]?\d\d?(?:\/|-|$)/.test(parts?.path ?? ''))
  out['address:page'] = is(/\.(?:s?html?|php|aspx?|jsp)$/.test(slug))
  out['address:hyphens'] = parts === undefined ? unknown : Math.min(10, slug.split('-').length - 1)
  out['address:digits'] = parts === undefined ? unknown : Math.min(10, slug.replace(/\D/g, '').length)
  out['address:query'] = is(parts?.query === true)
  out['address:slash'] = is(parts?.path.endsWith('/') === true)
  const before = parts === undefined ? [] : [...parts.labels, ...parts.steps]
  for (const { kind, name } of KIND_NAMES)
    out[name] = is(before.some((step) => KIND_WORDS[kind].address.test(step)))
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
