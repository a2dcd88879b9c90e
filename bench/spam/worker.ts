import { sum } from '../../src/judge/votes.ts'
import { labelsOf } from '../labels.ts'
import { toPage } from '../pages.ts'
import { answer } from '../pool.ts'
import { textOf } from '../quality/score.ts'
import { spamRecall } from '../score/spam.ts'
import { shared } from '../score/words.ts'
import { cleanPage, examinePage, pipelineOf } from '../subject.ts'
import { foldedWords, tally } from '../tokens.ts'
import { inject } from './inject.ts'
import { isKnown } from './known.ts'
import type { Half } from './vocabulary/family.ts'

export interface SpamSettings {
  readonly set: string
  readonly pipeline: string | undefined
  readonly half: Half
  readonly seed: string
  readonly variants: number
  readonly hide: boolean
  readonly clean: boolean
}

/** What became of one injection. */
export interface SpamScore {
  readonly place: string
  readonly style: string
  readonly family: string
  readonly lang: string
  readonly sameScript: boolean
  readonly hiding: string
  readonly door: string
  /** Share of the inserted parts that did not come out. */
  readonly gone: number
  /** Share of what comes out of the clean page that still comes out. */
  readonly left: number
  readonly spam: string
  readonly id: string
}

/** Article tokens of one clean page, and those lost as spam. */
export interface PageScore {
  readonly id: string
  readonly tokens: number
  readonly lost: number
  readonly lostTexts: readonly string[]
  readonly injected: readonly SpamScore[]
}

answer(async (line: string, settings: SpamSettings): Promise<PageScore> => {
  const page = toPage(line, settings.set)
  const pipeline = await pipelineOf(settings.pipeline)
  const score = { id: page.id, tokens: 0, lost: 0, lostTexts: [] as string[], injected: [] as SpamScore[] }
  if (settings.clean) {
    const examined = await examinePage(page, pipeline)
    if (examined) {
      const labels = labelsOf(examined.view.blocks, page)
      for (const { at, role, kept, votes, score: odds } of examined.verdicts) {
        const { keep, mass } = labels[at]!
        if (keep === undefined || keep < 0.5) continue
        score.tokens += mass
        const asHidden = votes.filter(({ rule }) => rule === 'hidden-foreign')
        // What was out without that vote too is not lost by it.
        const asSpam = role === 'spam' || (asHidden.length > 0 && odds > sum(asHidden))
        if (kept || !asSpam) continue
        score.lost += mass
        score.lostTexts.push(
          `${role}: ${votes.find(({ rule }) => rule === 'hidden-foreign' || rule === 'spam-shape')?.because}: ${examined.view.blocks[at]!.text.slice(0, 300)}`,
        )
      }
    }
  }
  if (settings.variants === 0) return score
  const before = await cleanPage(page, pipeline)
  if (before.status !== 'clean') return score
  const was = foldedWords(textOf(before))
  const script = scriptOf(textOf(before))
  for (let variant = 0; variant < settings.variants; variant++) {
    const made = inject(page, settings.half, variant, isKnown, settings)
    if (made === undefined) continue
    const outcome = await cleanPage(made.page, pipeline)
    const article = outcome.articles[0]
    const out = made.place === 'title' ? `${article?.title ?? ''}` : textOf(outcome)
    score.injected.push({
      id: page.id,
      place: made.place,
      style: made.style,
      family: made.words.family,
      lang: made.words.lang,
      sameScript: made.words.script === script || (script === 'Han' && made.words.script === 'Kana'),
      hiding: made.hiding ?? '-',
      door: page.html === undefined ? 'text' : 'html',
      gone: spamRecall([made.spam], out),
      left: shared(tally(was), tally(foldedWords(textOf(outcome)))) / Math.max(1, was.length),
      spam: made.spam.slice(0, 200),
    })
  }
  return score
})

/** The script most letters are of, by the names the vocabulary uses. */
function scriptOf(text: string): string {
  const sample = text.slice(0, 4000)
  const names = ['Latin', 'Han', 'Hiragana', 'Hangul', 'Cyrillic', 'Arabic', 'Thai']
  const counts = names.map((name): [string, number] => [
    name,
    sample.match(new RegExp(`\\p{Script=${name}}`, 'gu'))?.length ?? 0,
  ])
  const kana = counts[2]![1]
  const best = counts.sort((a, b) => b[1] - a[1])[0]![0]
  return kana > sample.length / 10 || best === 'Hiragana' ? 'Kana' : best
}
