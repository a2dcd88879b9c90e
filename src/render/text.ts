import type { Block } from '../core/block.ts'
import { type Unit, units } from './units.ts'

/**
 * Blocks as plain text: a blank line between paragraphs, list items on lines of their own with their number or a
 * hyphen, table rows on lines with a tab between cells, code as it stands. Pictures have no text.
 */
export function renderText(blocks: readonly Block[]): string {
  return units(blocks).map(unitText).filter(Boolean).join('\n\n')
}

function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'list':
      return unit.items.map(itemText).join('\n')
    case 'table':
      return unit.rows.map((row) => row.map((cell) => oneLine(cell?.text ?? '')).join('\t')).join('\n')
    case 'quote':
      return unit.blocks.map(({ text }) => text).join('\n\n')
    case 'single':
      return unit.block.kind === 'figure' ? '' : unit.block.text
  }
}

function itemText({ text, depth = 1, ordinal }: Block): string {
  const indent = '  '.repeat(Math.max(0, Math.min(depth, 10) - 1))
  const marker = ordinal === undefined ? '- ' : `${ordinal}. `
  return `${indent}${marker}${text.replaceAll('\n', `\n${indent}${' '.repeat(marker.length)}`)}`
}

function oneLine(text: string): string {
  return text.includes('\n') || text.includes('\t') ? text.replace(/[\n\t]+/g, ' ') : text
}
