import { LINE_LABELS } from '../../words/byline.ts'
import { AGENCIES } from '../../words/outlets.ts'

const HEAD =
  /^[([【（]?([\p{L}\p{M}]{1,14}(?: (?:by|di|av|door|von|credit|de|par))?)\s?[:：/／|｜]|^[([]?(photo|foto|photograph|image|picture|photographs?) by /iu
const SIGN = /^[([]?(?:©|\(c\)|Ⓒ)\s?\p{L}/iu
/** An agency or picture library at the end, after a slash. */
const TAIL = /[/／]\s?([\p{L}.\- ]{2,24})[)\]）】]?$/u
const LIBRARIES =
  /getty|shutterstock|istock|alamy|imago|picture alliance|unsplash|pexels|pixabay|epa|keystone|bildrechte|视觉中国|adobe ?stock|depositphotos/iu

/** True for a short line that is nothing but the credit of a picture. */
export function isCredit(text: string): boolean {
  const line = text.slice(0, 160)
  const head = HEAD.exec(line)
  if (head?.[2] !== undefined) return line.split(' ').length <= 8
  if (head !== null && LINE_LABELS.get(head[1]!.toLowerCase()) === 'photo') return line.length <= 90
  if (SIGN.test(line)) return !/\d{4}|rights|reserved|版权/iu.test(line) && line.split(' ').length <= 8
  const tail = TAIL.exec(line)
  if (tail === null || line.split(' ').length > 8) return false
  return AGENCIES.has(tail[1]!.trim().toLowerCase()) || LIBRARIES.test(tail[1]!)
}
