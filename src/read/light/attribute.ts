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
