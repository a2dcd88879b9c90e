import type { Nodes, PhrasingContent, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { math } from 'micromark-extension-math'

/** Markdown as micromark reads it, with the extensions content has nodes of. */
export function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote(), math()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      mathFromMarkdown(),
    ],
  })
}

/**
 * A tree without what Markdown cannot tell:
 * - where nodes stand, whether a list is loose, and data made for HTML;
 * - of emphasis in emphasis of the same kind, and of strong text round emphasis, which is outside: they are sorted;
 * - neighbouring texts, lists and emphases of one kind are one;
 * - a callout is a quotation whose first line names it;
 * - the mark of a note as it was printed, where its label is another;
 * - a bar in a formula in a cell, which goes by its name in TeX, and code there with a bar behind a backslash, which is
 *   an element of HTML.
 */
export function comparable(node: Nodes): unknown {
  const { position: _position, data: _data, ...rest } = node as Nodes & { position?: unknown; data?: unknown }
  const fields: Record<string, unknown> = { ...rest }
  delete fields.spread
  if (node.type === 'inlineMath')
    fields.value = node.value.replace(/\\Vert |\\[|]/g, '\\|').replaceAll('\\vert ', '|')
  if (!('children' in node)) return fields
  fields.children = joined(calloutLine(node)).map(comparable)
  return fields
}

function calloutLine(node: Nodes & { children: readonly Nodes[] }): readonly Nodes[] {
  if (node.type !== 'blockquote' || node.data?.callout === undefined) return node.children
  const name = { type: 'text' as const, value: `[!${node.data.callout.toUpperCase()}]` }
  const [first, ...more] = node.children
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [name] }, ...node.children]
  const line = { type: 'text' as const, value: '\n' }
  return [{ ...first, children: [name, line, ...first.children] as PhrasingContent[] }, ...more]
}

function joined(children: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = []
  let code = false
  for (const child of children) {
    const last = out.at(-1)
    if (child.type === 'html' && /^<\/?code>$/.test(child.value)) {
      code = child.value === '<code>'
      continue
    }
    if (code && child.type === 'text') {
      out.push({ type: 'inlineCode', value: child.value })
      continue
    }
    if (child.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + child.value }
    else out.push(child)
  }
  return out
}
