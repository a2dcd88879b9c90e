import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { PATIENCE } from '../../src/batch/stop.ts'
import { contents, folder, put, records } from './folder.ts'

// the command as users run it, from the build (`npm test` makes it first), with a stub for the cleaner
// every test starts processes: on a busy machine they take their time
vi.setConfig({ testTimeout: 180_000 })

const CLI = fileURLToPath(new URL('./cli.mjs', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(args: string[], options: { cwd?: string; stdout?: number; env?: object } = {}): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.cwd,
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}

function dechaff(
  args: string[],
  options: { cwd?: string; stdin?: string; stdout?: number; env?: object } = {},
): Promise<Ended> {
  const child = start(args, options)
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.stdin ?? '')
  return ended(child)
}

const some = (): string =>
  put(folder(), {
    'in/a.html': 'one',
    'in/b.html': '',
    'in/c.html': 'three',
    'in/d.jsonl': '{"text":"four"}\n{"text":"five"}\n',
  })

describe('dechaff run', () => {
  it('cleans a folder into a run folder and says what it did', async () => {
    const cwd = some()
    const { code, out, err } = await dechaff(['in', '--out', 'out', '-j', '2'], { cwd })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/pages +5\n +clean +4\n +rejected +1\n +failed +0/)
    expect(err).not.toContain('\u001b')
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      '.dechaff',
      'articles.jsonl',
      'failed.jsonl',
      'rejected.jsonl',
      'report.json',
    ])
  })

  it.each([
    [[], 0],
    [['--fail-on-failed'], 1],
    [['--fail-on-failed=49%'], 1],
    [['--fail-on-failed=50%'], 0],
  ])('ends as %j asks where one of two pages failed: %i, and when asked again', async (flags, code) => {
    const cwd = put(folder(), { 'a.html': '@exit 9', 'b.html': 'fine' })
    const args = ['a.html', 'b.html', '-o', 'out', '-q', '-j', '1', ...flags]
    for (let time = 0; time < 2; time++) expect((await dechaff(args, { cwd })).code).toBe(code)
  })

  it('ends with 65 where nothing of the input is there, for every part of it, and with 0 where something is', async () => {
    const cwd = put(folder(), { 'a.html': 'fine' })
    mkdirSync(join(cwd, 'empty'))
    for (const input of ['mount/crawl.warc.gz', 'empty', 'mount/*.html'])
      for (const part of ['1/2', '2/2'])
        expect(
          (await dechaff([input, '-o', `out-${part[0]}`, '--overwrite', '-q', '--shard', part], { cwd }))
            .code,
        ).toBe(65)
    expect((await dechaff(['gone.html', 'a.html', '-o', 'out', '-q'], { cwd })).code).toBe(0)
    expect((await dechaff(['gone.html', '--to', '-', '-q'], { cwd })).code).toBe(65)
    // an engine's empty partition
    expect((await dechaff(['-', '--to', '-', '-q'], { cwd })).code).toBe(0)
  })

  it('takes its part from the engine that started it, and says which', async () => {
    const cwd = some()
    const env = { JOB_COMPLETION_INDEX: '1', DECHAFF_SHARDS: '2' }
    const { code, err } = await dechaff(['in', '-o', 'out', '--shard', 'auto', '--shard-size', '1'], {
      cwd,
      env,
    })
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(
        /^part 2\/2 \(Kubernetes, JOB_COMPLETION_INDEX=1\)\n(?:.*\n)*part 2\/2: 2 pages in 2 shards/,
      ),
    })
    expect((await dechaff(['in', '-o', 'out', '--shard', 'auto'], { cwd })).err).toMatch(
      /no engine tells a place/,
    )
  })

  it('writes the same bytes under any time zone, language and number of processes', async () => {
    const cwd = some()
    await dechaff(['in', '-o', 'x', '-j', '1'], { cwd, env: { TZ: 'UTC', LC_ALL: 'C' } })
    await dechaff(['in', '-o', 'y', '-j', '3'], { cwd, env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' } })
    expect(contents(join(cwd, 'y'))).toEqual(contents(join(cwd, 'x')))
  })

  it.each([
    [['in'], /no output; add --out DIR/],
    [['in', '-o', 'o', '--shard', '3/2'], /i\/N/],
    [['in', '-o', 'o', '--pipeline', 'nowhere'], /unknown pipeline "nowhere"; there are: article/],
    [['in', '-o', 'o', '--colour'], /unknown option/],
  ])('answers a wrong call with one line and 2: %j', async (args, message) => {
    const cwd = some()
    const { code, err } = await dechaff(args, { cwd })
    expect(err).toMatch(message)
    expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 })
    expect(readdirSync(cwd)).toEqual(['in'])
  })

  it('refuses a folder that was begun with another pipeline', async () => {
    const cwd = some()
    const article = readFileSync(new URL('../../pipelines/article.yaml', import.meta.url), 'utf8')
    put(cwd, { 'other.yaml': article.replace(/^name: .*/m, 'name: other').replace(/^model: .*/m, '') })
    await dechaff(['in', '-o', 'out', '-q'], { cwd })
    const { code, err } = await dechaff(['in', '-o', 'out', '-p', 'other.yaml'], { cwd })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^error: out was begun with another pipeline \(article there, other now\).*--overwrite\n$/,
      ),
    })
  })

  it('lists what it would clean with --dry-run, after --limit and --sample', async () => {
    const cwd = some()
    const all = await dechaff(['in', '--dry-run'], { cwd })
    expect(records(all.out).map(({ id }) => id)).toEqual([
      'in/a.html',
      'in/b.html',
      'in/c.html',
      'in/d.jsonl:1',
      'in/d.jsonl:2',
    ])
    expect(records((await dechaff(['in', '--dry-run', '--limit', '2'], { cwd })).out).length).toBe(2)
    expect(readdirSync(cwd)).toEqual(['in'])
  })

  it('prints no control character of a page', async () => {
    const cwd = put(folder(), { 'in/\u001b[2Jbad.html': '@exit 1' })
    const { err } = await dechaff(['in', '-o', 'out', '--fail-fast', '-j', '1'], { cwd })
    expect(err).toContain('\\u001b[2Jbad.html')
    expect(err).not.toContain('\u001b')
  })

  it.each([
    ['articles', '.'],
    ['.', 'out'],
  ])('refuses to write among what it reads: %s into %s', async (input, out) => {
    const cwd = put(folder(), { 'articles/a.html': 'one', 'articles/b.html': 'two' })
    const { code, err } = await dechaff([input, '--out', out, '--articles', 'md', '--overwrite'], { cwd })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error: the .* lies in the .*\n$/) })
    expect(contents(cwd)).toEqual({ 'articles/a.html': 'one', 'articles/b.html': 'two' })
  })

  it('says in one line that the output cannot be written', async () => {
    const cwd = put(some(), { file: '' })
    const { code, err } = await dechaff(['in', '-o', 'file/out'], { cwd })
    expect({ code, err }).toEqual({ code: 74, err: expect.stringMatching(/^error: .*is a file\n$/) })
  })
})

