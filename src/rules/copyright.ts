import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { opening } from '../words/openings.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'copyright',
  role: 'footer',
  doc: 'A copyright line or the notice that forbids copying.',
  weight: 3.4,
  evidence: 'proof',
  options: {
    maxMass: { default: 500, min: 40, doc: 'Longest notice taken, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'notices',
      page: `
        ✗ Copyright 2031 The Orm Courier. All rights reserved.
        ✗ © 2031 Orm
        ✗ 未经授权，不得转载。
        ✗ Alle Rechte vorbehalten
        The dispute over who owned the map went on for nine years and was settled by a fire.`,
    },
    {
      name: 'titles on the topic stay',
      page: `
        The court ruled that the map had passed to the crown, since the draughtsman had been paid by the day and had not signed it.
        Copyright law for those who draw maps, an introduction
        Copyright license
        It added that the heirs were free to sell prints, which they had done for years without asking anybody.`,
    },
    {
      name: 'a long paragraph on the topic stays',
      page: `
        The court ruled that the copyright in the map had passed to the crown, since the draughtsman had been paid by the day and had not signed it.
        It added that the heirs were free to sell prints, which they had done for years without asking anybody, and that nobody had minded.`,
    },
  ],
  seeBlock({ at, kind, text }, fact, { maxMass }, view) {
    const found = mention(fact, 'copyright')
    if (found === undefined || fact.mass > maxMass || kind === 'code') return undefined
    const opens = opening(fact, 'notice') > 0 || /^(?:©|\(c\))/i.test(text)
    if (fact.mass > 90 && isInside(view, at) && !opens) return undefined
    // a heading, or a title in a list, that speaks of copyright claims none
    if (
      /^copyright/i.test(found) &&
      fact.digits < 4 &&
      !CLAIMS.test(text) &&
      (fact.mass > LABEL || isInside(view, at))
    )
      return undefined
    return !found.startsWith('©') || fact.digits >= 4 || !isInside(view, at) ? `has "${found}"` : undefined
  },
})

const CLAIMS =
  /©|\(c\)|reserv|\b(?:is|are|by|remains) (?:the )?(?:owned|held|copyright|property)|licen[cs]ed/i

/** Longest link that leads to a notice, in Latin-equivalent characters. */
const LABEL = 30
