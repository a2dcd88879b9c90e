import { familyCounter } from '../../words/families.ts'
import { CALLS, MACHINE_ORDERS, MACHINES, MAY_ORDER, ORDERS } from '../../words/machine-orders.ts'
import { JUDGE, ORDERS_READER, READER, SELLER } from '../../words/spam.ts'
import {
  countOffers,
  countReports,
  offerPlaces,
  subjectCounters,
  topicPlaces,
} from '../../words/spam-counters.ts'
import { tally } from './tally.ts'

/** How to get in touch, by messenger. */
export const MESSENGER =
  /(?:qq|wechat|微信|薇信|vx|wx|telegram|tg|whats ?app|व्हाट्सएप|व्हाट्सऐप|واتساپ|line ?id|kakao|카톡|zalo|viber|skype|电报|телеграм|واتساب|t\.me\/|wa\.me\/)/i
/** How to get in touch otherwise: a mail or web address, a telephone number. */
const REACHED = /[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2}|https?:\/\/|\bwww\.|\+?\d[\d ()./-]{7,16}\d/i
/** The name of a site, written out as in print. */
const SITE =
  /(?<![\p{L}\p{N}@.-])[a-z\d][a-z\d-]{3,40}\.(?:com|net|org|info|biz|shop|store|online|site|club|app|xyz|top|vip|pro|live|bet|example|[a-z]{2})(?![\p{L}\p{N}@-])/u
