import type { html as Html, TreeAdapter, TreeAdapterTypeMap } from 'parse5'
import { isStreamed } from '../streamed.ts'
import type { Attribute } from './attribute.ts'
import { LightDocument, LightElement, type LightNode, LightText, type Markup } from './node.ts'

/** What the tree builder may hold besides elements and text: nodes it needs for its own stack and nobody reads. */
class Unread {
  readonly what: 'comment' | 'doctype' | 'fragment'
  parentNode: null = null
  constructor(what: 'comment' | 'doctype' | 'fragment') {
    this.what = what
  }
}

export type LightTypes = TreeAdapterTypeMap<
  LightNode | LightDocument | Unread,
  LightElement | LightDocument | Unread,
  LightNode | Unread,
  LightDocument,
  Unread,
  LightElement,
  Unread,
  LightText,
  LightElement,
  Unread
>

/** An element whose content no reader of an article needs: built for the parser's stack, never attached. */
export class UnreadElement extends LightElement {
  /** Where its text goes among the texts of style sheets, if it is one that counts. */
  sheet: number | undefined = undefined
}
const UNREAD = new Set(['style', 'svg', 'template', 'script'])

/** Scripts that carry data rather than code stay: JSON-LD, framework state and formulas. */
function isRead(name: string, attrs: readonly Attribute[]): boolean {
  if (!UNREAD.has(name)) return true
  if (name === 'template') return attrs.some(({ name }) => name === 'shadowrootmode')
  if (name !== 'script') return false
  const type = attrs.find((attr) => attr.name === 'type')?.value.toLowerCase() ?? ''
  return type.includes('ld+json') || type.includes('application/json') || type.startsWith('math/tex')
}

/** Attributes without the `hidden` of parts that a script puts in their places. */
function shown(attrs: readonly Attribute[]): readonly Attribute[] {
  if (!attrs.some(({ name }) => name === 'hidden')) return attrs
  const id = attrs.find(({ name }) => name === 'id')?.value ?? ''
  return isStreamed(id) ? attrs.filter(({ name }) => name !== 'hidden') : attrs
}

/** What stands in a `noscript` holds only where no script runs. */
function isWithoutScripts(parent: LightElement | LightDocument): boolean {
  for (let up: LightElement | LightDocument | null = parent; up?.nodeType === 1; up = up.parentNode)
    if (up.localName === 'noscript') return true
  return false
}

export interface AdapterOptions {
  /** Called for every node made; may throw to stop the parse. */
  readonly onNode: () => void
  readonly maxAttributes: number
  readonly maxAttributeLength: number
  readonly onAttributesCut: (limit: 'attributes' | 'attributeLength') => void
  readonly markup: Markup
  readonly document?: LightDocument
  /** Gets the texts of style sheets in document order, where anybody wants them. */
  readonly styles?: string[]
  /** Gets the templates of declarative shadow roots in document order; what they hold is put right into them. */
  readonly shadows?: LightElement[]
}

/** A parse5 tree adapter that builds the light document. One per parse: elements need their document. */
export function lightAdapter(options: AdapterOptions): TreeAdapter<LightTypes> {
  const document = options.document ?? new LightDocument(options.markup)

  const bound = (attrs: readonly Attribute[]): readonly Attribute[] => {
    let kept = attrs
    if (kept.length > options.maxAttributes) {
      options.onAttributesCut('attributes')
      kept = kept.slice(0, options.maxAttributes)
    }
    for (const attr of kept) {
      if (attr.value.length <= options.maxAttributeLength) continue
      options.onAttributesCut('attributeLength')
      return kept.map(({ name, value }) => ({ name, value: value.slice(0, options.maxAttributeLength) }))
    }
    return kept
  }
  const attach = (
    parent: LightElement | LightDocument | Unread,
    child: LightNode | Unread,
    before: LightNode | null,
  ): void => {
    if (parent instanceof Unread || child instanceof Unread) return
    if (child instanceof UnreadElement) {
      if (child.localName !== 'style' || child.foreign || !options.styles || isWithoutScripts(parent)) return
      child.sheet = options.styles.push('') - 1
      return
    }
    parent.insertBefore(child, before)
  }
  const addText = (
    parent: LightElement | LightDocument | Unread,
    data: string,
    before: LightNode | null,
  ): void => {
    if (parent instanceof Unread) return
    if (parent instanceof UnreadElement) {
      if (parent.sheet !== undefined) options.styles![parent.sheet] += data
      return
    }
    const previous = before === null ? parent.lastChild : before.previousSibling
    if (previous !== null && previous.nodeType === 3) {
      previous.data += data
      parent.changed()
      return
    }
    options.onNode()
    parent.insertBefore(new LightText(data), before)
  }
  return {
    createDocument: () => document,
    createDocumentFragment: () => new Unread('fragment'),
    createCommentNode: () => new Unread('comment'),
    createTextNode: (data) => new LightText(data),
    createElement(name, namespace, attrs) {
      options.onNode()
      const Kind = isRead(name, attrs) ? LightElement : UnreadElement
      const element = new Kind(document, name, bound(shown(attrs)), namespace)
      if (name === 'template' && Kind === LightElement) options.shadows?.push(element)
      return element
    },
    appendChild: (parent, child) => attach(parent, child, null),
    insertBefore: (parent, child, before) => attach(parent, child, before as LightNode),
    insertText: (parent, data) => addText(parent, data, null),
    insertTextBefore: (parent, data, before) => addText(parent, data, before as LightNode),
    adoptAttributes(element, attrs) {
      const names = new Set(element.attrs.map((attr) => attr.name))
      const added = attrs.filter((attr) => !names.has(attr.name))
      if (added.length > 0 && element.attrs.length < options.maxAttributes)
        element.attrs = bound([...element.attrs, ...added])
    },
    detachNode(node) {
      if (!(node instanceof Unread)) node.parentNode?.removeChild(node)
    },
    setTemplateContent() {},
    getTemplateContent: (template) =>
      template instanceof UnreadElement
        ? new Unread('fragment')
        : (template as unknown as LightTypes['documentFragment']),
    setDocumentType() {},
    setDocumentMode(target, mode) {
      target.quirks = mode
    },
    getDocumentMode: (target) => target.quirks as Html.DOCUMENT_MODE,
    getFirstChild: (parent) => (parent instanceof Unread ? null : parent.firstChild),
    getChildNodes: (parent) => (parent instanceof Unread ? [] : [...parent.childNodes]),
    getParentNode: (node) => (node instanceof Unread ? null : node.parentNode),
    getAttrList: (element) => element.attrs as Attribute[],
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => element.namespace as Html.NS,
    getTextNodeContent: (text) => text.data,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is LightText => node instanceof LightText,
    isCommentNode: (node): node is Unread => node instanceof Unread && node.what === 'comment',
    isDocumentTypeNode: (node): node is Unread => node instanceof Unread && node.what === 'doctype',
    isElementNode: (node): node is LightElement => node instanceof LightElement,
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation() {},
    updateNodeSourceCodeLocation() {},
  }
}
