export interface Attribute {
  readonly name: string
  readonly value: string
}

/** An attribute node: what Readability copies from element to element. */
export class LightAttribute implements Attribute {
  readonly name: string
  readonly value: string
  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }
  cloneNode(): LightAttribute {
    return new LightAttribute(this.name, this.value)
  }
}

/** The two properties Readability reads of an inline style. */
export interface InlineStyle {
  readonly display: string
  readonly visibility: string
}

export const NO_STYLE: InlineStyle = { display: '', visibility: '' }

/** Value of one property in a style attribute, lower case, `''` where it is not set; the last valid one wins, `!important` first. */
function declared(css: string, property: string): string {
  let value = ''
  let important = false
  if (!css.toLowerCase().includes(property)) return value
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0 || declaration.slice(0, colon).trim().toLowerCase() !== property) continue
    const said = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const forced = said.endsWith('important')
    if (important && !forced) continue
    important ||= forced
    value = forced ? said.slice(0, said.lastIndexOf('!')).trim() : said
  }
  return value
}

export function inlineStyle(css: string): InlineStyle {
  return { display: declared(css, 'display'), visibility: declared(css, 'visibility') }
}
