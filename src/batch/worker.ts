import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { sealOff } from './seal.ts'

/** What a cleaner module exports. */
export interface CleanerModule {
  readonly clean: (dump: Dump, options: CleanOptions) => Promise<Outcome>
}
export interface CleanOptions {
  readonly pipeline?: string | Pipeline
  readonly explain?: boolean
}

/** From the parent: first the options, then one dump after another, each after the answer to the last. */
export type Order = { readonly options: CleanOptions } | { readonly dump: Dump }
/** To the parent. An outcome travels as JSON: that is what is written, and nothing JSON cannot hold gets through. */
export type Answer =
  | { readonly ready: true }
  | { readonly outcome: string }
  | { readonly error: string }
  /** The cleaner itself could not be loaded. */
  | { readonly broken: string }

// the parent decides when to stop: a Ctrl-C on the terminal reaches every process of the group
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())

const answer = (message: Answer): void => {
  process.send?.(message, undefined, undefined, () => {})
}
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function serve(cleaner: CleanerModule): Promise<void> {
  let options: CleanOptions = {}
  process.on('message', async (order: Order) => {
    if ('options' in order) {
      options = order.options
      return
    }
    try {
      const outcome = await cleaner.clean(order.dump, options)
      answer({ outcome: JSON.stringify(outcome) })
    } catch (error) {
      answer({ error: messageOf(error) })
    }
  })
  answer({ ready: true })
}

sealOff()
import(process.argv[2]!).then(serve, (error: unknown) => {
  answer({ broken: messageOf(error) })
})
