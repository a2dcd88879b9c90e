import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { isChineseName } from '../../facts/byline/chinese.ts'
import { isOutlet } from '../../facts/byline/names.ts'
import { type DateOrder, findDates } from '../../facts/date.ts'

/** Lines behind the text that may tell when it was changed; further down that is said of others. */
const CHANGED = 4
/** How far above and behind the text a labelled credit may stand, in blocks. */
const ABOVE = 15
const BEHIND = 12
/** The same for the first and last blocks of the text itself. */
const INSIDE = 10
const LONGEST = 160
/** What ends a value on a line that holds several. */
const VALUE = '([^\\s:：|丨，,。；;()（）\\[\\]【】《》<>]{2,24}(?:\\s(?=[A-Z])[A-Z][a-z]{1,15})?)'
const SOURCE = new RegExp(`(?:来源|來源|稿源|出处)(?:[:：]\\s?|(?=[A-Za-z]))[《“]?${VALUE}`, 'u')
const EDITOR = new RegExp(`(?:责任编辑|責任編輯|责编|責編|编辑|編輯)(?:[:：|丨]|为)\\s?${VALUE}`, 'u')
/** Compilers sign in square brackets behind the outlet. */
const COMPILED = /(?:^|\s)(\p{Script=Han}{2,10})[[［](?:整理|编译|转载|综合)[\]］]/u
/** A writer signed as one of a paper's: 《棱镜》作者. */
const OF_PAPER = /《([^《》]{2,16})》(?:作者|记者|特约|首席|实习)/u
/** What stands for a writer where the text was put together from elsewhere. */
const GATHERED = /作者[:：]\s?((?:网络|综合)(?:整理|编辑|转载)|综合报道)/u
/** The line an account's name ends, and that name alone below it. */
const ORIGINAL = /^原创\s(?:\S{1,20}\s)?(\S{2,20})$/u
const NONE = /^(?:未知|佚名|网络|不详|无|本站|原创)$/u
const ACCOUNT = /\/(?:author|user|account|media|gov|mp|u|profile|space|channel)[/_]\w/i
const BEFORE_OUTLET = /^([\p{Script=Han}·]{2,5})\s?[/／]\s?(\S{2,20})$/u

/**
 * Credits that carry their own label though the line around them is no byline, and lines of the header that are an
 * outlet's name and nothing else. Weaker than what the grammar of bylines reads.
 */
export function labelledCredits(blocks: readonly Block[], frame: Frame): Claim[] {
  const { from, to } = frame
  const opening = Math.min(to, from + INSIDE)
  const head = blocks.slice(Math.max(0, from - ABOVE), opening)
  const tail = blocks.slice(Math.max(opening, to - INSIDE), to + 1 + BEHIND)
  return [...head, ...tail]
    .filter(({ text }) => text.length <= LONGEST || FILED.test(text))
    .flatMap((block) => creditsIn(block, blocks[block.at + 1]?.text, frame))
}

interface Frame {
  readonly title: number
  readonly from: number
  readonly to: number
  readonly order: DateOrder | undefined
}

function creditsIn(block: Block, next: string | undefined, { title, from, to, order }: Frame): Claim[] {
  const { text, at } = block
  const claim = (field: Claim['field'], value: string, key: string): Claim => ({
    field,
    value,
    from: 'line',
    key,
    at,
  })
  const claims: Claim[] = []
  const editor = EDITOR.exec(text)?.[1]
  if (editor !== undefined)
    claims.push(...editor.split('、').map((name) => claim('editor', name, 'editor label')))
  const named = SOURCE.exec(text) ?? COMPILED.exec(text) ?? OF_PAPER.exec(text) ?? GATHERED.exec(text)
  const source = (named?.[1] ?? account(text, next))?.replace(/[”》]$/u, '')
  if (source !== undefined && !NONE.test(source)) claims.push(claim('source', source, 'source label'))
  if (source === undefined && at > title && at < from) claims.push(...outletLine(block, title, claim))
  const filed = FILED.test(text)
  if (at > to || at < from || filed) {
    const told = filed || (/\d\d/.test(text) && !NOTICE.test(text))
    const dates = told ? findDates(text, order && { order }) : []
    const own = filed || isMeta(block)
    const date = dates.find(({ kind }) => kind === 'published' || (own && kind === undefined))
    if (date !== undefined) claims.push(claim('published', date.iso, 'date label'))
    const changed = at <= to + CHANGED ? dates.find(({ kind }) => kind === 'modified') : undefined
    if (changed !== undefined) claims.push(claim('modified', changed.iso, 'date label'))
  }
  return claims
}

/** How systems for blogs tell under a text when it was written. */
const FILED =
  /^(?:(?:dieser|der) (?:artikel|beitrag|eintrag) wurde|(?:this|the) (?:entry|post|article) (?:was|has been)|cet(?:te)? (?:article|entrée) a été|est[ea] (?:entrada|artículo) (?:fue|se)|quest[oa'’] ?(?:articolo|voce) (?:è stato|è stata)|(?:dit|deze) (?:bericht|artikel) (?:is|werd))(?![a-z\u00c0-\u024f])/i

/** A line with a notice of rights speaks of the site. */
const NOTICE = /©|\(c\)|copyright|版权|版權/i

const META = /meta|(?:post|entry|article|asset)[_-]?(?:footer|date|info|time)|dateline|publi|posted/
const OTHERS = /comment|related|recommend|teaser|card|widget|sidebar|copyright|social/

/** Markup names it as what tells of the text, not of other things around. */
function isMeta({ dom, runs }: Block): boolean {
  if (dom === undefined || !META.test(dom.names) || OTHERS.test(dom.names)) return false
  return runs === undefined || runs.filter(({ href }) => href !== undefined).length < 4
}

function account(text: string, next: string | undefined): string | undefined {
  const name = text.startsWith('原创') ? ORIGINAL.exec(text)?.[1] : undefined
  return name === next ? name : undefined
}

/** When, as told by the day of reading: no date, but no part of the outlet's name. */
const AGO =
  /(?<!\s)\s+(?:(?:昨天|昨日|今天|今日|前天|昨晚|今晨|刚刚|剛剛|\d{1,3}\s?(?:分钟|分鐘|小时|小時|天|日|分|時間)前)\s?)(?:\d{1,2}:\d\d)?$/u

/** An outlet alone, or behind a writer and a stroke; right below the title, in the place for it, any name will do. */
function outletLine(
  { text: line, at, dom, runs }: Block,
  title: number,
  claim: (field: Claim['field'], value: string, key: string) => Claim,
): Claim[] {
  const text = line.replace(AGO, '')
  if (text.length > 30 || !/\p{Script=Han}/u.test(text)) return []
  const pair = BEFORE_OUTLET.exec(text)
  if (pair && isChineseName(pair[1]!) && isOutlet(pair[2]!)) return [claim('source', pair[2]!, 'outlet line')]
  const place = at === title + 1 && /(?:^|[^a-z])(?:meta|source|from|media)/.test(dom?.names ?? '')
  // an account that publishes on a portal, linked to its page
  const account = runs?.length === 1 && ACCOUNT.test(runs[0]!.href ?? '')
  const named = (place || account) && !isChineseName(text)
  return text.length <= 12 && /^\S+$/.test(text) && (named || isOutlet(text)) && !/[:：\d]/.test(text)
    ? [claim('source', text, 'outlet line')]
    : []
}
