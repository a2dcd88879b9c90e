import type { Claim } from '../../core/claim.ts'
import { KIND_WORDS, KINDS } from '../../words/page-types.ts'

const LONGEST = 600

/** What the page's markup says of its kind, apart from its text: types, software, names, and which fields it claims at all. */
export function hintEvidence(claims: readonly Claim[]): Record<string, number> {
  const said = { main: '', types: '', names: '', title: '' }
  const fields = new Set<string>()
  for (const { field, value, from, key } of claims) {
    if (field === 'pageType') said[from === 'json-ld' ? 'main' : 'types'] += ` ${value}`
    else if (field === 'hint') said[from === 'html' || from === 'meta' ? 'names' : 'types'] += ` ${value}`
    else if (field === 'title') said.title ||= value
    fields.add(field)
    if (field === 'author' && from === 'json-ld' && key.includes('Organization')) fields.add('desk')
  }
  const [main, types, names, title] = [said.main, said.types, said.names, said.title].map((text) =>
    text.slice(0, LONGEST).toLowerCase(),
  ) as [string, string, string, string]
  const flag = (test: boolean) => (test ? 1 : 0)
  const out: Record<string, number> = {
    'claims:website': flag(/\bwebsite\b/.test(types)),
    'claims:article': flag(/\barticle\b/.test(types)),
    'claims:news': flag(/newsarticle/.test(main)),
    'claims:posting': flag(/blogposting/.test(main)),
    'claims:recipe': flag(/recipe|howto/.test(types)),
    'claims:person': flag(/\bperson\b/.test(types)),
    'claims:trail': flag(fields.has('breadcrumb')),
    'claims:author': flag(fields.has('author')),
    'claims:published': flag(fields.has('published')),
    'claims:modified': flag(fields.has('modified')),
    'claims:section': flag(fields.has('section')),
    'claims:tag': flag(fields.has('tag')),
    'claims:body': flag(fields.has('body')),
    'claims:nothing': flag(types === '' && main === ''),
    'title:words': Math.min(20, title.split(' ').length),
  }
  for (const kind of KINDS) {
    const words = KIND_WORDS[kind]
    out[`hint:${kind}`] = flag(words.hint.test(types) || words.hint.test(main))
    out[`names:${kind}`] = flag(words.hint.test(names))
    out[`title:${kind}`] = flag(words.title.test(title))
  }
  return out
}
