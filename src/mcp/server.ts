import { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import type { CleanPool } from '../batch/clean-all.ts'
import type { ExplainedBlock, Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import { foldSpace } from '../core/fold.ts'
import { nearest } from '../pipeline/nearest.ts'
import { renderArticle } from '../render/article-file.ts'
import { reasonOf } from '../review/model-words.ts'
import { RULES } from '../rules/all.ts'
import { describeBlock } from '../samples/failure.ts'

/** Blocks told of one question. */
const MOST_BLOCKS = 20

const PAGE = {
  html: z.string().optional().describe('The page as HTML. Give either html or text.'),
  text: z
    .string()
    .optional()
    .describe('The page as plain text, as copied or dumped. Give either html or text.'),
  url: z.string().optional().describe('Where the page came from. It is not opened.'),
}
/** Nothing is written, nothing outside is asked, and the same page gives the same answer. */
const HARMLESS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

type PageInput = { readonly [K in keyof typeof PAGE]?: string | undefined }

/** The tools `clean_page`, `explain_text` and `list_rules`; pages are cleaned by `pool`, which explains. */
export function mcpServer(pool: CleanPool, version: string): McpServer {
  const server = new McpServer({ name: 'dechaff', version })
  server.registerTool(
    'clean_page',
    {
      title: 'Clean a page',
      description:
        'Turns a raw page dump, HTML or plain text, into the article alone: Markdown under YAML front matter with title, authors, dates and the like. Nothing is invented. Opens no address: hand in the page itself.',
      inputSchema: z.object({
        ...PAGE,
        format: z
          .enum(['md', 'text', 'html', 'json'])
          .default('md')
          .describe('md, text, html, or json: the whole record'),
      }),
      annotations: HARMLESS,
    },
    async ({ format, ...page }, { mcpReq }) => {
      const outcome = await cleaned(pool, page, mcpReq.signal)
      if (typeof outcome === 'string') return failed(outcome)
      if (format === 'json') return told(JSON.stringify(without(outcome), null, 2))
      if (outcome.status !== 'clean') return told(`No article: ${whyNot(outcome)}`)
      const articles: string[] = []
      for (const article of outcome.articles)
        articles.push(await renderArticle(article, format, outcome.input))
      return told(articles.join('\n'))
    },
  )
  server.registerTool(
    'explain_text',
    {
      title: 'Explain a verdict',
      description:
        'Tells where a sentence of a page went: which block holds it, whether that was kept or dropped as what, and the votes for and against it.',
      inputSchema: z.object({
        ...PAGE,
        find: z.string().min(1).describe('Words on the page, without regard to case and white space.'),
      }),
      annotations: HARMLESS,
    },
    async ({ find, ...page }, { mcpReq }) => {
      const outcome = await cleaned(pool, page, mcpReq.signal)
      if (typeof outcome === 'string') return failed(outcome)
      const wanted = foldSpace(find).toLowerCase()
      const blocks = (outcome.blocks ?? []).filter(({ text }) =>
        foldSpace(text).toLowerCase().includes(wanted),
      )
      if (blocks.length === 0) return told(`No block of the page holds "${find}". ${whyNot(outcome)}`.trim())
      const more = blocks.length > MOST_BLOCKS ? [`… and ${blocks.length - MOST_BLOCKS} more blocks`] : []
      return told([...blocks.slice(0, MOST_BLOCKS).flatMap(described), ...more].join('\n'))
    },
  )
  server.registerTool(
    'list_rules',
    {
      title: 'List the rules',
      description:
        'Lists the rules that judge blocks, or tells all of one: what it sees, its weight and its options.',
      inputSchema: z.object({
        id: z.string().optional().describe('A rule; default: all of them, one line each.'),
      }),
      annotations: HARMLESS,
    },
    async ({ id }) => {
      if (id === undefined)
        return told(RULES.map((rule) => `${rule.id} (${rule.role}): ${rule.doc}`).join('\n'))
      const rule = RULES.find((one) => one.id === id)
      const near = nearest(
        id,
        RULES.map((one) => one.id),
      )
      if (rule === undefined) return failed(`no rule "${id}"${near ? `; did you mean "${near}"?` : ''}`)
      const { role, doc, weight, options } = rule
      return told(JSON.stringify({ id, role, doc, weight, options }, null, 2))
    },
  )
  return server
}

async function cleaned(pool: CleanPool, page: PageInput, signal: AbortSignal): Promise<Outcome | string> {
  const { html, text, url } = page
  if ((html === undefined) === (text === undefined)) return 'give either html or text'
  const dump: Dump = html === undefined ? { text: text! } : { html }
  return pool.clean(url === undefined ? dump : { ...dump, url }, { signal })
}

const whyNot = ({ status, reason }: Outcome) => (reason ? `The page is ${status}: ${reason.message}` : '')
const without = ({ blocks, ...record }: Outcome) => record
const described = (block: ExplainedBlock) =>
  describeBlock({ ...block, votes: block.votes.map((vote) => ({ ...vote, because: reasonOf(vote) })) })
const told = (text: string) => ({ content: [{ type: 'text' as const, text }] })
const failed = (text: string) => ({ ...told(text), isError: true })