describe('standard input to standard output', () => {
  it('gives one record a line, in order, none left out', async () => {
    const stdin = [
      '{"id":"a","text":"@slow 120"}',
      '{"id":"b","text":"2"}',
      'broken',
      '{"id":"b","text":""}',
    ].join('\n')
    const { code, out, err } = await dechaff(['-', '--to', '-', '-j', '2'], { stdin })
    expect(records(out).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a clean',
      'b clean',
      '-:3 failed',
      'b rejected',
    ])
    expect({ code, err }).toEqual({ code: 0, err: '4 pages, 1 failed\n' })
  })

  it('answers each record before the next one comes', async () => {
    const child = start(['-', '--to', '-', '-j', '2', '-q', '--input', 'jsonl'])
    const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
    for (const text of ['one', 'two', 'three']) {
      child.stdin?.write(`${JSON.stringify({ id: text, text })}\n`)
      expect(JSON.parse((await answers.next()).value!)).toMatchObject({ id: text, status: 'clean' })
    }
    child.stdin?.end()
    expect((await ended(child)).code).toBe(0)
  })

  it('ends quietly when the reader has gone', async () => {
    const child = start(['-', '--to', '-', '-j', '1'])
    child.stdin?.on('error', () => {})
    const whole = ended(child)
    child.stdout?.once('data', () => child.stdout?.destroy())
    const more = setInterval(() => child.stdin?.write('{"text":"x"}\n'.repeat(50)), 5)
    const { code, err } = await whole
    clearInterval(more)
    expect({ code, err }).toEqual({ code: 74, err: '' })
  })

  it.skipIf(process.platform !== 'linux')('says so when the disk behind it is full', async () => {
    const { code, err } = await dechaff(['-', '--to', '-'], {
      stdin: '{"text":"x"}',
      stdout: openSync('/dev/full', 'w'),
    })
    expect({ code, err }).toEqual({
      code: 74,
      err: 'error: the disk is full; make room, and the same command goes on\n',
    })
  })
})

