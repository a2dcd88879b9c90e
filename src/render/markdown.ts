import type { Block } from '../core/block.ts'
import { escapeLineStarts } from './escape.ts'
import { inlineMarkdown, longestRun, type MarkdownOptions } from './inline.ts'
import { type Unit, units } from './units.ts'

export type { MarkdownOptions } from './inline.ts'

/** Blocks as CommonMark with GitHub's tables. */
export function renderMarkdown(blocks: readonly Block[], options: MarkdownOptions): string {
  const parts: string[] = []
  let before: Unit | undefined
  let alternate = false
  for (const unit of units(blocks)) {
    // two lists in a row would become one: the second takes the other marker
    alternate = unit.kind === 'list' && before?.kind === 'list' && !alternate
    const part = unitMarkdown(unit, options, alternate)
    if (part === '') continue
    parts.push(part)
    before = unit
  }
  return parts.join('\n\n')
}

function unitMarkdown(unit: Unit, options: MarkdownOptions, alternate: boolean): string {
  switch (unit.kind) {
    case 'list':
      return listMarkdown(unit.items, options, alternate)
    case 'table':
      return tableMarkdown(unit.rows, options)
    case 'quote':
      return quoteMarkdown(unit.blocks, options)
    case 'single':
      return blockMarkdown(unit.block, options)
  }
}

function blockMarkdown(block: Block, options: MarkdownOptions): string {
  if (block.kind === 'code') return codeMarkdown(block)
  if (block.kind === 'heading') return headingMarkdown(block, options)
  // a picture's text is its description, which stands in its link
  if (block.kind === 'figure' && (!options.images || block.runs === undefined)) return ''
  return escapeLineStarts(inlineMarkdown(block, options))
}

function headingMarkdown(block: Block, options: MarkdownOptions): string {
  const bare = block.runs?.map(({ bold: _bold, ...run }) => run)
  const text = inlineMarkdown(bare ? { ...block, runs: bare } : block, options).replace(/\\?\n/g, ' ')
  // a closing run of number signs would be taken for decoration
  return `${'#'.repeat(block.level ?? 2)} ${text.replace(/(^|\s)(#+)$/, '$1\\$2')}`
}

function codeMarkdown({ text, codeLanguage = '' }: Block): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1))
  const language = /^[\w+#.-]{1,30}$/.test(codeLanguage) ? codeLanguage : ''
  return `${fence}${language}\n${text}\n${fence}`
}

function quoteMarkdown(blocks: readonly Block[], options: MarkdownOptions): string {
  const paragraphs = blocks.map((block) => escapeLineStarts(inlineMarkdown(block, options)))
  return paragraphs
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** An item is indented by the width of the markers of the items it stands under. */
function listMarkdown(items: readonly Block[], options: MarkdownOptions, alternate: boolean): string {
  const widths: number[] = []
  const lines = items.map((item) => {
    const level = Math.min((item.depth ?? 1) - 1, widths.length)
    const marker = markerOf(item, alternate)
    widths.length = level
    const indent = ' '.repeat(widths.reduce((sum, width) => sum + width, 0))
    widths.push(marker.length)
    const text = escapeLineStarts(inlineMarkdown(item, options))
    return `${indent}${marker}${text.replaceAll('\n', `\n${indent}${' '.repeat(marker.length)}`)}`
  })
  return lines.join('\n')
}

function markerOf({ ordinal }: Block, alternate: boolean): string {
  if (ordinal === undefined || ordinal < 0 || ordinal > 999_999_999) return alternate ? '* ' : '- '
  return `${ordinal}${alternate ? ')' : '.'} `
}

function tableMarkdown(rows: readonly (readonly (Block | undefined)[])[], options: MarkdownOptions): string {
  const width = Math.max(...rows.map((row) => row.length))
  const written = rows.map((row) => row.map((cell) => (cell ? cellMarkdown(cell, options) : '')))
  const headed = rows[0]!.some((cell) => cell?.head)
  // without a header of its own the table gets an empty one: Markdown knows no other
  const lines = headed ? written : [[], ...written]
  const [head, ...body] = lines.map((cells) => rowMarkdown(cells, width))
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

function rowMarkdown(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`
}

function cellMarkdown(cell: Block, options: MarkdownOptions): string {
  const text = inlineMarkdown(cell, options).replace(/\\?\n/g, ' ')
  // a bar behind a backslash is read in two ways; a reference is not
  return text.replace(/\\\|/g, '\\&#124;').replaceAll('|', '\\|')
}
