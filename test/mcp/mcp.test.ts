import { execFileSync } from 'node:child_process'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clean } from '../../src/index.ts'
import { mcpServer } from '../../src/mcp/server.ts'

vi.setConfig({ testTimeout: 180_000 })
/** Milliseconds to wait for an answer: a process has to start. */
const PATIENCE = { timeout: 150_000 }
const PROSE =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the valley.'
const WEIR = `<title>The weir holds</title><nav><a href="/">Home</a></nav><h1>The weir holds</h1>${`<p>${PROSE}</p>`.repeat(6)}`

describe('the server for agents', () => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  beforeAll(async () => {
    // pages cleaned here: the pool has tests of its own
    const pool = { clean: (dump: object) => clean(dump, { explain: true }), close() {} }
    const [here, there] = InMemoryTransport.createLinkedPair()
    await Promise.all([mcpServer(pool, '1.2.3').connect(there), client.connect(here)])
  })
  afterAll(() => client.close())
  const call = async (name: string, args: object) => {
    const { content, isError = false } = await client.callTool({ name, arguments: { ...args } })
    const [first] = content as { text: string }[]
    return { text: first?.text ?? '', isError }
  }

  it('has three tools, which only read', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual(['clean_page', 'explain_text', 'list_rules'])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
  })

  it('cleans a page into Markdown, or its record', async () => {
    const { text } = await call('clean_page', { html: WEIR })
    expect(text).toMatch(/^---\n/)
    expect(text).toContain(PROSE)
    expect(text).not.toContain('Home')
    const record = JSON.parse((await call('clean_page', { html: WEIR, format: 'json' })).text)
    expect(record).toEqual(await clean({ html: WEIR }))
    expect(await call('clean_page', { text: 'x' })).toMatchObject({
      text: expect.stringMatching(/^No article: /),
    })
  })

  it.each([
    ['nothing', {}],
    ['two pages', { html: WEIR, text: 'x' }],
  ])('says what is wrong with %s', async (_, page) => {
    expect(await call('clean_page', page)).toEqual({ text: 'give either html or text', isError: true })
  })

  it('tells where a sentence went', async () => {
    expect((await call('explain_text', { html: WEIR, find: 'HOME' })).text).toMatch(
      /dropped as navigation.*"Home"\n.*because it /s,
    )
    expect((await call('explain_text', { html: WEIR, find: 'of salt' })).text).toContain(
      'No block of the page holds',
    )
  })

  it('lists the rules, and tells all of one', async () => {
    expect((await call('list_rules', {})).text).toContain('share-bar (share): ')
    expect(JSON.parse((await call('list_rules', { id: 'share-bar' })).text)).toMatchObject({
      id: 'share-bar',
    })
    expect(await call('list_rules', { id: 'share-bra' })).toEqual({
      text: 'no rule "share-bra"; did you mean "share-bar"?',
      isError: true,
    })
  })
})

it('the command speaks it on standard input and output, and ends with its input', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const transport = new StdioClientTransport({ command: process.execPath, args: ['dist/cli/main.js', 'mcp'] })
  await client.connect(transport, PATIENCE)
  const { content } = await client.callTool({ name: 'clean_page', arguments: { html: WEIR } }, PATIENCE)
  expect((content as { text: string }[])[0]!.text).toContain(PROSE)
  await client.close()
  expect(execFileSync(process.execPath, ['dist/cli/main.js', 'mcp'], { input: '', encoding: 'utf8' })).toBe(
    '',
  )
})
