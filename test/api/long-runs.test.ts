import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const STORY =
  '<p>The ferry to Quilby sails at noon, wind and tide permitting, said the harbour master, who counts boats.</p>'
const META = ['og:title', 'author', 'og:site_name', 'article:section', 'keywords', 'article:published_time']

/** Every place a page's own words are read by more than one expression, filled with one value. */
const FIELDS: Readonly<Record<string, (value: string) => string>> = {
  title: (value) => `<title>${value}</title>`,
  heading: (value) => `<h1>${value}</h1>`,
  meta: (value) => META.map((name) => `<meta property="${name}" name="${name}" content="${value}">`).join(''),
  'JSON-LD': (value) =>
    `<script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      headline: value,
      author: { name: value },
      articleSection: value,
      keywords: value,
      datePublished: value,
      publisher: { name: value },
    })}</script>`,
  lines: (value) =>
    `<p class="byline" itemprop="author">By ${value}</p><time>${value}</time><nav class="breadcrumb">${value}</nav>`,
}
const UNITS = ['1', ' ', '\u3000', 'a', '.', '|', '中', 'a!', '1.', 'A ', 'a,', 'By ', '&amp;']

test.each(Object.keys(FIELDS))('a field of 200,000 equal characters hangs nothing: %s', async (field) => {
  for (const unit of UNITS) {
    const value = unit.repeat(200_000 / unit.length)
    const { status } = await clean({ html: `<!DOCTYPE html>${FIELDS[field]!(value)}${STORY.repeat(6)}` })
    expect(status, JSON.stringify(unit)).not.toBe('failed')
  }
})
