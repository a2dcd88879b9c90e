import { rule } from '../core/rule.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'kept-neighbours',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A short block that leans out only slightly, with blocks close above and below that are clearly the article’s.',
  weight: 0.3,
  options: {
    doubt: { default: 1, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 2, min: 1, doc: 'Blocks looked at on each side.' },
  },
  examples: [
    {
      name: 'a line of dialogue',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question.
        ✗- “No.”
        + The postman, who had rowed for two hours, took it as an invitation to stay for supper.
        - Home
        - Contact`,
    },
  ],
  seeBlock({ at }, _, { doubt, gap }, view) {
    const { leaning } = view
    if (leaning === undefined || leaning[at]! > 0 || leaning[at]! < -doubt) return undefined
    return strong(leaning, at, -1, gap) && strong(leaning, at, 1, gap) && isInside(view, at)
      ? 'has blocks of the article close above and below'
      : undefined
  },
})

function strong(leaning: ArrayLike<number>, at: number, step: number, gap: number): boolean {
  for (let i = at + step; i >= 0 && i < leaning.length && Math.abs(i - at) <= gap; i += step)
    if (leaning[i]! >= 1) return true
  return false
}
