import type { Block } from '../core/block.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { findMentions } from '../words/mentions.ts'
import { findOpenings } from '../words/openings.ts'
import { findWholeLines } from '../words/whole-lines.ts'
import { count, endsSentence } from './count.ts'
import { densestRun } from './densest.ts'
import { foldKey } from './fold.ts'
import { functionShare } from './function-share.ts'
import { readLine } from './line.ts'
import { mainScript } from './main-script.ts'
import { pageEvidence, typeChances } from './page-type.ts'

export interface Measured {
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
}

/** Measures every block once. Everything a rule may ask of a text is here, so that no rule reads the page again. */
export function measure(page: Page): Measured {
  const keys = page.blocks.map((block) => foldKey(block.text))
  const total = new Map<string, number>()
  for (const key of keys) total.set(key, (total.get(key) ?? 0) + 1)
  const seen = new Map<string, number>()
  const facts = page.blocks.map((block, at): Facts => {
    const key = keys[at]!
    const repeats = total.get(key)!
    const repeat = repeats === 1 ? 0 : (seen.get(key) ?? 0)
    if (repeats > 1) seen.set(key, repeat + 1)
    return measureBlock(block, key, repeats, repeat)
  })
  const densest = densestRun(page.blocks, facts)
  const titles = page.claims.filter((claim) => claim.field === 'title').map((claim) => foldKey(claim.value))
  const mass = facts.reduce((sum, fact) => sum + fact.mass, 0)
  const evidence = pageEvidence(page, facts, { mass, densest })
  const whole: PageFacts = {
    mass,
    densest,
    script: mainScript(densest ? facts.slice(densest[0], densest[1] + 1) : facts),
    titleKeys: new Set(titles.filter((key) => key !== '')),
    evidence,
    kinds: typeChances(evidence),
  }
  return { facts, whole }
}

/** Spelled out, every field in the same order: records of one shape cost a fraction of spread ones, here and in every rule. */
function measureBlock({ text, kind }: Block, key: string, repeats: number, repeat: number): Facts {
  const counts = count(text)
  const { chars, mass, digits } = counts
  const ended = endsSentence(text)
  return {
    chars,
    mass,
    words: counts.words,
    script: counts.script,
    scriptShare: counts.scriptShare,
    letters: counts.letters,
    digits,
    upper: counts.upper,
    commas: counts.commas,
    sentences: counts.sentences,
    separators: counts.separators,
    endsSentence: ended,
    trails: trails(text),
    functionShare: counts.words < 3 ? undefined : functionShare(text, counts.script),
    mentions: findMentions(text),
    openings: findOpenings(text, key),
    wholeLines: findWholeLines(key),
    line: readLine(text, kind, { chars, mass, digits, endsSentence: ended }),
    key,
    repeats,
    repeat,
  }
}

function trails(text: string): boolean {
  return text.endsWith('...') || text.endsWith('…') || text.endsWith('[...]') || text.endsWith('[…]')
}
