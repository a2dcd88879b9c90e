import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Selection } from './pages.ts'

/** Scores not to go under, for one selection of pages of one set. */
export interface Floor {
  /** SHA-256 of the set's file: another file has other floors. */
  readonly digest: string
  readonly pages: number
  readonly scores: Readonly<Record<string, number>>
  /** Reason given when a score was last allowed to fall. */
  readonly lowered?: string
}
export type Floors = Readonly<Record<string, Floor>>

export const FLOORS = fileURLToPath(new URL('./floors.json', import.meta.url))

/** Lower by less is noise of rounding. */
const SLACK = 0.0005

/** Shares where less is better are held from above. */
const CEILING = /^(?:junk|lost)$| (?:wrong|invented|unfounded)$/
/** Told by another score already. */
const UNHELD = new Set(['below .5'])

/** Name of a floor: the set and how its pages were selected. */
export function floorName(set: string, { types, holdout, sample }: Selection): string {
  const parts = [set]
  if (types) parts.push(`types=${types.join('+')}`)
  if (holdout !== 'all') parts.push(`holdout=${holdout}`)
  if (sample !== undefined) parts.push(`sample=${sample}`)
  return parts.join(' ')
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex').slice(0, 16)
}

export async function readFloors(path = FLOORS): Promise<Floors> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Floors
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

export async function writeFloors(floors: Floors, path = FLOORS): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(path, `${JSON.stringify(sorted, null, 2)}\n`)
}

/** A floor made of scores, rounded; what could not be measured is left out. */
export function floorOf(digest: string, pages: number, scores: Readonly<Record<string, number>>): Floor {
  const kept = Object.entries(scores).filter(([name, score]) => !UNHELD.has(name) && !Number.isNaN(score))
  return {
    digest,
    pages,
    scores: Object.fromEntries(kept.map(([name, score]) => [name, Math.round(score * 1e4) / 1e4])),
  }
}

/** What is wrong with a measurement held against its floor, in sentences; empty where all is well. */
export function breaches(name: string, floor: Floor | undefined, now: Floor): string[] {
  if (!floor) return [`${name}: no floor is written`]
  if (floor.digest !== now.digest) return [`${name}: the set's file is another one than the floor's`]
  if (floor.pages !== now.pages) return [`${name}: ${now.pages} pages, the floor has ${floor.pages}`]
  return Object.entries(floor.scores).flatMap(([score, least]) => {
    const got = now.scores[score]
    const ceiling = CEILING.test(score)
    if (got !== undefined && (ceiling ? got <= least + SLACK : got >= least - SLACK)) return []
    return [`${name}: ${score} ${got ?? 'missing'} is ${ceiling ? 'over' : 'under'} ${least}`]
  })
}

export interface FloorFlags {
  readonly check: boolean
  readonly write: boolean
  readonly acceptLower: string | undefined
}

/** Checks or writes floors as asked, says so, and gives the exit code: 1 where a score fell without a reason. */
export async function settleFloors(
  now: Floors,
  { check, write, acceptLower }: FloorFlags,
  say: (line: string) => void,
  path = FLOORS,
): Promise<0 | 1> {
  if (!check && !write) return 0
  const before = await readFloors(path)
  const wrong = Object.entries(now).flatMap(([name, floor]) =>
    write && !before[name] ? [] : breaches(name, before[name], floor),
  )
  for (const breach of wrong) say(`under the floor: ${breach}`)
  if (wrong.length && acceptLower === undefined) return 1
  if (write) {
    const reasoned = wrong.length && acceptLower !== undefined ? { lowered: acceptLower } : {}
    const next = Object.entries(now).map(([name, floor]) => [name, { ...floor, ...reasoned }])
    await writeFloors({ ...before, ...Object.fromEntries(next) }, path)
    say(`floors written for ${Object.keys(now).join(', ')}`)
  } else say(wrong.length ? `accepted: ${acceptLower}` : 'no score is under its floor')
  return 0
}
