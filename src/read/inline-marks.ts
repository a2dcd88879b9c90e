import type { Run } from '../core/block.ts'
import type { Attributes } from './attributes.ts'
import type { DomElement, DomNode } from './dom.ts'
import { declarations } from './hidden.ts'
import { type InlineStyle, marked } from './open-run.ts'

/** What inline elements say of their text, besides links. */
const BY_ELEMENT: ReadonlyMap<string, Partial<Run>> = new Map<string, Partial<Run>>(
  Object.entries<Partial<Run>>({
    b: { bold: true },
    strong: { bold: true },
    i: { italic: true },
    em: { italic: true },
    cite: { italic: true },
    dfn: { italic: true },
    var: { italic: true },
    code: { code: true },
    samp: { code: true },
    tt: { code: true },
    kbd: { code: true, edit: 'kbd' },
    sup: { shift: 'sup' },
    sub: { shift: 'sub' },
    del: { edit: 'del' },
    s: { edit: 'del' },
    strike: { edit: 'del' },
    ins: { edit: 'ins' },
    mark: { edit: 'mark' },
    q: { edit: 'q' },
  }),
)

/** The style of what stands in an inline element, by its name, by what a style sheet declares for it and by its own style. */
export function withMarks(
  style: InlineStyle,
  element: DomElement,
  { tag, style: own }: Attributes,
  declared?: ReadonlyMap<string, string>,
): InlineStyle {
  const marks = BY_ELEMENT.get(tag)
  const named = marks === undefined || (tag === 'cite' && holdsTitle(element)) ? style : marked(style, marks)
  const inline = own !== undefined && MARKS_TEXT.test(own) && !/^h[1-6]$/.test(tag)
  const sheet = tag === 'span' && declared !== undefined ? marked(named, styleMarks(declared)) : named
  return inline ? marked(sheet, styleMarks(declarations(own))) : sheet
}

const MARKS_TEXT = /font-(?:weight|style)|line-through|vertical-align/i

/** What a style says of text, as editors write it that set no elements. */
function styleMarks(said: ReadonlyMap<string, string>): Partial<InlineStyle> {
  const weight = said.get('font-weight')
  const slant = said.get('font-style')
  const raised = /^(super|sub)$/.exec(said.get('vertical-align') ?? '')?.[1]
  return {
    ...(weight !== undefined && { bold: /^(?:bold|bolder|[6-9]00)$/.test(weight) || undefined }),
    ...(slant !== undefined && { italic: /^(?:italic|oblique)$/.test(slant) || undefined }),
    ...(/line-through/.test(said.get('text-decoration') ?? said.get('text-decoration-line') ?? '') && {
      edit: 'del' as const,
    }),
    ...(raised !== undefined && { shift: raised === 'super' ? ('sup' as const) : ('sub' as const) }),
  }
}

/** A reference in which the title of the work is set apart is no title as a whole. */
function holdsTitle(cite: DomNode): boolean {
  for (let child = cite.firstChild; child !== null; child = child.nextSibling)
    if (child.localName === 'i' || child.localName === 'em' || holdsTitle(child)) return true
  return false
}
