import type { Outcome } from '../core/article.ts'
import { plain } from './plain.ts'

export interface Summary {
  add(outcome: Outcome): void
  pages(): number
  failed(): number
  /** Not one page could be read at its source. */
  isUnread(): boolean
  /** For a person, on standard error. */
  text(folder: string): string
}

/** What became of the pages: a line each, then the sums. */
export function summaryOf(): Summary {
  const counts = { clean: 0, rejected: 0, failed: 0 }
  const lines: string[] = []
  let unread = 0
  return {
    add(outcome) {
      counts[outcome.status]++
      if (outcome.status === 'failed' && outcome.reason?.stage === 'source') unread++
      lines.push(line(outcome))
    },
    pages: () => counts.clean + counts.rejected + counts.failed,
    failed: () => counts.failed,
    isUnread: () => unread > 0 && unread === counts.clean + counts.rejected + counts.failed,
    text(folder) {
      const pages = counts.clean + counts.rejected + counts.failed
      const sums = `${pages} pages: ${counts.clean} clean, ${counts.rejected} rejected, ${counts.failed} failed. Results in ${folder}`
      return `${lines.join('\n')}\n\n${sums}\n`
    },
  }
}

/** Titles are cut to this many characters. */
const TITLE = 48

function line({ id, status, reason, articles, dropped }: Outcome): string {
  const [first] = articles
  if (first === undefined) return `${mark(status)} ${plain(id)}  ${status}: ${plain(reason?.message ?? '')}`
  const title = first.titleInferred ? `(untitled) ${first.text}` : (first.title ?? first.text)
  const more = articles.length > 1 ? ` +${articles.length - 1} more` : ''
  const roles = Object.entries(dropped.byRole)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([role, blocks]) => `${blocks} ${role}`)
  const lost =
    dropped.blocks === 0
      ? 'nothing dropped'
      : `dropped ${roles.join(', ')}${Object.keys(dropped.byRole).length > 3 ? ', …' : ''}`
  return `${mark(status)} ${plain(id)}  "${plain(title).slice(0, TITLE)}"${more}  ${first.language ?? ''} ${first.wordCount} words, ${lost}`
}

function mark(status: Outcome['status']): string {
  return status === 'clean' ? '+' : status === 'rejected' ? '-' : '!'
}
