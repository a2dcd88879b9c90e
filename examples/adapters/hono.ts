import { clean } from 'dechaff/core'
import type { MiddlewareHandler } from 'hono'

/**
 * Hono, wherever it runs: what a route answers as HTML leaves as the article alone, for who asks for Markdown or plain
 * text in `Accept`.
 */
export const readable = (): MiddlewareHandler => async (c, next) => {
  await next()
  const wanted = /text\/(?:markdown|plain)/.exec(c.req.header('accept') ?? '')?.[0]
  if (wanted === undefined || !c.res.headers.get('content-type')?.startsWith('text/html')) return
  const page = await clean({ html: await c.res.text(), url: c.req.url })
  const texts = page.articles.map(({ title, markdown, text }) =>
    wanted === 'text/plain' ? text : title ? `# ${title}\n\n${markdown}` : markdown,
  )
  const headers = { 'content-type': `${wanted}; charset=utf-8`, vary: 'accept' }
  c.res = undefined
  c.res =
    texts.length > 0 ? new Response(texts.join('\n\n'), { headers }) : c.text(page.reason?.message ?? '', 422)
}
