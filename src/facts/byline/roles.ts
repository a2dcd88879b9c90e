import { ROLES_AFTER } from '../../words/byline.ts'
import { isChineseName, nameAfterRole } from './chinese.ts'
import { readPeople } from './names.ts'

const CHINESE_REPORTER = /^[^，。！？]{0,14}?(?:记者|記者|作者|通讯员|撰稿人?|评论员|撰文)[\s:：]+(.{2,30})$/u
const AUTHOR_NOTE = /^(?:本文)?作者(?:为|系|是|均为|分别为|單位|：|:)?\s*(.{2,80})$/u
const AUTHOR_FIRST = /^(?:本文)?作者\s?([\u3400-\u9fff·]{2,8}?)(?:，|,)?(?:为|系|是)/u

/** A stroke between name and role or place: 〔記者王建國/台北報導〕, 王建国/文. */
const SLASHED =
  /^(?:[\u3400-\u9fff]{2,8}\s)?[〔（(【[]?(?:(?:記者|记者)\s?([\u3400-\u9fff]{2,4})[/／][\u3400-\u9fff]{1,8}(?:報導|报道|報道|电|電|訊|讯)|([\u3400-\u9fff]{2,4})[/／](?:文|撰文|撰)(?:$|\s))/u

export interface Credited {
  readonly authors: readonly string[]
  readonly editors: readonly string[]
}

const NOBODY: Credited = { authors: [], editors: [] }
const writers = (authors: readonly string[]): Credited =>
  authors.length > 0 ? { authors, editors: [] } : NOBODY

/** Names with a role before or after them: 记者 张三, 홍길동 기자, (作者为…秘书长孙炜东), 记者 张三 通讯员 李四 摄影 王五. */
export function roleNames(value: string): Credited {
  const first = AUTHOR_FIRST.exec(value)
  if (first !== null) return writers(isChineseName(first[1]!) || first[1]!.includes('·') ? [first[1]!] : [])
  const signed = SLASHED.exec(value)
  if (signed !== null) return writers([signed[1] ?? signed[2]!].filter(isChineseName))
  const note = AUTHOR_NOTE.exec(value)
  if (note !== null) return writers(noteName(note[1]!))
  const several = creditedHan(value)
  if (several !== undefined) return several
  const reporter = CHINESE_REPORTER.exec(value)
  if (reporter !== null) {
    const { names } = readPeople(reporter[1]!)
    return writers(names.every((name) => isChineseName(name) || name.includes('·')) ? names : [])
  }
  const japanese =
    /^([\u3400-\u9fff]{2,3}\s?[\u3400-\u9fff\u3040-\u309f]{1,4})\s?(?:記者|編集委員|論説委員)$/u.exec(value)
  return writers(japanese !== null ? [japanese[1]!] : koreanNames(value))
}

/** Roles that open a part of a credit, longest first; what each makes of its names. */
const HAN_ROLES: readonly (readonly [words: string, field: 'authors' | 'editors' | undefined])[] = [
  [
    '见习记者|实习记者|特约记者|记者|見習記者|特約記者|記者|特约通讯员|通讯员|通訊員|实习生|實習生|撰稿人?|撰文|作者|文字',
    'authors',
  ],
  ['责任编辑|責任編輯|责编|責編|编辑|編輯', 'editors'],
  ['摄影报道|摄影|攝影|摄|攝|图片|圖片|视频|視頻|校对|校對|审核|審核|监制|監製|制图|剪辑', undefined],
]
const HAN_ROLE = new RegExp(`(${HAN_ROLES.map(([words]) => words).join(')|(')})[\\s:：/／]*`, 'gu')
/** What may stand before the first role: the paper, its desk. */
const PAPER = 14

/** Every part of a Chinese credit that names several roles; undefined where fewer than two are named. */
function creditedHan(value: string): Credited | undefined {
  const roles = [...value.matchAll(HAN_ROLE)]
  if (roles.length < 2 || roles[0]!.index > PAPER || /[，。！？]/u.test(value)) return undefined
  const found = { authors: [] as string[], editors: [] as string[] }
  for (const [i, role] of roles.entries()) {
    const names = value
      .slice(role.index + role[0].length, roles[i + 1]?.index)
      .split(/[\s、,;；]+/u)
      .filter(Boolean)
    const field = HAN_ROLES[role.slice(1).findIndex(Boolean)]![1]
    // anything else than names makes it prose
    if (!names.every((name) => isChineseName(name) || name.includes('·'))) return undefined
    if (field !== undefined) found[field].push(...names)
  }
  return found
}

function noteName(value: string): string[] {
  const name = isChineseName(value) ? value : nameAfterRole(value.replace(/[。.]$/u, ''))
  return name === undefined ? [] : [name]
}

function koreanNames(value: string): string[] {
  if (value.length > 60 || (!value.includes('기자') && !value.includes('특파원') && !value.includes('위원')))
    return []
  const names: string[] = []
  const list = value.split(/[\s=]+/u)
  for (let i = 0; i < list.length; i++) {
    // names before one role are joined by a dot or a comma
    const joined = list[i]!.split(/[,·ㆍ]/u)
    const match = ROLES_AFTER.exec([joined.at(-1), list[i + 1]].join(' ')) ?? ROLES_AFTER.exec(joined.at(-1)!)
    if (match === null || /^(?:기자|선임|수습|인턴|객원)$/u.test(match[1]!)) continue
    names.push(...joined.slice(0, -1).filter((name) => /^[\uac00-\ud7a3]{2,4}$/u.test(name)), match[1]!)
  }
  return names
}
