/** The part of a standard DOM the reader walks: the light document's nodes and jsdom's both are this. */
export interface DomNode {
  readonly nodeType: number
  readonly localName?: string | null | undefined
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly previousSibling?: DomNode | null
  readonly parentNode: DomNode | null
  readonly textContent: string | null
}

export interface DomAttribute {
  readonly name: string
  readonly value: string
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly attributes: ArrayLike<DomAttribute> & Iterable<DomAttribute>
  /** The light document's own list, which spares making attribute nodes. */
  readonly attrs?: readonly DomAttribute[]
}

export interface DomText extends DomNode {
  readonly data: string
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
}

export const ELEMENT = 1
export const TEXT = 3

export function attributesOf(element: DomElement): Iterable<DomAttribute> {
  return element.attrs ?? element.attributes
}

export function attributeOf(element: DomElement, name: string): string | undefined {
  const list = element.attrs ?? element.attributes
  for (let i = 0; i < list.length; i++) if (list[i]!.name === name) return list[i]!.value
  return undefined
}

/** Groups of base nodes of a `ruby`, and the reading of each, in the order both stand in (HTML Standard, 4.5.10). */
export function rubyParts(ruby: DomElement): { bases: DomNode[][]; readings: (string | undefined)[] } {
  const bases: DomNode[][] = []
  const readings: (string | undefined)[] = []
  let open: DomNode[] = []
  const close = () => {
    if (open.length > 0) bases.push(open)
    open = []
  }
  for (let child = ruby.firstChild; child !== null; child = child.nextSibling) {
    const name = child.nodeType === ELEMENT ? child.localName : undefined
    if (name === 'rt' || name === 'rtc') {
      close()
      if (readings.length < bases.length) readings.push((child.textContent ?? '').trim() || undefined)
    } else if (name === 'rb') {
      close()
      open.push(child)
    } else if (name !== 'rp' && (child.nodeType === ELEMENT || (child.textContent ?? '').trim() !== ''))
      open.push(child)
  }
  close()
  return { bases, readings }
}
