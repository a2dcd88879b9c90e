import { EXIT, guarded, say } from '../batch/exit.ts'
import type { Content } from '../batch/sources/sniff.ts'
import { splitFiles } from '../batch/split-files.ts'

export interface SplitFlags {
  /** MiB of a part. */
  readonly size: number
  readonly input?: Content
}

/** `dechaff split`: prints the parts of large files, an entry of a list a line. @returns the exit code. */
export function split(operands: readonly string[], { size, input: content }: SplitFlags): Promise<number> {
  return guarded(async (signal) => {
    const uncut = (path: string): void => say(`${path} is one part: its pages cannot be read apart\n`)
    const options = { bytes: size * 1024 * 1024, uncut, ...(content && { content }) }
    for await (const entry of splitFiles(operands, options)) {
      signal.throwIfAborted()
      process.stdout.write(`${JSON.stringify(entry)}\n`)
    }
    return EXIT.done
  })
}
