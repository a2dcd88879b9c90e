import { expect, it } from 'vitest'
import { forStream, shown } from '../../src/cli/plain.ts'
import { clean } from '../../src/index.ts'

const STEERING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/
const LINE =
  'The ferry to Quilby sails at noon, wind and tide permitting, said the harbour master on Monday. '

it('shows what would steer a terminal, and sends it to files and pipes as it is', () => {
  const text = 'a\u001b]0;owned\u0007b\u009b31mc\u202ed\r\te\n'
  expect(shown(text)).toBe('a\\u001b]0;owned\\u0007b\\u009b31mc\\u202ed\\u000d\te\n')
  expect(forStream(text, { isTTY: true })).not.toMatch(STEERING)
  expect(forStream(text, {})).toBe(text)
})

const claimed = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script><article>${`<p>${LINE.repeat(3)}</p>`.repeat(4)}</article>`

it('leaves controls and marks of direction out of titles and names', async () => {
  const { articles } = await clean({
    html: claimed({
      headline: 'The quay of \u202eQuilby\u202c \u001b[31mopens again',
      author: { name: 'Ann\u2066 Lee\u2069' },
    }),
  })
  const { title, authors } = articles[0]!
  expect(title).toBe('The quay of Quilby [31mopens again')
  expect(authors).toEqual(['Ann Lee'])
})

it('writes no half of a character, and says where there was one', async () => {
  const html = claimed({ headline: 'The quay of Quilby opens again' }).replace('again', 'again \\ud83d')
  const outcome = await clean({ html, id: 'quay \udc00' })
  expect(JSON.stringify(outcome)).not.toMatch(/\\ud[89a-f]/i)
  expect(outcome.id).toBe('quay \ufffd')
  expect(outcome.notes?.map(({ kind }) => kind)).toContain('broken-characters')
})
