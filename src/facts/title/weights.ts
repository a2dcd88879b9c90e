import type { TitleFeature } from './features.ts'

/**
 * Points a feature is worth: log-odds of one candidate against another, fitted by a softmax over the candidates of 284
 * pages' text dumps ("none of them" among the choices), rounded. What only markup tells (`claimed` to `heading`,
 * `linked`) was set by hand on the same scale.
 */
export const TITLE_WEIGHTS: Readonly<Record<TitleFeature, number>> = {
  claimed: 6,
  'claimed-part': 3.5,
  'heading-1': 3,
  heading: 1.5,
  tiny: -3.6,
  short: -0.8,
  usual: 0.3,
  long: -1.3,
  huge: -1.7,
  sentence: -2.8,
  trails: 0.3,
  listy: -1.5,
  'said-twice': 0.2,
  'within-others': 0.9,
  item: -2.3,
  linked: -1.5,
  distance: -0.8,
  adjacent: -0.4,
  'in-text': -3.5,
  'above-byline': 2.0,
  'near-byline': 2.3,
  'above-date': 2.0,
  'near-date': 1.8,
  'under-trail': 0.2,
  'ends-trail': 2.4,
  menu: -0.4,
  slug: 2.7,
  'slug-half': 1.1,
  opening: 3.0,
  'opening-none': -0.8,
  'page-top': -1.2,
  'next-longer': 0.4,
  'many-words': 1.7,
  inside: -1.2,
  interface: -2.4,
}
