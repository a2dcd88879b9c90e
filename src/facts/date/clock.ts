import { WEEKDAYS } from '../../words/months.ts'
import { ZONES } from '../../words/zones.ts'
import type { Time } from './calendar.ts'
import type { Token } from './tokens.ts'

export interface TimeMatch {
  readonly time: Time
  /** Index of the first token after it. */
  readonly end: number
}

/** Words that lead from a date to its time, or from a time to its date. */
const LEADS = new Set(
  (
    'at v ve ob u la um à a las alle ore às as kl klo om o в о об ora saat saati pukul jam lúc godz time t das den г года году р року kello ' +
    'στις ώρα u kell ч d ساعت الساعه בשעה lúc เวลา बजे في الساعة ساعت على da el uhr on am the le il στο vào and هـ من'
  ).split(' '),
)
const MARKS = new Set([...',|·•-–—/@:⋅،()[].｜、∙\u200b'])
/** Words after which an hour and its minutes are joined by a dot. */
const DOTTED_AFTER = new Set([
  'kl',
  'klo',
  'kello',
  'um',
  'pukul',
  'jam',
  'alle',
  'ore',
  'saat',
  'godz',
  'om',
  'at',
])
const DOTTED_BEFORE = new Set([
  'uhr',
  'uur',
  'wib',
  'wita',
  'wit',
  'am',
  'pm',
  'gmt',
  'utc',
  'bst',
  'est',
  'edt',
  'cet',
  'cest',
  'hrs',
  'a',
  'p',
  'pagi',
  'petang',
  'malam',
])
const MORNING = ['上午', '午前', '오전', '凌晨', '早上', '清晨', 'सुबह', 'सकाळी']
const AFTERNOON = ['下午', '午後', '오후', '晚上', '晚间', '晚間', '傍晚', 'शाम', 'रात', 'दोपहर']
/** A number of minutes after the time makes it the length of a film. */
const LENGTHS = new Set(['min', 'minutes', 'mins', 'minuten', 'minuti', 'minutos'])

/** Index after what may stand between a date and its time: marks, a weekday (bracketed or not), a leading word. */
export function skipToTime(tokens: readonly Token[], at: number): number {
  let i = at
  for (let steps = 0; steps < 6 && i < tokens.length; steps++) {
    const { text } = tokens[i]!
    const bracket = bracketedDay(tokens, i)
    if (bracket > i) i = bracket
    else if (text === '星' || text === '周' || text === '週' || text === '礼')
      i += text === '星' || text === '礼' ? 3 : 2
    else if (MARKS.has(text) || LEADS.has(text) || WEEKDAYS.has(text)) i++
    else break
  }
  return i
}

/** `(月)`, `（星期一）`, `(Mon.)`: at most four words between brackets. */
function bracketedDay(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.text !== '(') return at
  for (let i = at + 1; i < at + 6 && i < tokens.length; i++) {
    if (tokens[i]!.text === ')') return i + 1
    if (tokens[i]!.type === 'number') return at
  }
  return at
}

/** A time of day at a token: `08:55`, `7:22 a.m. EDT`, `17h47`, `10.30 Uhr`, `08时55分`, `下午3:05`, `오후 3시 5분`. */
export function timeAt(tokens: readonly Token[], at: number, line: string): TimeMatch | undefined {
  let half = halfBefore(tokens, at, line)
  const i = half ? half.end : at
  const clock = clockAt(tokens, i)
  if (clock === undefined) return undefined
  let { hour, minute, second, end } = clock
  half ??= halfAfter(tokens, end)
  if (half && half.end > end) end = half.end
  if (half?.pm && hour < 12) hour += 12
  if (half && !half.pm && hour === 12) hour = 0
  if (clock.bare && half === undefined) return undefined
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined
  if (LENGTHS.has(tokens[end]?.text ?? '')) return undefined
  const zone = zoneAt(tokens, end)
  const time = { hour, minute, ...(second !== undefined && { second }), ...(zone && { offset: zone.offset }) }
  return { time, end: zone ? zone.end : end }
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number | undefined
  /** An hour alone: needs am or pm to be a time. */
  readonly bare: boolean
  readonly end: number
}

function clockAt(tokens: readonly Token[], at: number): Clock | undefined {
  const hour = tokens[at]
  const mark = tokens[at + 1]
  if (hour?.type !== 'number' || hour.text.length > 2) return undefined
  const bare: Clock = { hour: hour.value, minute: 0, second: undefined, bare: true, end: at + 1 }
  if (mark === undefined) return undefined
  const minute = tokens[at + 2]
  if (mark.text === ':' || (mark.text === '.' && dotted(tokens, at))) {
    if (minute?.type !== 'number' || minute.text.length !== 2) return undefined
    return withSeconds(tokens, at, ':')
  }
  if (mark.text === 'h' || mark.text === 'h.') {
    if (minute?.type === 'number' && minute.text.length === 2) return withSeconds(tokens, at, 'm')
    return { ...bare, bare: false, end: at + 2 }
  }
  if (/^[时時點点]$/.test(mark.text) || mark.text.startsWith('시')) return signed(tokens, at)
  return bare
}

function withSeconds(tokens: readonly Token[], at: number, joint: string): Clock {
  const [mark, second] = [tokens[at + 3], tokens[at + 4]]
  const hour = tokens[at]!.value
  const minute = tokens[at + 2]!.value
  if (mark?.text !== joint || second?.type !== 'number' || second.text.length !== 2 || second.gap)
    return { hour, minute, second: undefined, bare: false, end: at + 3 }
  const fraction = tokens[at + 5]?.text === '.' && tokens[at + 6]?.type === 'number' && !tokens[at + 6]!.gap
  return { hour, minute, second: second.value, bare: false, end: at + (fraction ? 7 : 5) }
}

