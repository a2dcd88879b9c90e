import { LINE_LABELS } from '../../words/byline.ts'
import { AGENCIES } from '../../words/outlets.ts'

const HEAD =
  /^[([【（]?([\p{L}\p{M}]{1,14}(?: (?:by|di|av|door|von|credits?|courtesy|de|par))?)\s?[:：/／|｜]|^[([]?(photo|foto|photograph|image|picture|photographs?) by /u
const SIGN = /^[([]?(?:©|\(c\)|ⓒ)\s?\p{L}/u
/** An agency or picture library at the end, after a slash. */
const TAIL = /[/／]\s?([\p{L}.\- ]{2,24})[)\]）】]?$/u
const LIBRARIES =
  /getty|shutterstock|istock|alamy|imago|picture alliance|unsplash|pexels|pixabay|epa|keystone|bildrechte|视觉中国|adobe ?stock|depositphotos/i

/** What a table or a list says behind the same words: sizes and counts. */
const VALUE = /^\s?\d(?!\d*rf\b)/i

/** What every credit has: a mark behind a label, a sign of copyright, or the words of a photographer's. */
const MARKED = /[:/|©Ⓒ：／｜]|\(c\)| by /i

/** True for a short line that is nothing but the credit of a picture. */
export function isCredit(text: string): boolean {
  const short = text.slice(0, 160)
  if (!MARKED.test(short)) return false
  // an engine compiles letters of all scripts ten times faster where case does not matter
  const line = short.toLowerCase()
  const head = HEAD.exec(line)
  if (head?.[2] !== undefined) return line.split(' ').length <= 8
  if (head !== null && LINE_LABELS.get(head[1]!) === 'photo')
    return line.length <= 90 && !VALUE.test(line.slice(head[0].length))
  if (SIGN.test(line)) return !/\d{4}|rights|reserved|版权/i.test(line) && line.split(' ').length <= 8
  const tail = TAIL.exec(line)
  if (tail === null || line.split(' ').length > 8) return false
  return AGENCIES.has(tail[1]!.trim()) || LIBRARIES.test(tail[1]!)
}

/** An agency behind a caption's last stop, a photographer perhaps behind it: `... on Sunday.AFP`, `... EFE/ J.J. Guillén`. */
const BEHIND = /(?:[.)”"]\s?|\s)(\p{L}[\p{L} ]{1,22}?)(?:\s?[/／]\s?\p{L}[\p{L}. -]{1,30})$/u
const BEHIND_STOP = /[\p{Ll})”"][.]\s?(\p{L}[\p{L} ]{1,22})\)?$/u
const SWITCH = /\b(?:hide|toggle) caption$/i

/** True for a caption with the credit of its picture at the end. */
export function endsInCredit(text: string): boolean {
  const end = text.slice(-80)
  const slashed = end.includes('/') || end.includes('／')
  if (!slashed && !end.includes('.')) return SWITCH.test(end)
  if (SWITCH.test(end)) return true
  const name = ((slashed ? BEHIND.exec(end) : null) ??
    (/\.[^.]{2,25}$/.test(end) ? BEHIND_STOP.exec(end) : null))?.[1]?.toLowerCase()
  return name !== undefined && (isAgency(name) || LIBRARIES.test(name))
}

/** The agency itself, or its name behind the caption's last words. */
function isAgency(words: string): boolean {
  const parts = words.split(' ')
  return AGENCIES.has(parts.at(-1)!) || AGENCIES.has(parts.slice(-2).join(' '))
}
