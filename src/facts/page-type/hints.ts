import type { Claim } from '../../core/claim.ts'
import { KIND_WORDS, KINDS } from '../../words/page-types.ts'

const LONGEST = 600

const KIND_NAMES = KINDS.map((kind) => ({
  words: KIND_WORDS[kind],
  hint: `hint:${kind}`,
  names: `names:${kind}`,
  title: `title:${kind}`,
}))

/** Adds what the page's markup says of its kind, apart from its text: types, software, names, and which fields it claims at all. */
export function addHints(claims: readonly Claim[], out: Record<string, number>): void {
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
  out['claims:website'] = flag(/\bwebsite\b/.test(types))
  out['claims:article'] = flag(/\barticle\b/.test(types))
  out['claims:news'] = flag(/newsarticle/.test(main))
  out['claims:posting'] = flag(/blogposting/.test(main))
  out['claims:recipe'] = flag(/recipe|howto/.test(types))
  out['claims:person'] = flag(/\bperson\b/.test(types))
  out['claims:trail'] = flag(fields.has('breadcrumb'))
  out['claims:author'] = flag(fields.has('author'))
  out['claims:published'] = flag(fields.has('published'))
  out['claims:modified'] = flag(fields.has('modified'))
  out['claims:section'] = flag(fields.has('section'))
  out['claims:tag'] = flag(fields.has('tag'))
  out['claims:body'] = flag(fields.has('body'))
  out['claims:nothing'] = flag(types === '' && main === '')
  out['title:words'] = Math.min(20, title.split(' ').length)
  for (const kind of KIND_NAMES) {
    out[kind.hint] = flag(kind.words.hint.test(types) || kind.words.hint.test(main))
    out[kind.names] = flag(kind.words.hint.test(names))
    out[kind.title] = flag(kind.words.title.test(title))
  }
}
