import type { Block } from '../core/block.ts'
import type { LimitHit } from '../core/page.ts'
import type { Limits } from '../core/pipeline.ts'
import type { Whole } from '../core/whole.ts'
import { unboxed } from './text/boxes.ts'
import { findMarkers } from './text/bullets.ts'
import { draftBlocks } from './text/drafts.ts'
import { unescaped } from './text/escapes.ts'
import { scanLines } from './text/lines.ts'
import { surveyLinks } from './text/lynx.ts'
import { isMarkdown } from './text/markdown.ts'
import { isBroken } from './text/pieces.ts'
import { assemble } from './text/wholes.ts'
import { surveyWrap } from './text/wrap.ts'

/**
 * Reads a plain-text dump into blocks. One line is one block, unless the dump was wrapped at a column (then lines
 * are joined), or a line holds several blocks (a flattened list, glued text, a table row: then it is cut).
 * Escapes, character references and line ends of other systems are read as what they stand for.
 * Every visible character lands in exactly one block, but for bullets, rules and the marks of Markdown and
 * link numbers, which become `layout`, `kind`, `level`, `ordinal` and `runs`. Never throws.
 */
export function readText(
  dump: string,
  limits: Pick<Limits, 'lineLength'>,
): { blocks: Block[]; wholes: Whole[]; limits: LimitHit[] } {
  const text = unescaped(dump)
  const { lines: printed, blankAtEnd } = scanLines(text)
  const lines = unboxed(printed)
  const markdown = isMarkdown(text, lines)
  const wrap = surveyWrap(lines)
  const drafted = draftBlocks({
    lines,
    markers: findMarkers(lines, markdown),
    wrap,
    broken: wrap === undefined && isBroken(lines),
    markdown,
    links: surveyLinks(lines),
    lineLength: limits.lineLength,
  })
  const { blocks, wholes } = assemble(drafted.drafts, blankAtEnd)
  return { blocks, wholes, limits: drafted.limits }
}