/** A messenger with the name to be called there. */
const HANDLE =
  /(?:^|[\s:：(])@[a-z][\w.]{3,30}|\b(?:t|wa)\.me\/\w|(?:微信|薇信|v信|加qq|wechat|line ?id|telegram|телеграм|واتساب|카톡|카카오톡|텔레그램|텔레|whats ?app|viber|zalo)\s?[:：号]?\s?(?:@?[a-z\d_-]{5,}|[+(]{0,2}\d[\d ()-]{6,16})/i
/** What it costs, or what is taken off. */
const PRICED =
  /[$€£¥₽₹]\s?\d|\d\s?(?:[$€£₽₹₴₺₫]|usd|eur|tl\b|lira|reais|rupiah|руб|zł|kč|ft\b|lei\b|грн|лв|元|円|원|đồng|บาท|تومان|ريال|درهم|रुपये)|\d\s?%\s?(?:off|discount|rabatt|de réduction|de descuento|de desconto|di sconto|indirim|скидк)|(?:promo ?code|promocode|промокод|gutscheincode|code promo|código promocional)/i

/** Names a price or a way to get in touch: whoever sells has one of them, who tells of it seldom. */
export function makesDeal(text: string): boolean {
  return MESSENGER.test(text) || REACHED.test(text) || PRICED.test(text) || SITE.test(text)
}

/** Gives the name or number under which the seller is reached by messenger: nobody who only tells of it does. */
export function givesHandle(text: string): boolean {
  return HANDLE.test(text)
}

/** Gives the name of a site, written out. */
export function givesSite(text: string): boolean {
  return SITE.test(text)
}

/** How many different words of report, warning, judgement and medicine a text has. */
export function reportsIn(text: string): number {
  return countReports(text, 1_500)?.all ?? 0
}

const QUOTES = /["“”«»「」『』„‟]/g

/** Whether some of it stands in quotation marks, or beside one. */
export function isQuoted(text: string): boolean {
  return text.search(QUOTES) >= 0
}

/** Longest sentence that sells, fewest words of goods and of offers in it, and words of the goods that make a page one about them. */
const PITCH = { longest: 400, words: 3, about: 2 }

/**
 * The family of goods a sentence sells to its reader: it speaks of the seller in the first person and to the reader, names goods
 * that are often spam, and offers them. Not where it quotes, reports or judges, nor on a page about such goods.
 */
export function pitchOf(text: string, page: string): string | undefined {
  if (text.length > PITCH.longest) return undefined
  const lower = text.toLowerCase()
  if (!SELLER.test(lower) || !READER.test(lower)) return undefined
  if (isQuoted(text) || JUDGE.test(lower) || reportsIn(text) > 0) return undefined
  const offers = (countOffers(text, PITCH.longest)?.all ?? 0) + (ORDERS_READER.test(lower) ? 1 : 0)
  if (offers === 0) return undefined
  for (const [family, count] of Object.entries(subjectCounters)) {
    const goods = count(text, PITCH.longest)?.words ?? 0
    if (goods === 0 || goods + offers + (makesDeal(text) ? 1 : 0) < PITCH.words) continue
    const elsewhere = count(page.replace(text, ' '), page.length)?.all ?? 0
    if (family !== 'prompts' && elsewhere < PITCH.about) return family
  }
  return undefined
}

const countMachines = familyCounter(MACHINES)
const countOrders = familyCounter(ORDERS)
const countCalls = familyCounter({ calls: CALLS })

/** How much of a sentence its address takes at most, and how many different orders make one. */
const ADDRESS = 60
const CALL = 24
const FEWEST = 2
/** What stands before an order: nothing, a mark that begins it, or a word that urges; not "told it to". */
const BEFORE =
  /(?:^|[.:!?;,，。：；、\])}】》>*#—–-]|(?<![\p{L}])(?:please|now|and|then|must|bitte|por favor|请|請)) {0,3}$/iu

/**
 * Whether a sentence gives orders to a machine: calls on one by name in its first words and orders twice, or tells its
 * reader to leave aside earlier instructions. Quoted orders, and sentences that report one, are none.
 */
export function ordersMachine(text: string): boolean {
  if (text.length < 10) return false
  const told = MAY_ORDER.test(text) && MACHINE_ORDERS.some((order) => isOrder(text, order))
  const orders = told || callsMachine(text)
  return orders && reportsIn(text) === 0
}

function isOrder(text: string, order: RegExp): boolean {
  const at = text.search(order)
  if (at < 0) return false
  const before = text.slice(0, at)
  return BEFORE.test(before.slice(-20)) && (before.match(QUOTES)?.length ?? 0) % 2 === 0
}

function callsMachine(text: string): boolean {
  if (text.length < 24 || isQuoted(text)) return false
  if (countMachines(text, ADDRESS, 1) === undefined) return false
  const called = countCalls(text, CALL, 1) !== undefined || /^[^,:：，!]{1,40}[:：，,!]/.test(text)
  return called && orderWords(text, FEWEST) >= FEWEST
}

/** How many different words of orders to machines a text has, up to `enough`. */
export function orderWords(text: string, enough: number, searched = 400): number {
  return countOrders(text, searched, enough)?.all ?? 0
}

/** Fewest words of a run of offers inside a sentence, hits of the voice that offers, and of goods. */
const RUN = { words: 5, offers: 2, topics: 1 }
const URGES = /^(?:play|bet|win|get|try|watch|join|visit|spielen|jugar|jogar|jouer|играть)$/i

interface Word {
  readonly from: number
  readonly to: number
  /** 1 where words of offers cover it, -1 where none do, 0 for a number, -2 for a function word: that is grammar. */
  readonly cover: number
}

/**
 * A run of nothing but words of goods and offers inside a sentence that is something else: what was pasted there. Its
 * first and last word are known words, so that no word of the sentence goes with it; undefined where there is none.
 */
export function offerRun(text: string): { readonly from: number; readonly to: number } | undefined {
  const [topics, offers] = [topicPlaces(text), offerPlaces(text)]
  if (topics.length < RUN.topics || offers.length < RUN.offers) return undefined
  const places = [...topics, ...offers]
  const isCovered = (from: number, to: number) => places.some(([start, end]) => start <= from && to <= end)
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]{1,40}/gu)].map(({ index, 0: word }): Word => {
    const to = index + word.length
    return { from: index, to, cover: isCovered(index, to) ? 1 : coverOf(word) }
  })
  const [first, last] = longestRun(words)
  if (last - first + 1 < RUN.words) return undefined
  const run = { from: words[first]!.from, to: words[last]!.to }
  const inside = ([from, to]: readonly [number, number]) => from >= run.from && to <= run.to
  if (topics.filter(inside).length < RUN.topics || offers.filter(inside).length < RUN.offers) return undefined
  const before = words[first - 1]
  const after = words[last + 1]
  if (before !== undefined && URGES.test(text.slice(before.from, before.to))) run.from = before.from
  if (after?.cover === 0) run.to = after.to
  return run
}

function coverOf(word: string): number {
  if (/^\d+$/.test(word)) return 0
  return tally(word).anyFunctional > 0 ? -2 : -1
}

/** First and last word of the longest run of covered words, one word in it may be another; -1, -2 where there is none. */
function longestRun(words: readonly Word[]): readonly [number, number] {
  let best: readonly [number, number] = [-1, -2]
  for (let from = 0; from < words.length; from++) {
    if (words[from]!.cover !== 1) continue
    let strange = 0
    let last = from
    for (let to = from + 1; to < words.length && strange < 2; to++) {
      if (words[to]!.cover === 1) last = to
      else strange -= words[to]!.cover
    }
    if (last - from > best[1] - best[0]) best = [from, last]
  }
  return best
}
