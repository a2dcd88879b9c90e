import type { Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Door } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { watchParent } from './orphan.ts'
import { sealOff } from './seal.ts'

/** What a cleaner module exports. */
export interface CleanerModule {
  readonly clean: (dump: Dump, options: CleanOptions) => Promise<Outcome>
}
export interface CleanOptions {
  readonly pipeline?: string | Pipeline
  readonly explain?: boolean
  /** Forces the reading; default: found out from the content. */
  readonly as?: Door
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

/** What is loaded on the first page of a kind is loaded before any page's time runs. */
const WARM_UP: readonly Dump[] = [
  { id: 'warm-up', html: '<title>Quarry</title><p>The quarry opened at dawn.</p>' },
  { id: 'warm-up', text: 'The quarry opened at dawn.' },
]

async function begin(options: CleanOptions): Promise<CleanerModule> {
  const cleaner = (await import(process.argv[2]!)) as CleanerModule
  for (const dump of WARM_UP) await cleaner.clean(dump, options)
  return cleaner
}

async function clean(cleaner: CleanerModule, dump: Dump, options: CleanOptions): Promise<Answer> {
  try {
    return { outcome: JSON.stringify(await cleaner.clean(dump, options)) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

watchParent()
let options: CleanOptions = {}
let cleaner: CleanerModule | undefined
sealOff()
process.on('message', async (order: Order) => {
  if ('dump' in order) {
    answer(cleaner ? await clean(cleaner, order.dump, options) : { broken: 'a page came before the options' })
    return
  }
  options = order.options
  try {
    cleaner = await begin(options)
    answer({ ready: true })
  } catch (error) {
    answer({ broken: messageOf(error) })
  }
})
