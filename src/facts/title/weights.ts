import type { TitleFeature } from './features.ts'

/**
 * Points a feature is worth: log-odds of one candidate against another, fitted by a softmax over the candidates of 284
 * pages' text dumps ("none of them" among the choices), rounded. Bylines and dates count for more than fitted: most of
 * those pages come with an address that spells the title, others have nothing but them. What only markup tells (`claimed`
 * to `heading`, `linked`) was set by hand on the same scale.
 */
export const TITLE_WEIGHTS: Readonly<Record<TitleFeature, number>> = {
  claimed: 6,
  'claimed-part': 3.5,
  'heading-1': 3,
  heading: 1.5,
  tiny: -3.6,
  short: -0.8,
  usual: 0.6,
  long: -2.5,
  huge: -1.8,
  sentence: -3.1,
  trails: 1.3,
  listy: -1.0,
  'said-twice': -0.3,
  'within-others': 0.8,
  item: -1.6,
  linked: -1.5,
  distance: -0.8,
  adjacent: -0.9,
  'in-text': -4.2,
  'above-byline': 1.6,
  'near-byline': 2.0,
  'above-date': 1.9,
  'near-date': 1.6,
  'under-trail': 1.8,
  'ends-trail': 1.5,
  menu: -0.4,
  slug: 0.6,
  'slug-part': 1.1,
  'slug-own': 2.5,
  'prose-below': 0.8,
  opening: 3.4,
  'opening-none': -0.8,
  'page-top': -0.1,
  'next-longer': 0.8,
  'many-words': 0.9,
  'lower-case': -1.5,
  inside: -0.9,
  interface: -1.9,
}
