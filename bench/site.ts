/** Second-level labels under which registries hand out names (`co.uk`, `com.cn`): the site is then three labels. */
const REGISTRY = new Set([
  'co',
  'com',
  'net',
  'org',
  'gov',
  'edu',
  'ac',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'govt',
  'mil',
])

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname.toLowerCase()
  } catch {
    return undefined
  }
}

/** The registrable part of a host, near enough without the public suffix list. */
export function registrable(host: string): string {
  const labels = host.split('.')
  const [second, top] = [labels.at(-2) ?? '', labels.at(-1) ?? '']
  const take = top.length === 2 && REGISTRY.has(second) ? 3 : 2
  return labels.slice(-take).join('.')
}

/** What pages of one site share: the registrable host, else the id without its set, running number and dumper. */
export function siteOf(page: { readonly id: string; readonly url?: string | null | undefined }): string {
  const host = page.url ? hostOf(page.url) : undefined
  if (host) return registrable(host)
  const name = page.id.slice(page.id.lastIndexOf('/') + 1).replace(/[#!].*$/, '')
  return name.replace(/[-_]\d+$/, '')
}

/** 32-bit FNV-1a over UTF-16 units, unsigned: the same on every machine and in every release. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export type Holdout = 'even' | 'odd' | 'all'

/** Whether a site lies in the asked half; tune on `even`, look at `odd` last. */
export function inHalf(site: string, half: Holdout): boolean {
  return half === 'all' || (fnv1a(site) & 1) === (half === 'odd' ? 1 : 0)
}

/** Fold 0 to `folds - 1` of a site; all pages of a site share it. */
export function foldOf(site: string, folds: number): number {
  return fnv1a(site) % folds
}
