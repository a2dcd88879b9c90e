import type { Reading } from './engines.ts'

/** Where two readings of a page first differ, with both answers; undefined where they do not. */
export function difference(light: Reading, jsdom: Reading): string | undefined {
  const { blocks } = light.page
  const others = jsdom.page.blocks
  for (let at = 0; at < Math.max(blocks.length, others.length); at++) {
    const found = unlike(`block ${at}`, blocks[at], others[at])
    if (found) return found
  }
  const structure =
    unlike('wholes', light.page.wholes, jsdom.page.wholes) ??
    unlike('pictures', light.page.pictures, jsdom.page.pictures)
  if (structure) return structure
  const { claims } = light.page
  for (let i = 0; i < Math.max(claims.length, jsdom.page.claims.length); i++) {
    const found = unlike(`claim ${i}`, claims[i], jsdom.page.claims[i])
    if (found) return found
  }
  if (light.answer === null || jsdom.answer === null)
    return unlike('answer of Readability', light.answer, jsdom.answer)
  for (const key of Object.keys(jsdom.answer) as (keyof typeof jsdom.answer)[]) {
    const found = unlike(`Readability's ${key}`, light.answer[key], jsdom.answer[key])
    if (found) return found
  }
  return undefined
}

function unlike(what: string, light: unknown, jsdom: unknown): string | undefined {
  const [a, b] = [JSON.stringify(light) ?? 'nothing', JSON.stringify(jsdom) ?? 'nothing']
  if (a === b) return undefined
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 200)
  return `${what} differs from character ${at}:\n  light: ${near(a)}\n  jsdom: ${near(b)}`
}
