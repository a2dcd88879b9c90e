import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline as pipe } from 'node:stream/promises'

/** Writes a page, whole or not at all; `-` is standard output. */
export async function writeParts(
  out: string,
  parts: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  if (out === '-') {
    await pipe(Readable.from(parts), process.stdout, { end: false })
    return
  }
  const unfinished = `${out}.unfinished`
  try {
    await pipe(Readable.from(parts), createWriteStream(unfinished))
    await rename(unfinished, out)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Resolves at Ctrl-C, or when the process is asked to end. */
export const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
