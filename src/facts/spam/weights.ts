import type { Trait } from './traits.ts'

/**
 * What each trait says for spam, in log-odds. Fitted by logistic regression on generated spam, half of it read without
 * the lexicon, against paragraphs and sentences of clean articles; see docs/measuring.md.
 */
export const WEIGHTS: Readonly<Record<Trait, number>> = {
  length: -1.26,
  foreign: 2.447,
  latin: 2.193,
  foreignList: 1.334,
  grammarless: 0.226,
  ungrammatical: 0.199,
  language: 1.708,
  marks: 0.143,
  surprise: 2.531,
  repetition: 5.246,
  phrases: -2.344,
  unended: -1.607,
  topics: 2.874,
  topicShare: 1.731,
  offers: 2.272,
  offerShare: 3.03,
  both: -0.101,
  contact: 0.195,
  novelty: 4.76,
  novelTopics: 0.359,
  quoted: -2.073,
  digits: -1.682,
  capitals: -2.648,
  many: 1.058,
  offersNovel: 0.537,
  foreignOffer: 1.721,
  listTopics: 1.625,
  refrain: 0.944,
  strangeRefrain: 2.337,
  alien: 0,
}

export const BIAS = -7.831
