import { decodeHTMLStrict } from 'entities'

/** Decodes character references, twice escaped ones too; unknown names stay as they are, soft hyphens go. */
export function decodeEntities(text: string): string {
  const once = text.includes('&') ? decodeHTMLStrict(text) : text
  const twice = once !== text && once.includes('&') ? decodeHTMLStrict(once) : once
  return twice.replaceAll('\u00ad', '')
}