const pause = (ms = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const isAlive = (pid: string): boolean => existsSync(`/proc/${pid}/exe`)
const many = (n: number): string =>
  Array.from(
    { length: n },
    (_, at) => `${JSON.stringify({ id: `p${at}`, text: `page ${at} @slow ${(at * 7) % 11}` })}\n`,
  ).join('')

describe('a run that is stopped', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends long before a page that hangs would, and goes on from there',
    async (signal) => {
      const cwd = put(folder(), { 'in.jsonl': `${many(60)}{"text":"@idle"}\n` })
      const args = ['in.jsonl', '-o', 'out', '-j', '2', '--shard-size', '10', '--deadline', '3600']
      const child = start(args, { cwd })
      const whole = ended(child)
      const marks = join(cwd, 'out/.dechaff/shards')
      while (child.exitCode === null && !shards(marks).includes('0000000-0000003.jsonl')) await pause()
      child.kill(signal)
      const { code, err } = await whole
      expect(PATIENCE).toBeLessThan(5000)
      expect({ code, err }).toEqual({
        code: 75,
        err: expect.stringContaining('the same command goes on'),
      })
      expect(readdirSync(join(cwd, 'out'))).toEqual(['.dechaff'])
      expect(shards(marks).length).toBeGreaterThanOrEqual(4)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'by SIGKILL leaves no process behind, not even one that hangs',
    async () => {
      const child = start(['-', '--to', '-', '-j', '1', '--deadline', '600'])
      child.stdin?.write('{"text":"@spin"}\n')
      const children = (): string =>
        readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
      while (children() === '') await pause()
      const worker = children()
      const busy = (): boolean => Number(readFileSync(`/proc/${worker}/stat`, 'latin1').split(' ')[13]) > 100
      while (!busy()) await pause()
      child.kill('SIGKILL')
      while (isAlive(worker)) await pause()
    },
  )

  it('by SIGKILL, again and again, ends with the bytes of an unbroken run', async () => {
    const cwd = put(folder(), { 'in.jsonl': many(64) })
    const args = (out: string): string[] => ['in.jsonl', '-o', out, '-j', '2', '--shard-size', '8', '-q']
    expect((await dechaff(args('whole'), { cwd })).code).toBe(0)
    // from the first file of the journal to the last shard
    let kills = 0
    for (const done of [0, 3, 8]) {
      const child = start(args('out'), { cwd })
      const end = ended(child)
      const reached = (): boolean =>
        existsSync(join(cwd, 'out/.dechaff/run.json')) &&
        shards(join(cwd, 'out/.dechaff/shards')).length >= done
      while (child.exitCode === null && !reached()) await pause(3)
      child.kill('SIGKILL')
      if ((await end).code === null) kills++
    }
    expect((await dechaff(args('out'), { cwd })).code).toBe(0)
    expect(kills).toBeGreaterThan(0)
    expect(contents(join(cwd, 'out'))).toEqual(contents(join(cwd, 'whole')))
    expect(records(readFileSync(join(cwd, 'out/articles.jsonl'), 'utf8')).length).toBe(64)
  })
})

