import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf, frameReader } from '../../src/batch/frame.ts'

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const message = fc.record({ head: fc.dictionary(fc.string(), fc.string()), body: fc.uint8Array() })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), (messages, size) => {
        const bytes = Buffer.concat(messages.flatMap(({ head, body }) => frameOf(head, body)))
        const read = frameReader<Record<string, string>>()
        const got = []
        for (let at = 0; at < bytes.length; at += size)
          for (const { head, body } of read(bytes.subarray(at, at + size)))
            got.push({ head: { ...head }, body: new Uint8Array(body) })
        expect(got).toEqual(messages.map(({ head, body }) => ({ head: { ...head }, body })))
      }),
    )
  })
})
