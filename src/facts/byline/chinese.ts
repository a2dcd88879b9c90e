import { CHINESE_ROLES, COMPOUND_SURNAMES, JAPANESE_SURNAMES, SURNAMES } from '../../words/surnames.ts'

/** Han or Kana letters stand in it. */
export const CHINESE = /[\u3040-\u30ff\u3400-\u9fff]/u
const HAN_ONLY = /^[\u3005\u3400-\u9fff]+$/u
/** A name from another language in Chinese letters, its parts joined by a dot. */
const TRANSLITERATED = /[\u3400-\u9fff]{1,7}(?:[·•・‧．][\u3400-\u9fffA-Z]{1,8}){1,3}/u
const ROLE_AT_END = new RegExp(
  `(?:${[...CHINESE_ROLES].sort((a, b) => b.length - a.length).join('|')}|作者)$`,
  'u',
)

/** A Chinese name: a family name and one or two characters more. */
export function isChineseName(text: string): boolean {
  if (!HAN_ONLY.test(text)) return false
  if (COMPOUND_SURNAMES.some((surname) => text.startsWith(surname)))
    return text.length === 3 || text.length === 4
  return (text.length === 2 || text.length === 3) && SURNAMES.has(text[0]!)
}

/** A name that nothing announces: three characters of a Chinese one, or a Japanese family name and what it is called by. */
export function isLoneHanName(text: string): boolean {
  const name = text.replace(/^([^ \u3000]{1,3})[ \u3000]([^ \u3000]{1,3})$/u, '$1$2')
  if (name.length === 3 && isChineseName(name)) return true
  return /^\p{Script=Han}[\p{Script=Han}々]{0,2}[\p{Script=Han}\p{Script=Hiragana}々]{1,3}$/u.test(name)
    ? [3, 2, 1].some(
        (length) =>
          name.length > length + (length === 1 ? 1 : 0) && JAPANESE_SURNAMES.has(name.slice(0, length)),
      )
    : false
}

/** Names listed after a label such as 作者 or 编辑, where anything of two to four characters is a name. */
export function chineseNames(value: string): string[] {
  const names: string[] = []
  for (const part of value.split(/[、，,;；&＆/／\s]+/u)) {
    const name = listedName(trimmed(part))
    if (name !== undefined && !names.includes(name)) names.push(name)
  }
  return isTwoPartName(value, names) ? [names.join('')] : names
}

/** `张 三`: a space between the characters of a short name for the look of it. */
function isTwoPartName(value: string, names: readonly string[]): boolean {
  return names.length === 0 && /^[\u3400-\u9fff]\s[\u3400-\u9fff]$/u.test(value.trim())
}

function trimmed(part: string): string {
  return part.replace(/^[\s《〈【[（(“"'：:]+|[\s》〉】\]）)”"'_：:\w]+$/gu, '')
}

function listedName(part: string): string | undefined {
  if (part === '') return undefined
  const foreign = TRANSLITERATED.exec(part)
  if (foreign !== null && foreign[0].length >= part.length - 6) return foreign[0]
  if (/[\u3040-\u30ff]/u.test(part))
    return part.length <= 8 && !/[はがをのでにと]/u.test(part) ? part : undefined
  if (!HAN_ONLY.test(part)) return undefined
  if (ROLE_AT_END.test(part))
    return part.length <= 4 && isChineseName(part) && !CHINESE_ROLES.includes(part) ? part : undefined
  return part.length >= 2 && part.length <= 4 && !STOP_NAMES.has(part) ? part : nameAfterRole(part)
}

const STOP_NAMES = new Set([
  '未知',
  '佚名',
  '网络',
  '综合',
  '本报',
  '本站',
  '编辑',
  '整理',
  '来源',
  '小编',
  '无',
  '原创',
  '转载',
  '匿名',
])

/**
 * The name at the end of a description: `…机制秘书长孙炜东`. It starts right after the last word for a role, or, with no
 * such word, it is the last two or three characters that open with a family name.
 */
export function nameAfterRole(text: string): string | undefined {
  if (ROLE_AT_END.test(text)) return undefined
  for (const length of [4, 3, 2]) {
    const name = text.slice(-length)
    if (name.length === length && isChineseName(name) && ROLE_AT_END.test(text.slice(0, -length))) return name
  }
  const foreign = TRANSLITERATED.exec(text.slice(-20))
  return foreign !== null && text.endsWith(foreign[0]) ? foreign[0] : undefined
}