/** A small file system of its own, or undefined where the tests may not mount one. */
function mounted(options: string): string | undefined {
  const path = folder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', [path]))
  return path
}

describe('an output that cannot be written', () => {
  const args = (out: string): string[] => ['in.jsonl', '-o', out, '-j', '2', '--shard-size', '8', '-q']

  it('for a full disk: says so, and goes on to the same bytes when there is room', async ({ skip }) => {
    const disk = mounted('size=32k')
    if (disk === undefined) return skip()
    const cwd = put(folder(), { 'in.jsonl': many(64) })
    await dechaff(args('whole'), { cwd })
    expect(await dechaff(args(join(disk, 'out')), { cwd })).toEqual({
      code: 74,
      out: '',
      err: 'error: the disk is full; make room, and the same command goes on\n',
    })
    expect(readdirSync(join(disk, 'out'))).toEqual(['.dechaff'])
    execFileSync('mount', ['-o', 'remount,size=4m', disk])
    expect((await dechaff(args(join(disk, 'out')), { cwd })).code).toBe(0)
    expect(contents(join(disk, 'out'))).toEqual(contents(join(cwd, 'whole')))
  })

  it.for(['out', 'deep/out'])('for a read-only disk: says so (%s)', async (out, { skip }) => {
    const disk = mounted('ro')
    if (disk === undefined) return skip()
    const cwd = put(folder(), { 'in.jsonl': many(4) })
    expect(await dechaff(args(join(disk, out)), { cwd })).toEqual({
      code: 74,
      out: '',
      err: expect.stringMatching(/^error: .*: the output is on a file system that cannot be written\n$/),
    })
  })
})

describe('a run killed by SIGKILL as soon as a file of its journal or its result is there', () => {
  const SHARDS = 5
  const names = Array.from({ length: SHARDS }, (_, at) => `0000000-000000${at}.jsonl`)
  const boundaries = [
    ['.dechaff', 'run.json'],
    ...names.map((name) => ['.dechaff/shards', name]),
    ['.', 'articles.jsonl'],
    ['.', 'failed.jsonl'],
    ['.', 'report.json'],
    ['.dechaff', 'done.json'],
  ] as const

  it('ends with the bytes of an unbroken run, though it dies at each of them', async () => {
    const cwd = put(folder(), { 'in.jsonl': many(SHARDS * 8) })
    const args = (out: string): string[] => ['in.jsonl', '-o', out, '-j', '2', '--shard-size', '8', '-q']
    await dechaff(args('whole'), { cwd })
    mkdirSync(join(cwd, 'out/.dechaff/shards'), { recursive: true })
    const died: string[] = []
    for (const [at, name] of boundaries) {
      const child = start(args('out'), { cwd })
      const end = ended(child)
      const eye = watch(join(cwd, 'out', at), (_, seen) => void (seen === name && child.kill('SIGKILL')))
      const { code } = await end
      eye.close()
      if (code === null) died.push(name)
      expect(shards(join(cwd, 'out/.dechaff/shards')).every((found) => names.includes(found))).toBe(true)
    }
    // the last file may be there an instant before the program is done
    expect(died.slice(0, 8)).toEqual(boundaries.slice(0, 8).map(([, name]) => name))
    expect((await dechaff(args('out'), { cwd })).code).toBe(0)
    expect(contents(join(cwd, 'out'))).toEqual(contents(join(cwd, 'whole')))
  })
})

const shards = (path: string): string[] => {
  try {
    return readdirSync(path).filter((name) => name.endsWith('.jsonl'))
  } catch {
    return []
  }
}
