import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'

export default rule({
  id: 'photo-credit',
  role: 'caption',
  doc: 'A short line that names a photographer, an agency or a picture’s source.',
  weight: 1.6,
  evidence: 'name',
  options: { maxMass: { default: 260, min: 20, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'credits',
      page: `
        ✗ Photo: Mara Lind
        ✗ The lock at low water (Ole Brandt/AFP)
        ✗ 图为退潮时的船闸。
        ✗ Bild: Stadtarchiv
        She took one photo a day for thirty years and showed none of them to anybody.`,
    },
  ],
  seeBlock({ kind, text }, fact, { maxMass }) {
    const found = mention(fact, 'credit')
    if (kind === 'code') return undefined
    if (fact.mass <= LONGEST && /redit/.test(fact.key) && CREDITED.test(text))
      return { strength: SURE, because: 'ends with whom its picture is credited to' }
    if (found === undefined || fact.mass > maxMass || fact.mass < 6 || fact.sentences > 3) return undefined
    const strength = fact.endsSentence && fact.mass > 120 ? 0.6 : 1
    return { strength, because: `names a picture’s source: "${found}"` }
  },
})

/** A sentence on a picture, and behind it whose the picture is. */
const CREDITED =
  /[\p{L}\p{N}][.!?”"’)]?\s*\(?\b(?:photo|photograph|image|picture|illustration)?\s?credits?:\s?[^.!?:]{2,70}\)?\.?$/iu
const SURE = 3
/** Longest caption, in Latin-equivalent characters. */
const LONGEST = 400
