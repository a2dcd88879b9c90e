import { AGENCY_PATTERN, CHINESE_AGENCY } from '../../words/outlets.ts'
import { isChineseName } from './chinese.ts'
import { isOutlet, readPeople } from './names.ts'
import { roleNames } from './roles.ts'

/** The opening of a body paragraph that says where a report comes from. The paragraph stays body. */
export interface Dateline {
  /** As printed: `BEIJING`, `北京`. */
  readonly place?: string
  readonly source?: string
  readonly authors: readonly string[]
  /** Characters of the paragraph it takes. */
  readonly length: number
}

/** A dateline is over after so many characters. */
const REACH = 110
const PLACE =
  "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ -]{1,30}?(?:[,/] ?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ -]{1,25}?)?"
const DAY = '(?:,? (?:\\p{L}{3,12}\\.? \\d{1,2}|\\d{1,2}\\.? (?:de )?\\p{L}{3,12}\\.?)(?:,? \\d{4})?)?'
const DASH = '\\s*(?:--|[-–—―:=]|\\.-|\\.\\s?[-–—])\\s*'
const SIGNED = "[(\\[（/]\\s*([\\p{L}][\\p{L}\\p{M}.'’/ -]{1,30})\\s*[)\\]）/]"

/** Long expressions, which an engine reads in milliseconds: made for the first page that may need them. */
function westernForms() {
  forms ??= {
    /** `BEIJING, June 16 (Xinhua) --`, `PARIS (AFP) -`, `МОСКВА, 16 июня. /ТАСС/.`, `Madrid, 16 jun (EFE).-` */
    placeSigned: new RegExp(`^(${PLACE})${DAY}\\.? ?${SIGNED}(?:${DASH}|\\.? )`, 'u'),
    /** `(Reuters) -`, `(ANSA) - ROMA, 16 GIU -` */
    signedFirst: new RegExp(`^${SIGNED}${DASH}(?:(${PLACE})${DAY}\\s*(?:--|[-–—])\\s)?`, 'u'),
    /** `МОСКВА, 16 июн — РИА Новости.`, `LONDON, June 16 — Reuters —` */
    placeDashAgency: new RegExp(`^(${PLACE})${DAY}\\s[-–—]\\s(${AGENCY_PATTERN})[.,]?\\s`, 'iu'),
  }
  return forms
}
let forms: Readonly<Record<'placeSigned' | 'signedFirst' | 'placeDashAgency', RegExp>> | undefined

/** `WASHINGTON —`: capitals and a long dash. */
const CAPITALS =
  /^(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,2}(?:, \p{Lu}[\p{L}.]{1,14})?)\s?(?:—|–|--)\s?/u
