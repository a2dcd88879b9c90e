import type { Article, Reason } from '../core/article.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { isQuoted, makesDeal, reportsIn } from '../facts/spam/evidence.ts'
import { BOT_CHECK_OPENINGS, BOT_CHECK_TITLES } from '../words/bot-checks.ts'
import { ERROR_PHRASES } from '../words/error-pages.ts'
import { mayMention } from '../words/mentions.ts'
import { countOffers, countTopics } from '../words/spam-counters.ts'
import { bodyMass, type Gate, type GateView, gate } from './gate.ts'

/** Characters of a title looked at. */
const LONGEST = 120
/** What parts a page's title from the site's name. */
const SEPARATOR = /\s[-–—|·•»:]\s|[|｜_–—»:：]/
/** Characters of an article looked at. */
const SEEN = 6_000
/** Words of report a text may have that is an offer all the same. */
const REPORTS = 1
/** Share of a text that must be words of goods and offers where it names no price and nobody to turn to. */
const CROWDED = 0.25

const spam = gate({
  id: 'spam',
  doc: 'Rejects a page on which spam outweighs the article, where the article is not long, and a page whose text is one long offer of unwanted goods: it names them, offers them, says what they cost or where they are had or little else, quotes nobody and reports nothing.',
  options: {
    article: {
      default: 900,
      min: 0,
      doc: 'Kept text from which an article is let through however much spam stands beside it, in Latin-equivalent characters; its confidence says so.',
    },
    topics: { default: 6, min: 1, doc: 'Fewest different words of one family in a text that is an offer.' },
    share: {
      default: 0.07,
      min: 0,
      max: 1,
      doc: 'Least share of such a text that names what is offered; the voice of an offer must take as much.',
    },
  },
  judge(view, { article, topics, share }) {
    const kept = bodyMass(view)
    const spam = spamMass(view)
    if (spam > kept && spam > 100 && kept < article)
      return `spam outweighs what else stands on the page: ${Math.round((100 * spam) / (spam + kept))} % of it`
    if (!mayNameTopic(view)) return undefined
    for (const { text } of view.articles) {
      const seen = text.slice(0, SEEN)
      const found = countTopics(seen, SEEN)
      if (found === undefined || found.words < topics) continue
      const offered = countOffers(seen, SEEN)
      const least = Math.max(1, seen.length) * share
      if (found.length < least || offered === undefined || offered.length < least) continue
      if (reportsIn(seen) > REPORTS || isQuoted(seen)) continue
      if (!makesDeal(seen) && found.length + offered.length < seen.length * CROWDED) continue
      return `the text is an offer: ${found.words} words of ${found.family}, in the voice of an offer`
    }
    return undefined
  },
})

function spamMass({ verdicts, facts }: GateView): number {
  let mass = 0
  for (const { at, role } of verdicts) if (role === 'spam') mass += facts[at]?.mass ?? 0
  return mass
}

function headlineMass({ facts, whole, verdicts }: GateView): number {
  const at = whole.headline
  return at === undefined || verdicts[at]!.kept ? 0 : facts[at]!.mass
}

/** Whether a kept block may have a word of what spam offers: most pages have none. */
function mayNameTopic({ page, facts, verdicts }: GateView): boolean {
  return verdicts.some(({ at, kept }) => kept && mayMention(page.blocks[at]!.text, facts[at]!, 'spam-topic'))
}

const notAnArticle = gate({
  id: 'not-an-article',
  doc: 'Rejects a page of which no block, or next to nothing, was kept as body, and pages of unwanted types where some are named. Short notes pass.',
  options: {
    minMass: {
      default: 60,
      min: 0,
      doc: 'Least kept text, the printed headline with it, in Latin-equivalent characters (a Chinese character counts three).',
    },
    minConfidence: { default: 0.05, min: 0, max: 1, doc: 'Least confidence of the best article.' },
    types: {
      default: [],
      doc: 'Wanted types of page: article, forum, documentation, product, listing, collection, service, other. None: all pass.',
    },
    minTypeConfidence: {
      default: 0.6,
      min: 0,
      max: 1,
      doc: 'A page passes as any type where its type is less sure than this.',
    },
  },
  judge(view, { minMass, minConfidence, types, minTypeConfidence }) {
    const mass = bodyMass(view)
    if (view.articles.length === 0 || mass === 0)
      return 'no block of the page was kept as the body of an article'
    // of a brief, the headline is half of what it tells
    const told = mass + headlineMass(view)
    if (told < minMass)
      return `only ${Math.round(told)} characters' worth of text was kept, less than ${minMass}`
    const best = Math.max(...view.articles.map((article) => article.confidence))
    if (best < minConfidence)
      return `the best article's confidence is ${best.toFixed(2)}, less than ${minConfidence}`
    const [{ pageType, pageTypeConfidence = 1 } = {}] = view.articles
    if (types.length === 0 || pageType === undefined || types.includes(pageType)) return undefined
    if (pageTypeConfidence < minTypeConfidence) return undefined
    return `the page is of type ${pageType} (sure to ${pageTypeConfidence.toFixed(2)}), wanted: ${types.join(', ')}`
  },
})

