import type { Block } from '../core/block.ts'
import type { Facts, PageFacts, Script } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { count, endsSentence } from './count.ts'
import { densestRun } from './densest.ts'
import { foldKey } from './fold.ts'
import { functionShare } from './function-share.ts'

export interface Measured {
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
}

/** Measures every block once. Everything a rule may ask of a text is here, so that no rule reads the page again. */
export function measure(page: Page): Measured {
  const repeats = new Map<string, number>()
  const single = page.blocks.map((block) => measureBlock(block, repeats))
  const facts = single.map((fact) =>
    repeats.get(fact.key)! > 1 ? { ...fact, repeats: repeats.get(fact.key)! } : fact,
  )
  const densest = densestRun(page.blocks, facts)
  const mass = facts.reduce((sum, fact) => sum + fact.mass, 0)
  const titles = page.claims.filter((claim) => claim.field === 'title').map((claim) => foldKey(claim.value))
  const whole: PageFacts = {
    mass,
    ...(densest && { densest }),
    script: scriptOver(facts, densest ?? [0, facts.length - 1]),
    titleKeys: new Set(titles.filter((key) => key !== '')),
  }
  return { facts, whole }
}

function measureBlock(block: Block, repeats: Map<string, number>): Facts {
  const { text } = block
  const counts = count(text)
  const key = foldKey(text)
  const repeat = repeats.get(key) ?? 0
  repeats.set(key, repeat + 1)
  const share = counts.words < 3 ? undefined : functionShare(text, counts.script)
  return {
    ...counts,
    endsSentence: endsSentence(text),
    trails: text.endsWith('...') || text.endsWith('…') || text.endsWith('[...]') || text.endsWith('[…]'),
    ...(share !== undefined && { functionShare: share }),
    key,
    repeats: 1,
    repeat,
  }
}

function scriptOver(facts: readonly Facts[], [from, to]: readonly [number, number]): Script {
  const masses = new Map<Script, number>()
  for (const fact of facts.slice(from, to + 1)) {
    if (fact.script !== 'None') masses.set(fact.script, (masses.get(fact.script) ?? 0) + fact.mass)
  }
  let best: Script = 'None'
  for (const [script, mass] of masses) if (mass > (masses.get(best) ?? 0)) best = script
  return best
}
