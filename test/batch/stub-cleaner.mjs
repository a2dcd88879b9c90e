// A cleaner of a few lines, with a page for every way to go wrong: what the page says is what happens.
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const BEHAVIOUR = {
  spin() {
    for (;;);
  },
  idle: () => new Promise(() => {}),
  async grow() {
    const hold = []
    for (;;) {
      hold.push(Buffer.alloc(16 * 1024 * 1024, 1))
      await wait(1)
    }
  },
  heap() {
    const hold = []
    for (;;) hold.push(new Array(1_000_000).fill(hold.length + 0.5))
  },
  exit: (code) => process.exit(Number(code)),
  abort: () => process.abort(),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  throw(message) {
    throw new Error(message)
  },
  slow: (ms) => wait(Number(ms)),
  async fetch() {
    const { connect } = await import('node:net')
    const { spawn } = await import('node:child_process')
    const { lookup } = await import('node:dns/promises')
    const { writeFileSync } = await import('node:fs')
    const attempts = {
      fetch: () => fetch('http://127.0.0.1:9'),
      connect: () => connect(9, '127.0.0.1'),
      spawn: () => spawn('true'),
      lookup: () => lookup('localhost'),
      write: () => writeFileSync('/tmp/never-written', ''),
    }
    const done = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        done.push(name)
      } catch {}
    }
    return `could: ${done.join(', ') || 'nothing'}`
  },
  who: () => `process ${process.pid}`,
}

const textOf = (dump) => dump.html ?? dump.text ?? Buffer.from(dump.bytes ?? []).toString('utf8')

export async function clean(dump, { explain } = {}) {
  const text = textOf(dump)
  const [, what, value] = /@(\w+)(?: (\S+))?/.exec(text) ?? []
  const said = what in BEHAVIOUR ? await BEHAVIOUR[what](value) : undefined
  const empty = text.trim() === ''
  return {
    id: dump.id,
    input: {
      path: dump.path ?? null,
      url: dump.url ?? null,
      kind: dump.html === undefined ? 'text' : 'html',
      charset: dump.bytes ? 'utf-8' : null,
      charsetFrom: null,
      bytes: Buffer.byteLength(text),
    },
    status: empty ? 'rejected' : 'clean',
    reason: empty ? { code: 'empty', message: 'holds no text' } : null,
    articles: empty
      ? []
      : [
          {
            text: said ?? text,
            markdown: said ?? text,
            wordCount: 1,
            confidence: 1,
            language: 'en',
            evidence: {},
          },
        ],
    dropped: { blocks: 1, chars: 2, byRole: { navigation: 1 }, byRule: { menu: 1 } },
    ...(what === 'noted'
      ? {
          limits: [{ limit: 'truncated', at: 1 }],
          notes: [{ kind: 'spam-claim', message: 'said' }],
        }
      : {}),
    ...(explain ? { blocks: [] } : {}),
  }
}