const language = gate({
  id: 'language',
  doc: 'Rejects a page none of whose articles is in a wanted language. An article of unknown language passes.',
  options: {
    languages: {
      default: [],
      doc: 'Wanted languages, BCP 47; `zh` takes `zh-Hant` in as well. None: all pass.',
    },
    minShare: {
      default: 0.5,
      min: 0,
      max: 1,
      doc: 'Least share of an article that is in a wanted language.',
    },
  },
  judge({ articles }, { languages, minShare }) {
    if (languages.length === 0 || articles.length === 0) return undefined
    if (articles.some((article) => isWanted(article, languages, minShare))) return undefined
    const found = [...new Set(articles.map((article) => article.language))].join(', ')
    return `the text is in ${found}, wanted: ${languages.join(', ')}`
  },
})

function isWanted(article: Article, wanted: readonly string[], minShare: number): boolean {
  if (article.language === undefined || article.language === 'und') return true
  const shares = article.languages ?? [{ language: article.language, share: 1 }]
  const share = shares
    .filter(({ language }) => covers(wanted, language))
    .reduce((sum, one) => sum + one.share, 0)
  return share >= minShare || (article.languages === undefined && covers(wanted, article.language))
}

/** Basic filtering of RFC 4647: a range takes in every tag that begins with it, at a subtag's end. */
function covers(wanted: readonly string[], language: string): boolean {
  const tag = `${language.toLowerCase()}-`
  return wanted.some((range) => tag.startsWith(`${range.toLowerCase()}-`))
}

const empty = gate({
  id: 'empty',
  doc: 'Rejects a page on which not one letter or digit was found.',
  judge({ page, facts }) {
    if (facts.some((fact) => fact.letters + fact.digits > 0)) return undefined
    return page.blocks.length === 0
      ? 'the page holds no text'
      : `none of the page's ${page.blocks.length} blocks holds a letter or a digit`
  },
})

const consentWall = gate({
  id: 'consent-wall',
  doc: 'Rejects a page that is a request for consent to cookies and next to nothing else.',
  options: {
    maxMass: { default: 200, min: 0, doc: 'Most kept text, in Latin-equivalent characters.' },
    minShare: { default: 0.6, min: 0, max: 1, doc: 'Least share of the page that was dropped as consent.' },
  },
  judge(view, { maxMass, minShare }) {
    const { verdicts, facts, whole } = view
    let [consent, rest] = [0, 0]
    for (const { at, role, kept, votes } of verdicts) {
      const mass = facts[at]?.mass ?? 0
      // where all of a page asks, it is kept for want of anything better
      const asks = kept ? votes.some((vote) => vote.role === 'consent') : role === 'consent'
      if (asks) consent += mass
      else if (kept) rest += mass
    }
    if (consent === 0 || consent < whole.mass * minShare || rest > maxMass) return undefined
    return `${Math.round((consent / whole.mass) * 100)} % of the page asks for consent to cookies, and no article stands beside it`
  },
})

const TITLES: ReadonlySet<string> = new Set(BOT_CHECK_TITLES)
/** Longest line still read as a check's own words rather than a sentence about one. */
const LONGEST_LINE = 240
const FIRST = 60

