import { type Cell, groupBy, mean, table } from '../table.ts'
import type { DumpScore } from './score.ts'

const EAST_ASIAN = new Set(['zh', 'ja', 'ko'])
const ARTICLE = 'article'

/** Means over dumps that hold one article. */
export function summarize(dumps: readonly DumpScore[]): Record<string, number> {
  return {
    F1: mean(dumps.map((dump) => dump.lines.f1)),
    P: mean(dumps.map((dump) => dump.lines.precision)),
    R: mean(dumps.map((dump) => dump.lines.recall)),
    'line P': mean(dumps.map((dump) => dump.lines.linePrecision)),
    'line R': mean(dumps.map((dump) => dump.lines.lineRecall)),
    title: mean(dumps.map((dump) => dump.title)),
    empty: mean(dumps.map((dump) => Number(dump.articles === 0))),
    split: mean(dumps.map((dump) => Number(dump.articles > 1))),
  }
}

type Rows = readonly DumpScore[]

/** Groups by page type first; dumper and language over articles only, the smallest languages together. */
function groupsOf(dumps: Rows): [string, Rows][] {
  const articles = dumps.filter((dump) => dump.type === ARTICLE)
  const langs = groupBy(articles, (dump) => dump.lang)
  const few = langs.filter(([, own]) => own.length < 10).flatMap(([, own]) => own)
  const groups: [string, Rows][] = [
    ['all', dumps],
    ['articles', articles],
    ['other types', dumps.filter((dump) => dump.type !== ARTICLE)],
    ['articles zh ja ko', articles.filter((dump) => EAST_ASIAN.has(dump.lang))],
    ...groupBy(articles, (dump) => dump.dumper).map(([name, own]): [string, Rows] => [`  by ${name}`, own]),
    ...langs
      .filter(([, own]) => own.length >= 10)
      .map(([name, own]): [string, Rows] => [`  in ${name}`, own]),
    ['  in others', few],
    ...groupBy(dumps, (dump) => dump.type).map(([name, own]): [string, Rows] => [`  type ${name}`, own]),
  ]
  return groups.filter(([, own]) => own.length > 0)
}

/** Token and line scores of the dumps of one article each. */
export function dumpTable(dumps: Rows): string {
  const header = ['dumps', 'n', ...Object.keys(summarize(dumps))]
  const row = ([name, own]: [string, Rows]): Cell[] => [
    name,
    String(own.length),
    ...Object.values(summarize(own)),
  ]
  return table(header, groupsOf(dumps).map(row))
}

const sum = (dumps: Rows, of: (split: NonNullable<DumpScore['split']>) => number) =>
  dumps.reduce((total, { split }) => total + (split ? of(split) : 0), 0)

/** Found articles and cuts of the dumps that hold several. */
export function splitScores(dumps: Rows): Record<string, number> {
  const [wanted, got, found, cuts] = [
    sum(dumps, (s) => s.wanted),
    sum(dumps, (s) => s.got),
    sum(dumps, (s) => s.found),
    sum(dumps, (s) => s.cuts),
  ]
  return {
    found: found / wanted,
    'found P': got ? found / got : 0,
    'mean F1': sum(dumps, (s) => s.f1Sum) / wanted,
    'cut P': cuts ? sum(dumps, (s) => s.rightCuts) / cuts : 0,
    'cut R': sum(dumps, (s) => s.rightCuts) / sum(dumps, (s) => s.wanted - 1),
    'right count': mean(dumps.map(({ split }) => Number(split?.wanted === split?.got))),
  }
}

export function splitTable(dumps: Rows): string {
  const header = ['several articles', 'wanted', 'got', ...Object.keys(splitScores(dumps))]
  const rows = [...dumps.map((dump): [string, Rows] => [dump.id, [dump]]), ['all', dumps] as [string, Rows]]
  const row = ([name, own]: [string, Rows]): Cell[] => [
    name,
    String(sum(own, (s) => s.wanted)),
    String(sum(own, (s) => s.got)),
    ...Object.values(splitScores(own)),
  ]
  return table(header, rows.map(row))
}

/** Share of the inserted spam that did not come out, and of dumps that came out free of it. */
export function spamScores(dumps: Rows): Record<string, number> {
  return {
    'spam recall': mean(dumps.map((dump) => dump.spam)),
    'all gone': mean(dumps.map((dump) => Number(dump.spam === 1))),
    F1: mean(dumps.map((dump) => dump.lines.f1)),
    'line R': mean(dumps.map((dump) => dump.lines.lineRecall)),
  }
}

export function spamTable(dumps: Rows): string {
  const header = ['spam', 'n', ...Object.keys(spamScores(dumps))]
  const groups: [string, Rows][] = [['all', dumps], ...groupBy(dumps, (dump) => dump.family ?? '-')]
  return table(
    header,
    groups.map(([name, own]) => [name, String(own.length), ...Object.values(spamScores(own))]),
  )
}
