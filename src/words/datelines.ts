import { AGENCIES } from './outlets.ts'

/** Agency names of several words, and how a dateline shortens them. */
const LONG_AGENCIES: readonly string[] = [
  'РИА Новости',
  'Agence France-Presse',
  'Associated Press',
  'KCNA Watch',
]

/** The names agencies sign datelines with, as a pattern; letters of any case. */
export const AGENCY_PATTERN: string = [...LONG_AGENCIES, ...AGENCIES]
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .sort((a, b) => b.length - a.length)
  .join('|')

/** Chinese agencies and papers before a place: 新华社北京6月16日电. */
export const CHINESE_AGENCY =
  /^(新华社|新华网|中新社|中新网|人民网|央视网|央视新闻|中国新闻网|本报|本刊|中央社|澎湃新闻|光明网|经济日报|科技日报|[\u3400-\u9fff]{2,6}?(?:日报|晚报|早报|时报|新闻网|通讯社|网))/u
