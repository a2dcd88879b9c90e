import { createPool } from '../batch/clean-all.ts'
import { version } from '../batch/version.ts'
import { loadPipeline } from '../pipeline/load.ts'

/** `dechaff mcp`: speaks the Model Context Protocol on standard input and output until the input ends. */
export async function serveMcp({ pipeline }: { readonly pipeline: string }): Promise<undefined> {
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio').catch((error: unknown) => {
    if (
      (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' ||
      (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND'
    )
      throw new Error('mcp needs a package that is not installed: npm install @modelcontextprotocol/server')
    throw error
  })
  const { mcpServer } = await import('../mcp/server.ts')
  const pool = createPool({ pipeline: await loadPipeline(pipeline), explain: true })
  const handle = serveStdio(() => mcpServer(pool, version()))
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await handle.close()
  pool.close()
}
