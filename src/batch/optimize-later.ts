import { setFlagsFromString } from 'node:v8'

/** What V8 waits for before it optimizes a function, by default: bytes of bytecode run, and since version 12 calls. */
const BYTES = 66 * 1024
const CALLS = 3000

/**
 * Lets V8 optimize a function only after so many `times` the work it usually waits for. A page runs through thousands of
 * functions, most of them too seldom to pay for their optimization: with 4 the first 200 news pages cost a fifth less
 * processor time and 800 a tenth, and what follows costs the same. Said from inside, where a version of V8 that does not
 * know the word goes on without.
 */
export function optimizeLater(times: number): void {
  const [major] = process.versions.v8.split('.')
  setFlagsFromString(
    Number(major) < 12
      ? `--interrupt-budget=${times * BYTES}`
      : `--invocation-count-for-turbofan=${times * CALLS}`,
  )
}