function dotted(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]!.gap || tokens[at + 2]?.gap !== false) return false
  const before = tokens[at - 1]
  const lead = before?.text === '.' ? tokens[at - 2] : before
  if (DOTTED_AFTER.has(lead?.text ?? '') || DOTTED_BEFORE.has(tokens[at + 3]?.text ?? '')) return true
  // right behind a year, at the end of the line: `2023-11-19 07.40`, `19.11.2023 07.40`
  if (at + 3 !== tokens.length || !tokens[at]!.gap || tokens[at]!.text.length !== 2) return false
  return [at - 1, at - 5].some((year) => tokens[year]?.type === 'number' && tokens[year].text.length === 4)
}

/** `08时55分30秒`, `8시 55분`. */
function signed(tokens: readonly Token[], at: number): Clock | undefined {
  const [minute, m, second, s] = tokens.slice(at + 2, at + 6)
  const hour = tokens[at]!.value
  if (minute?.type !== 'number' || !/^(?:分|분)/.test(m?.text ?? '')) return undefined
  if (second?.type === 'number' && /^(?:秒|초)/.test(s?.text ?? ''))
    return { hour, minute: minute.value, second: second.value, bare: false, end: at + 6 }
  return { hour, minute: minute.value, second: undefined, bare: false, end: at + 4 }
}

interface Half {
  readonly pm: boolean
  readonly end: number
}

function halfBefore(tokens: readonly Token[], at: number, line: string): Half | undefined {
  const token = tokens[at]
  if (token?.type !== 'word') return undefined
  // a Han character is a token of its own
  const end = /[\uac00-\ud7af\u0900-\u097f]/.test(token.text) ? at + 1 : at + 2
  if (MORNING.some((word) => line.startsWith(word, token.from))) return { pm: false, end }
  if (AFTERNOON.some((word) => line.startsWith(word, token.from))) return { pm: true, end }
  return undefined
}

const AM = new Set([
  'am',
  'sa',
  'ص',
  'صباحا',
  'صباحًا',
  'صباحاً',
  'öö',
  'पूर्वाह्न',
  'pagi',
  'sáng',
  'vorm',
  'ก่อนเที่ยง',
])
const PM = new Set([
  'pm',
  'ch',
  'م',
  'مساء',
  'مساءً',
  'مساءا',
  'ظهرا',
  'ös',
  'अपराह्न',
  'petang',
  'malam',
  'chiều',
  'tối',
  'nachm',
  'หลังเที่ยง',
])
/** First letters of the dotted forms `a.m.`, `p.m.`, `π.μ.`, `μ.μ.` by their second. */
const DOTTED_HALVES: ReadonlyMap<string, boolean> = new Map([
  ['a.m', false],
  ['p.m', true],
  ['π.μ', false],
  ['μ.μ', true],
  ['ق.ظ', false],
  ['ب.ظ', true],
])

function halfAfter(tokens: readonly Token[], at: number): Half | undefined {
  const [first, dot, second, last] = tokens.slice(at, at + 4)
  if (first?.type !== 'word') return undefined
  if (AM.has(first.text)) return { pm: false, end: at + 1 }
  if (PM.has(first.text)) return { pm: true, end: at + 1 }
  const pm = DOTTED_HALVES.get(`${first.text}.${dot?.text === '.' ? (second?.text ?? '') : ''}`)
  return pm === undefined ? undefined : { pm, end: at + (last?.text === '.' ? 4 : 3) }
}

interface Zone {
  readonly offset: string
  readonly end: number
}

/** `Z`, `+08:00`, `+0800`, `GMT+8`, `UTC`, `(CET)`, `Uhr MESZ`. */
function zoneAt(tokens: readonly Token[], start: number): Zone | undefined {
  let at = start
  if (tokens[at]?.text === 'uhr' || tokens[at]?.text === 'h') at++
  const bracket = tokens[at]?.text === '('
  if (bracket) at++
  const name = tokens[at]
  if (name === undefined) return undefined
  const named = name.type === 'word' ? ZONES.get(name.text) : undefined
  const base = named === 'Z' && name.text !== 'z' ? at + 1 : at
  const numeric = named === undefined || named === 'Z' ? offsetAt(tokens, base) : undefined
  const found = numeric ?? (named === undefined ? undefined : { offset: named, end: at + 1 })
  if (found === undefined) return undefined
  return bracket && tokens[found.end]?.text === ')' ? { ...found, end: found.end + 1 } : found
}

function offsetAt(tokens: readonly Token[], at: number): Zone | undefined {
  const [sign, first, colon, minutes] = tokens.slice(at, at + 4)
  if ((sign?.text !== '+' && sign?.text !== '-') || first?.type !== 'number' || first.gap) return undefined
  const digits = first.text
  const close = !sign.gap || digits.length === 4
  if (!close) return undefined
  const split = colon?.text === ':' && minutes?.type === 'number' && minutes.text.length === 2 && !colon.gap
  const hours = Number(digits.length === 4 ? digits.slice(0, 2) : digits)
  const rest = digits.length === 4 ? Number(digits.slice(2)) : split ? minutes.value : 0
  if (digits.length > 4 || digits.length === 3 || hours > 14 || rest > 59) return undefined
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
  return { offset: `${sign.text}${two(hours)}:${two(rest)}`, end: at + (split ? 4 : 2) }
}
