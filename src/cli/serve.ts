import { version } from '../batch/version.ts'
import type { ServeSettings } from '../serve/serve.ts'
import { untilSignal } from './write-page.ts'

export interface ServeFlags {
  readonly pipeline: string
  readonly host: string
  readonly port?: number
  readonly token?: string
  readonly concurrency?: number
  readonly deadline?: number
  readonly memory?: number
  readonly maxBytes?: number
}

/** `dechaff serve`: cleans pages over HTTP until Ctrl-C. */
export async function serveService(flags: ServeFlags): Promise<undefined> {
  const { serve } = await import('../serve/serve.ts')
  const { loadPipeline } = await import('../pipeline/load.ts')
  const { pipeline, host, port, concurrency, deadline, memory, maxBytes } = flags
  const token = flags.token ?? (process.env.DECHAFF_TOKEN || undefined)
  const settings: ServeSettings = {
    // a pipeline that does not hold is told before anybody asks
    pipeline: await loadPipeline(pipeline),
    host,
    version: version(),
    ...(port !== undefined && { port }),
    ...(token !== undefined && { token }),
    ...(concurrency !== undefined && { size: concurrency }),
    ...(deadline !== undefined && { deadline: deadline * 1000 }),
    ...(memory !== undefined && { memory: memory * 1024 ** 2 }),
    ...(maxBytes !== undefined && { bytes: maxBytes }),
  }
  const served = await serve(settings)
  process.stdout.write(`${served.url}\n`)
  process.stderr.write(`POST pages to ${served.url}/clean. Ctrl-C ends it.\n`)
  await untilSignal()
  await served.close()
}
