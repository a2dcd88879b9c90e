import { type Selection, selectLines } from './pages.ts'
import { runTasks } from './pool.ts'

export interface CollectOptions<T> {
  readonly worker: URL
  readonly settings: unknown
  readonly jobs: number
  readonly selection: Selection
  /** Milliseconds a page may take. */
  readonly timeout?: number
  /** Stands in for the result of a page that could not be worked on. */
  readonly missing: (line: string, error: string) => T
}

/** Runs a worker over the selected pages of one set's file; results in the order of the file. */
export async function collect<T>(file: string, options: CollectOptions<T>): Promise<T[]> {
  const { selection, missing } = options
  const results: T[] = []
  const inHand = new Map<number, string>()
  async function* tasks() {
    let number = 0
    for await (const line of selectLines(file, selection)) {
      inHand.set(number++, line)
      yield line
    }
  }
  await runTasks<T>(tasks(), options, (answer, number) => {
    results[number] = 'result' in answer ? answer.result : missing(inHand.get(number) ?? '', answer.error)
    inHand.delete(number)
    if (process.stderr.isTTY) process.stderr.write(`\r${number + 1} pages`)
  })
  if (process.stderr.isTTY) process.stderr.write('\r')
  return results
}
