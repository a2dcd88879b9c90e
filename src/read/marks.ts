/** The part of a text node marks need: true of the light document and of any standard DOM. */
export interface MarkableText {
  readonly data: string
}

interface Tree {
  readonly nodeType: number
  readonly firstChild: Tree | null
  readonly nextSibling: Tree | null
}

/** Text nodes below a node, in document order. */
export function textRuns<T extends MarkableText>(root: Tree): T[] {
  const found: T[] = []
  const visit = (node: Tree): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) found.push(child as unknown as T)
      else visit(child)
    }
  }
  visit(root)
  return found
}

/**
 * Hands marks from the text nodes a piece of HTML was made of to those it was parsed into. The characters come in the
 * same order; neighbours may have been merged, so a node takes the mark of the run its first visible character is in.
 */
export function remark<T extends MarkableText>(
  runs: readonly { readonly text: string; readonly mark: number }[],
  nodes: readonly T[],
  give: (node: T, mark: number) => void,
): void {
  const sizes = runs.map((run) => visible(run.text))
  let run = 0
  let used = 0
  for (const node of nodes) {
    let left = visible(node.data)
    if (left === 0) continue
    while (run < runs.length && used >= sizes[run]!) {
      run++
      used = 0
    }
    if (run >= runs.length) return
    give(node, runs[run]!.mark)
    while (left > 0 && run < runs.length) {
      const here = Math.min(left, sizes[run]! - used)
      left -= here
      used += here
      if (used < sizes[run]!) continue
      run++
      used = 0
    }
  }
}

/** Characters that are no white space. */
export function visible(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++
  return count
}
