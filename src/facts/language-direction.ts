import { RIGHT_TO_LEFT, RIGHT_TO_LEFT_SCRIPTS } from '../words/languages.ts'

/** Writing direction of a BCP 47 tag; a script subtag (`az-Arab`) decides over the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag))
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr'
}
