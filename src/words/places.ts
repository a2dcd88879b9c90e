/** Cities of two words that reporters sign from; they look like names. Lower case. */
export const TWO_WORD_PLACES: ReadonlySet<string> = new Set(
  (
    'new york|new delhi|los angeles|san francisco|san diego|hong kong|tel aviv|buenos aires|mexico city|cape town|kuala lumpur|abu dhabi|addis ababa|' +
    'rio de janeiro|são paulo|sao paulo|las vegas|st. louis|st. petersburg|saint petersburg|new orleans|united nations|panama city|phnom penh|the hague|den haag|' +
    'frankfurt am main|bad homburg|puerto rico|santo domingo|san juan|costa rica|sri lanka|saudi arabia|south africa|united states|united kingdom|new zealand|washington dc|washington d.c.'
  ).split('|'),
)

/** First words of places that are no first names of people. Lower case. */
export const PLACE_OPENERS: ReadonlySet<string> = new Set(
  'puerto porto port new nueva nuevo nova bad sankt saint fort mount lake ciudad villa'.split(' '),
)
