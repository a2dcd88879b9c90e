import type { TitleFeature } from './features.ts'

/** What a feature that speaks for a title says to a person. */
export const TITLE_REASONS: Partial<Record<TitleFeature, string>> = {
  claimed: 'says what the page gives as its title',
  'claimed-part': 'says part of the title the page gives',
  'heading-1': 'is a heading of the first level',
  heading: 'is a heading',
  usual: 'is as long as titles are',
  'said-twice': 'is said more than once on the page',
  'within-others': 'stands within other lines of the page',
  adjacent: 'stands right above the text',
  'above-byline': 'stands above a byline',
  'near-byline': 'stands above a byline',
  'above-date': 'stands above a date',
  'near-date': 'stands above a date',
  'under-trail': 'stands under a breadcrumb',
  'ends-trail': 'ends the breadcrumb',
  slug: 'is spelled in the address',
  'slug-part': 'is spelled in the address in part',
  opening: 'is taken up by the first lines',
}
