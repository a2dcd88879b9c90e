import type { Softmax } from './softmax.ts'

const short = (value: number) => String(Number(value.toPrecision(4)))

/** The weights as a source file of the project. */
export function weightsSource(
  names: readonly string[],
  { columns, weights, bias }: Softmax,
  pages: number,
): string {
  const lines = names.map((name, i) => {
    const { mean, deviation } = columns[i]!
    const numbers = [
      short(mean),
      short(deviation),
      ...weights[i]!.map((weight) => String(Number(weight.toFixed(3)))),
    ]
    return `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: [${numbers.join(', ')}],`
  })
  return `/** Made by \`npm run bench:types\` from ${pages} pages: multinomial logistic regression; see docs/measuring.md. */

/** Log-odds of each type before anything is known of the page. */
export const PAGE_TYPE_BIAS: readonly number[] = [${bias.map((one) => String(Number(one.toFixed(3)))).join(', ')}]

/** By evidence: its mean, its standard deviation, and the log-odds a deviation is worth for each type. */
export const PAGE_TYPE_WEIGHTS: Readonly<
  Record<string, readonly [mean: number, deviation: number, ...weights: number[]]>
> = {
${lines.join('\n')}
}
`
}
