import { ROLES_AFTER } from '../../words/byline.ts'
import { isChineseName, nameAfterRole } from './chinese.ts'
import { readPeople } from './names.ts'

const CHINESE_REPORTER = /^[^，。！？]{0,14}?(?:记者|記者|作者|通讯员|撰稿人?|评论员|撰文)[\s:：]+(.{2,30})$/u
const AUTHOR_NOTE = /^(?:本文)?作者(?:为|系|是|均为|分别为|單位|：|:)?\s*(.{2,80})$/u
const AUTHOR_FIRST = /^(?:本文)?作者\s?([\u3400-\u9fff·]{2,8}?)(?:，|,)?(?:为|系|是)/u

/** Names with a role before or after them: 记者 张三, 홍길동 기자, (作者为…秘书长孙炜东). */
export function roleNames(value: string): string[] {
  const first = AUTHOR_FIRST.exec(value)
  if (first !== null) return isChineseName(first[1]!) || first[1]!.includes('·') ? [first[1]!] : []
  const note = AUTHOR_NOTE.exec(value)
  if (note !== null) return noteName(note[1]!)
  const reporter = CHINESE_REPORTER.exec(value)
  if (reporter !== null) {
    const { names } = readPeople(reporter[1]!)
    return names.length > 0 && names.every((name) => isChineseName(name) || name.includes('·'))
      ? [...names]
      : []
  }
  const japanese =
    /^([\u3400-\u9fff]{2,3}\s?[\u3400-\u9fff\u3040-\u309f]{1,4})\s?(?:記者|編集委員|論説委員)$/u.exec(value)
  if (japanese !== null) return [japanese[1]!]
  return koreanNames(value)
}

function noteName(value: string): string[] {
  const name = isChineseName(value) ? value : nameAfterRole(value.replace(/[。.]$/u, ''))
  return name === undefined ? [] : [name]
}

function koreanNames(value: string): string[] {
  if (value.length > 60 || (!value.includes('기자') && !value.includes('특파원') && !value.includes('위원')))
    return []
  const names: string[] = []
  const list = value.split(/[\s,·=]+/u)
  for (let i = 0; i < list.length; i++) {
    const match = ROLES_AFTER.exec(list.slice(i, i + 2).join(' '))
    if (match !== null && !/^(?:기자|선임|수습|인턴|객원)$/u.test(match[1]!)) names.push(match[1]!)
  }
  return names
}
