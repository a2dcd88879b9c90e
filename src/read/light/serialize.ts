import type { LightElement, LightNode } from './node.ts'

const VOID = new Set([
  'area',
  'base',
  'basefont',
  'bgsound',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'keygen',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const RAW = new Set(['style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

/** The HTML fragment serialization algorithm (HTML Standard, 13.3) over the light document. */
export function serialize(parent: LightElement): string {
  let html = ''
  const raw = RAW.has(parent.localName)
  for (let child: LightNode | null = parent.firstChild; child !== null; child = child.nextSibling) {
    html += child.nodeType === 3 ? (raw ? child.data : escapeText(child.data)) : element(child)
  }
  return html
}

function element(node: LightElement): string {
  let open = `<${node.localName}`
  for (const { name, value } of node.attrs) open += ` ${name}="${escapeValue(value)}"`
  return VOID.has(node.localName) ? `${open}>` : `${open}>${serialize(node)}</${node.localName}>`
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
}

function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, (char) => ENTITY[char]!) : text
}

function escapeValue(value: string): string {
  return /[&"<>\u00a0]/.test(value) ? value.replace(/[&"<>\u00a0]/g, (char) => ENTITY[char]!) : value
}
