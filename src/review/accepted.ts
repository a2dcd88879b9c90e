import * as z from 'zod'

const Accepted = z.strictObject({
  id: z.string().min(1),
  name: z.union([z.literal(''), z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)]),
  why: z.string().trim().min(1).max(1000),
  flips: z.array(z.strictObject({ at: z.int().min(0), text: z.string() })).max(10_000),
})

/** A page somebody looked at, and the blocks judged wrong; with the blocks' texts, for pages change between two looks. */
export type AcceptedSample = z.infer<typeof Accepted>

/** @returns the sample, or what is wrong with it. */
export function parseAccepted(body: string): AcceptedSample | string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return 'no JSON'
  }
  const checked = Accepted.safeParse(value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  if (issue?.path[0] === 'name')
    return 'The name may hold small letters, digits and dashes, 60 of them at most.'
  return `${issue?.path.join('.')}: ${issue?.message}`
}
