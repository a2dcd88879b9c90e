import { setFlagsFromString } from 'node:v8'

/**
 * Lets V8 optimize a function only after four times the work it usually waits for. A page runs through thousands of
 * functions, most of them too seldom to pay for their optimization: without it the first 200 news pages cost a fifth less
 * processor time and 800 a tenth, and what follows costs the same. Said from inside, where a version of V8 that does not
 * know the word goes on without.
 */
export function optimizeLater(): void {
  const [major] = process.versions.v8.split('.')
  setFlagsFromString(
    Number(major) < 12 ? '--interrupt-budget=250000' : '--invocation-count-for-turbofan=12000',
  )
}
