import type { Attributes } from './attributes.ts'
import { attributeOf, type DomElement } from './dom.ts'

/** Longest base of addresses, in UTF-16 units: every short link of a page would become as long. */
const LONGEST = 4096
const HAS_SCHEME = /^[a-z][a-z0-9+.-]{0,20}:/i
/** Paths from the root of a site in characters a URL parser leaves as they are; dots it may fold are looked for apart. */
const PLAIN_PATH = /^\/(?!\/)[\w.~/%,:;@+=&!$()*-]*(?:\?[\w.~/%,:;@+=&!$()*-]*)?(?:#[\w.~/%,:;@+=&!$()*-]*)?$/
/** Sites whose addresses end where their paths begin. */
const PLAIN_SITE = /^https?:\/\/[a-z0-9.-]+(?=\/|$)/

/** What relative addresses of a page are read against. */
export class BaseAddress {
  private address: string | undefined
  /** Scheme and host, where a path may be put right behind them. */
  private site: string | undefined
  /** @param address undefined where nobody knows it: then addresses stay as printed. */
  constructor(address: string | undefined) {
    this.set(address)
  }
  private set(address: string | undefined): void {
    this.address = address
    this.site = undefined
    if (address === undefined || address.length > LONGEST || !URL.canParse(address)) return
    const { href, origin } = new URL(address)
    if (PLAIN_SITE.exec(href)?.[0] === origin) this.site = origin
  }
  hear({ localName }: DomElement, { href }: Attributes): void {
    if (localName === 'base' && href) this.set(this.resolve(href))
  }
  /** The address the page names as its own stands in for the one nobody knows. */
  hearCanonical(element: DomElement, { href }: Attributes): void {
    if (this.address !== undefined || element.localName !== 'link' || href === undefined) return
    if (!/^https?:\/\//i.test(href) || !/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, 'rel') ?? ''))
      return
    this.set(href)
  }
  resolve(address: string): string {
    const { address: base } = this
    if (base === undefined || base.length > LONGEST || HAS_SCHEME.test(address)) return address
    if (this.site !== undefined && isPlain(address)) return this.site + address
    try {
      return new URL(address, base).href
    } catch {
      return address
    }
  }
}

/** A segment of dots, written as they are or escaped, is folded. */
function isPlain(address: string): boolean {
  return PLAIN_PATH.test(address) && !address.includes('/.') && !address.includes('/%')
}
