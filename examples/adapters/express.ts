import { createPool } from 'dechaff'
import type { RequestHandler } from 'express'

/**
 * Express: answers a POST of a page with its record. Behind `express.raw({ type: () => true, limit: '10mb' })`, which
 * leaves the bytes as they came.
 */
export function dechaffHandler(settings: Parameters<typeof createPool>[0] = {}): RequestHandler {
  const pool = createPool(settings)
  settings.signal?.addEventListener('abort', () => pool.close())
  return async (request, response) => {
    if (!Buffer.isBuffer(request.body)) return void response.status(400).json({ error: 'send a page' })
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const { url } = request.query
    const contentType = request.get('content-type')
    const dump = {
      bytes: request.body,
      ...(typeof url === 'string' && { url }),
      ...(contentType && { contentType }),
    }
    response.json(await pool.clean(dump, { signal: gone.signal }))
  }
}
