import { Document, type YAMLSeq } from 'yaml'
import { type Choosable, type ChosenPhrase, choosePhrases } from './choose.ts'

export { phraseOf } from './choose.ts'

export interface ProposeOptions {
  readonly why: string
  readonly pipeline?: string
  readonly url?: string
  /** Path of the JSON schema, as seen from the sample's folder. */
  readonly schema?: string
  /** Blocks, by `at`, whose verdict is wrong: their phrases are expected on the other side. */
  readonly flips?: ReadonlySet<number>
}

/** A `want.yaml` that expects what came out today, for a person to confirm or to flip line by line. */
export function proposeWant(outcome: Choosable, options: ProposeOptions): string {
  const { why, pipeline, url, schema, flips } = options
  const { status, articles, keep, drop, meta } = choosePhrases(outcome, flips)
  const [only, ...others] = meta
  const doc = new Document({
    why,
    ...(url !== undefined && { url }),
    ...(pipeline !== undefined && { pipeline }),
    ...(status !== 'clean' && { status }),
    ...(articles !== undefined && { articles }),
    keep: [],
    drop: [],
    ...(only !== undefined && { meta: others.length > 0 ? meta : only }),
  })
  if (schema !== undefined) doc.commentBefore = ` yaml-language-server: $schema=${schema}`
  for (const one of keep) add(doc, 'keep', one)
  for (const one of drop) add(doc, 'drop', one)
  for (const list of ['keep', 'drop']) if ((doc.get(list) as YAMLSeq).items.length === 0) doc.delete(list)
  return doc.toString({ lineWidth: 0 })
}

function add(doc: Document, list: 'keep' | 'drop', { phrase, role, note }: ChosenPhrase): void {
  const node = doc.createNode(role === undefined ? phrase : { text: phrase, role }, { flow: true })
  node.comment = ` ${note}`
  ;(doc.get(list) as YAMLSeq).add(node)
}
