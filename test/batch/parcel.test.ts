import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openParcel } from '../../src/batch/open-parcel.ts'
import { digestOfParcel, type Parcel, parcelOf, wireOf } from '../../src/batch/parcel.ts'
import { outcomeOf, readRecord, recordOf } from '../../src/batch/record.ts'
import { PRESETS } from '../../src/batch/sources/fields.ts'
import type { Outcome } from '../../src/core/article.ts'
import { folder, put } from './folder.ts'

const sent = (parcel: Parcel): Parcel => {
  const { head, body } = wireOf(parcel)
  return parcelOf(JSON.parse(JSON.stringify(head)), Buffer.from(body))
}
const open = (parcel: Parcel) => openParcel(parcel, 'here', PRESETS.auto!).page

describe('a parcel', () => {
  it('is the same on the other side, any string and any bytes', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, fc.uint8Array(), (id, words, bytes) => {
        for (const content of [{ text: words }, { html: words }, { bytes: Buffer.from(bytes) }])
          expect(sent({ kind: 'dump', dump: { id, ...content } })).toEqual({
            kind: 'dump',
            dump: { id, ...content },
          })
      }),
    )
    const lone: Parcel = { kind: 'dump', dump: { text: 'a\ud800b' } }
    expect(sent(lone)).toEqual(lone)
  })

  it('that names a file is read where it is opened, and says why where it cannot be', () => {
    const root = put(folder(), { 'a.html': '<p>here' })
    const file = (name: string): Parcel =>
      sent({ kind: 'file', path: name, at: Buffer.from(join(root, name)), mhtml: false })
    expect(open(file('a.html'))).toMatchObject({ id: 'here', path: 'a.html', bytes: Buffer.from('<p>here') })
    expect(open(file('gone.html'))).toMatchObject({ id: 'here', refused: { code: 'not-found' } })
    mkdirSync(join(root, 'b.html'))
    expect(open(file('b.html'))).toMatchObject({ id: 'here', refused: { code: 'folder' } })
  })

  it('has a digest of what it is, where it was found and what is in the file it names', async () => {
    const root = put(folder(), { 'a.html': 'one' })
    const file: Parcel = {
      kind: 'file',
      path: 'a.html',
      at: Buffer.from(join(root, 'a.html')),
      mhtml: false,
    }
    const before = await digestOfParcel(file, 'a.html')
    expect(await digestOfParcel(file, 'a.html')).toBe(before)
    expect(await digestOfParcel(file, 'b.html')).not.toBe(before)
    put(root, { 'a.html': 'two' })
    expect(await digestOfParcel(file, 'a.html')).not.toBe(before)
  })
})

describe('a record', () => {
  it('comes back as the outcome it was made of, keys in the same order', () => {
    const outcome: Outcome = {
      id: 'a\n"b"',
      input: { path: null, url: null, kind: 'text', charset: null, charsetFrom: null, bytes: 3 },
      status: 'clean',
      reason: null,
      articles: [
        {
          text: 'one\ntwo\u2028',
          markdown: 'one',
          wordCount: 2,
          confidence: 1,
          evidence: {},
          language: 'en',
        },
        { text: 'zwei', markdown: 'zwei', wordCount: 1, confidence: 0.5, evidence: {} },
      ],
      dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
      limits: [{ limit: 'blocks', at: 3 }] as never,
      blocks: [],
    }
    for (const one of [outcome, { ...outcome, articles: [] }]) {
      const record = readRecord(recordOf(one, 'here', null))
      expect(JSON.stringify(outcomeOf(record))).toBe(JSON.stringify(one))
      expect(record.card.place).toBe('here')
    }
    const { limits, blocks, ...plain } = outcome
    expect(JSON.stringify(outcomeOf(readRecord(recordOf(plain, 'here', null))))).toBe(JSON.stringify(plain))
  })
})