/** `(서울=연합뉴스) 홍길동 기자 =` */
const KOREAN =
  /^[([【]([\uac00-\ud7a3·]{2,8})\s?=\s?([\uac00-\ud7a3A-Za-z0-9]{2,10})[)\]】]\s*(?:([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)\s?=?)?\s*/u
/** `【東京共同】`, `【北京時事】` */
const JAPANESE = /^【([\u3040-\u30ff\u3400-\u9fff]{2,8}?)(共同|時事|ロイター|AFP)(?:＝[^】]{1,12})?】/u
/** `北京6月16日电`, after the agency, before the reporters. */
const CHINESE_DAY = /^([\u3400-\u9fff]{2,8}?)?(?:\d{1,2}月)?\d{1,2}日(?:专|综合)?(?:电|讯|訊|電)/u
const CHINESE_PEOPLE = /^\s*[(（](?:[\u3400-\u9fff]{0,10}?(?:记者|通讯员|記者))\s*([^()（）]{2,40})[)）]/u

/** `〔記者王建國、攝影張大同／台北報導〕` */
const CHINESE_SIGNED =
  /^[〔【［(（]((?:記者|记者)[^〔〕／/]{2,30})[／/]([\u3400-\u9fff]{1,8}?)(?:報導|报道|報道|电|電|訊|讯)[〕】］)）]/u

/** Reads the dateline at the start of a paragraph; undefined where there is none. */
export function parseDateline(text: string): Dateline | undefined {
  const head = text.slice(0, REACH)
  const first = head.charCodeAt(0)
  if ((first >= 0x3010 && first <= 0x9fff) || first === 0xff08 || first === 0xff3b)
    return japanese(head) ?? chinese(head)
  if (!/[(（[/—–]|--| - /u.test(head.slice(0, 70))) return undefined
  return korean(head) ?? western(head)
}

function western(head: string): Dateline | undefined {
  const signed = maySign(head) ? westernForms().placeSigned.exec(head) : null
  if (signed !== null && agency(signed[2]!) && isPlace(signed[1]!))
    return found(signed[1]!, signed[2]!, signed[0].length)
  const first = /^[([（/]/.test(head) ? westernForms().signedFirst.exec(head) : null
  if (first !== null && agency(first[1]!)) return found(first[2], first[1]!, first[0].length)
  const dashed = /\s[-–—]\s/.test(head) ? westernForms().placeDashAgency.exec(head) : null
  if (dashed !== null && isPlace(dashed[1]!)) return found(dashed[1]!, dashed[2]!, dashed[0].length)
  const capitals = /—|–|--/.test(head) ? CAPITALS.exec(head) : null
  if (capitals === null || capitals[1]!.length < 4) return undefined
  return found(capitals[1]!, undefined, capitals[0].length)
}

function found(place: string | undefined, source: string | undefined, length: number): Dateline {
  const where = place?.trim()
  return { ...(where && { place: where }), ...(source && { source: source.trim() }), authors: [], length }
}

const BRACKETED = /[([（]([^()[\]（）]{2,40})[)\]）]/gu

/** An agency stands in brackets, or there is a stroke, behind which one may. */
function maySign(head: string): boolean {
  return head.includes('/') || [...head.matchAll(BRACKETED)].some(([, name]) => agency(name!))
}

const AGENCY = new RegExp(`^(?:${AGENCY_PATTERN})(?:[ /-].{0,20})?$`, 'iu')

function agency(name: string): boolean {
  return AGENCY.test(name.trim()) || isOutlet(name.trim())
}

/** A place has no more than four words and none in lower case at its end. */
function isPlace(place: string): boolean {
  return place.trim().split(' ').length <= 5
}

function korean(head: string): Dateline | undefined {
  const match = KOREAN.exec(head)
  if (match === null) return undefined
  return { place: match[1]!, source: match[2]!, authors: match[3] ? [match[3]] : [], length: match[0].length }
}

function japanese(head: string): Dateline | undefined {
  const match = JAPANESE.exec(head)
  return match === null ? undefined : found(match[1]!, match[2]!, match[0].length)
}

/** `新华社北京6月16日电（记者张三、李四）`, `本报北京6月16日讯 记者张三报道` */
function chinese(head: string): Dateline | undefined {
  const bracket = CHINESE_SIGNED.exec(head)
  if (bracket !== null) {
    const { authors } = roleNames(bracket[1]!)
    const names = authors.length > 0 ? authors : bracket[1]!.slice(2).trim().split('、').filter(isChineseName)
    const place = /^(?:綜合|综合)/.test(bracket[2]!) ? undefined : bracket[2]!
    return { ...(place && { place }), authors: names, length: bracket[0].length }
  }
  const signed = CHINESE_AGENCY.exec(head)
  const start = signed?.[0].length ?? 0
  const day = CHINESE_DAY.exec(head.slice(start).trimStart())
  if (day === null) return undefined
  const place = day[1]
  const end = start + (head.slice(start).length - head.slice(start).trimStart().length) + day[0].length
  const people = CHINESE_PEOPLE.exec(head.slice(end))
  const own = signed !== null && /^本/u.test(signed[1]!)
  return {
    ...(place && { place }),
    ...(signed !== null && !own && { source: signed[1]! }),
    authors: people === null ? [] : readPeople(people[1]!).names,
    length: end + (people?.[0].length ?? 0),
  }
}
