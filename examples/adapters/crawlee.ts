import type { CheerioCrawlingContext, HttpCrawlingContext } from '@crawlee/cheerio'
import { createPool } from 'dechaff'

/**
 * Crawlee: cleans pages in processes of their own, so that the crawler's loop never waits for one. Give `handle` to a
 * crawler as its `requestHandler`, and `close` the pool when the crawl is done.
 */
export function dechaffHandler(settings: Parameters<typeof createPool>[0] = {}) {
  const pool = createPool(settings)
  return {
    async handle({ request, response, body, pushData }: HttpCrawlingContext | CheerioCrawlingContext) {
      const contentType = response.headers['content-type']
      const record = await pool.clean({
        ...(typeof body === 'string' ? { html: body } : { bytes: body }),
        url: request.loadedUrl ?? request.url,
        ...(contentType !== undefined && { contentType }),
      })
      for (const { content, ...article } of record.articles) await pushData({ page: record.id, ...article })
      if (record.reason) await pushData({ page: record.id, status: record.status, reason: record.reason })
    },
    close: () => pool.close(),
  }
}
