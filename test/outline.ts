import type { Page } from '../src/core/page.ts'

/** What a page is made of, indented: a line for every whole as it opens and for every block. */
export function outlineOf({ blocks, wholes }: Page): string[] {
  const lines: string[] = []
  let open: number[] = []
  for (const block of blocks) {
    const chain: number[] = []
    for (let i = block.whole; i !== undefined; i = wholes[i]!.parent) chain.unshift(i)
    chain.forEach((number, depth) => {
      if (open[depth] === number) return
      const { kind, number: _number, parent: _parent, from: _from, to: _to, ...rest } = wholes[number]!
      const said = Object.entries(rest).filter(([, value]) => value !== undefined)
      lines.push(`${'  '.repeat(depth)}${[kind, ...said.map(([key, value]) => `${key}=${value}`)].join(' ')}`)
    })
    lines.push(`${'  '.repeat(chain.length)}"${block.text}"`)
    open = chain
  }
  return lines
}
