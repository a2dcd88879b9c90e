import { describe, expect, it } from 'vitest'
import { exitOfError } from '../../src/batch/exit.ts'
import { type BatchRequest, checkRequest } from '../../src/batch/request.ts'
import { clock, printable } from '../../src/batch/terminal.ts'

const good: BatchRequest = {
  operands: ['in'],
  out: 'o',
  pipeline: 'article',
  preset: 'auto',
  deadline: 10,
  memory: 1024,
}
const { out, ...noOutput } = good

describe('a request', () => {
  it('that holds together is taken', () => {
    expect(() => checkRequest(good)).not.toThrow()
    expect(() => checkRequest({ ...noOutput, to: '-' })).not.toThrow()
    expect(() => checkRequest({ ...noOutput, dryRun: true })).not.toThrow()
  })

  it.each<[Partial<BatchRequest>, RegExp]>([
    [{ operands: [] }, /no input/],
    [{ to: '-' }, /exclude each other/],
    [{ operands: ['-', '-'] }, /only once/],
  ])('that does not is a usage error: %j', (change, message) => {
    const wrong = (): void => checkRequest({ ...good, ...change })
    expect(wrong).toThrow(message)
    try {
      wrong()
    } catch (error) {
      expect(exitOfError(error)).toBe(2)
    }
  })

  it('for standard output takes nothing that needs a folder', () => {
    expect(() => checkRequest(noOutput)).toThrow('no output')
    expect(() => checkRequest({ ...noOutput, to: 'file' })).toThrow('--to knows only -')
    expect(() => checkRequest({ ...noOutput, to: '-', gzip: true })).toThrow('--gzip needs --out')
    expect(() => checkRequest({ ...noOutput, to: '-', shard: { index: 1, of: 2 } })).toThrow(
      '--shard needs --out',
    )
  })
})

describe('the terminal', () => {
  it('is shown no control, escape or bidirectional character', () => {
    expect(printable('a\u001b[2Jb\u202ec\u0000d\ud800e\n')).toBe(
      'a\\u001b[2Jb\\u202ec\\u0000d\\ud800e\\u000a',
    )
    expect(printable('x'.repeat(300)).length).toBe(100)
  })

  it('tells time', () => {
    expect([clock(0), clock(65_000), clock(7_384_000)]).toEqual(['0:00', '1:05', '2:03:04'])
  })
})