const captcha = gate({
  id: 'captcha',
  doc: 'Rejects a short page that only asks its reader to prove to be human, or to switch on scripts and cookies.',
  options: {
    maxMass: { default: 500, min: 0, doc: 'Most kept text, in Latin-equivalent characters.' },
    maxPageMass: {
      default: 2_000,
      min: 0,
      doc: 'Most text on the whole page; a check has no menus and no news.',
    },
  },
  judge(view, { maxMass, maxPageMass }) {
    if (view.whole.mass > maxPageMass || bodyMass(view) > maxMass) return undefined
    const line = checkLine(view)
    if (line !== undefined) return `the page is a check for robots: "${line}"`
    const title =
      view.whole.mass < maxMass ? [...titleSegments(view)].find((segment) => TITLES.has(segment)) : undefined
    return title && `the page is a check for robots, titled "${title}"`
  },
})

function checkLine({ page }: GateView): string | undefined {
  for (const { text } of page.blocks.slice(0, FIRST)) {
    if (text.length > LONGEST_LINE) continue
    const folded = foldPhrase(text)
    if (BOT_CHECK_OPENINGS.some((opening) => folded.startsWith(opening))) return text
  }
  return undefined
}

const PHRASES: ReadonlySet<string> = new Set(Object.values(ERROR_PHRASES).flat().map(foldPhrase))
/** Blocks looked at when no title says so: the message stands at the top, after the menu. */
const ERROR_FIRST = 80
const LONGEST_ERROR_LINE = 160

const errorPage = gate({
  id: 'error-page',
  doc: 'Rejects a short page whose title, or a whole line, is an error message such as "Page not found".',
  options: {
    maxMass: {
      default: 600,
      min: 0,
      doc: 'Most kept text where a title says so, in Latin-equivalent characters.',
    },
    maxMassOfLine: { default: 300, min: 0, doc: 'The same where only a line of the page says so.' },
  },
  judge(view, { maxMass, maxMassOfLine }) {
    const mass = bodyMass(view)
    if (mass > Math.max(maxMass, maxMassOfLine)) return undefined
    const title =
      mass <= maxMass ? [...titleSegments(view)].find((segment) => PHRASES.has(segment)) : undefined
    if (title !== undefined) return `the page calls itself "${title}" and holds little else`
    const line = mass <= maxMassOfLine ? errorLine(view) : undefined
    return line && `the page says "${line}" and holds little else`
  },
})

/** The first line that is an error message from its beginning to its end, or in its first sentence. */
function errorLine({ page }: GateView): string | undefined {
  for (const { text } of page.blocks.slice(0, ERROR_FIRST)) {
    if (text.length > LONGEST_ERROR_LINE || text.length < 6) continue
    const sentence = text.split(/[.!?。！？]/, 1)[0]!
    if (PHRASES.has(foldPhrase(text)) || PHRASES.has(foldPhrase(sentence))) return text
  }
  return undefined
}

/** Every gate, alphabetical; the first that speaks gives the reason. */
export const GATES: readonly Gate[] = [captcha, consentWall, empty, errorPage, language, notAnArticle, spam]

/**
 * Asks every gate the pipeline names, in alphabetical order; the first that objects gives the reason, but that what is
 * no article because it is spam is called spam.
 */
export function applyGates(view: GateView, pipeline: Pipeline): Reason | undefined {
  const reasons = GATES.flatMap((gate): Reason[] => {
    const options = pipeline.gates[gate.id]
    const message = options === undefined ? undefined : gate.judge(view, options)
    return message === undefined ? [] : [{ code: gate.id, message }]
  })
  const spam = reasons.find(({ code }) => code === 'spam')
  return reasons[0]?.code === 'not-an-article' && spam !== undefined ? spam : reasons[0]
}

/** The page's titles, whole and cut at separators, folded: lower case, single spaces, no stop at the end. */
function titleSegments({ page, articles }: GateView): ReadonlySet<string> {
  const titles = [
    ...page.claims.filter((claim) => claim.field === 'title').map((claim) => claim.value),
    ...articles.map((article) => article.title ?? ''),
    ...page.blocks
      .filter((block) => block.kind === 'heading' && (block.level ?? 1) <= 2)
      .map((block) => block.text),
  ]
  const short = titles.map((title) => title.slice(0, LONGEST))
  return new Set(short.flatMap((title) => [title, ...title.split(SEPARATOR)]).map(foldPhrase))
}

/** Folds a phrase for comparison with a vocabulary of whole phrases. */
function foldPhrase(phrase: string): string {
  return phrase
    .slice(0, LONGEST * 2)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s{1,200}/g, ' ')
    .replace(/^[\s!¡¿:"“„(#.-]{1,20}/, '')
    .replace(/[\s.!?。！？…:"”)-]{1,20}$/, '')
}
