import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import { createPool, type PoolSettings } from '../batch/clean-all.ts'
import { service } from './service.ts'

export interface ServeSettings extends Pick<PoolSettings, 'pipeline' | 'deadline' | 'memory' | 'size'> {
  /** Default: any free one. */
  readonly port?: number
  /** Address to listen on. Default `127.0.0.1`. */
  readonly host?: string
  /** Asked of every request but /health. @see ServiceOptions */
  readonly token?: string
  /** What it says its version is. */
  readonly version: string
  /** Bytes of a page, at most. Default 10 MiB. */
  readonly bytes?: number
}
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

const BYTES = 10 * 1024 * 1024
/** Pages in hand for each process, waiting ones included. */
const WAITING = 16
const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost']

/**
 * Serves {@link service} until it is closed.
 *
 * @throws where it would listen to other machines without a token.
 */
export async function serve(settings: ServeSettings): Promise<Served> {
  const { port = 0, host = '127.0.0.1', token, version, bytes = BYTES, ...pooled } = settings
  const loopback = LOOPBACK.includes(host)
  if (!loopback && token === undefined)
    throw new Error(`${host} can be reached from other machines: give a token (--token, or DECHAFF_TOKEN)`)
  const { size = availableParallelism() } = pooled
  // processes start when pages come: those that explain, when somebody asks for it
  const pool = { plain: createPool(pooled), explained: createPool({ ...pooled, explain: true }) }
  const hosts: string[] = []
  const app = service({
    pool,
    bytes,
    version,
    waiting: size * WAITING,
    ...(token !== undefined && { token }),
    ...(loopback && { hosts }),
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  const closePools = () => {
    pool.plain.close()
    pool.explained.close()
  }
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    closePools()
    throw error
  }
  const bound = (server.address() as AddressInfo).port
  hosts.push(...['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${bound}`))
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: async () => {
      closePools()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
