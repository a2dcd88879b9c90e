import { remark, textRuns } from '../marks.ts'
import type { LightElement, LightText } from './node.ts'
import { serialize } from './serialize.ts'

/**
 * What `innerHTML` of the body answers: a copy, turned into HTML only if somebody wants it back. Readability takes it
 * on every page and needs it on one in ten. Parsing it again (rather than giving the copy back) is what a browser does,
 * and moves blocks out of paragraphs as a browser would.
 */
export class Snapshot {
  private readonly copy: LightElement
  constructor(element: LightElement) {
    this.copy = element.copy()
  }
  get html(): string {
    return serialize(this.copy)
  }
  toString(): string {
    return this.html
  }
  /** Gives the marks of the copied text nodes to the text nodes parsed from it. */
  markAgain(root: LightElement): void {
    const runs = textRuns<LightText>(this.copy).map((node) => ({ text: node.data, mark: node.mark }))
    remark(runs, textRuns<LightText>(root), (node, mark) => {
      node.mark = mark
    })
  }
}
