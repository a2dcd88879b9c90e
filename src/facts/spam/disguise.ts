import { streamSafe } from '../../core/fold.ts'

/** Characters nobody sees: zero-width ones, marks of direction, soft hyphens, tags. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g
/** What a text in disguise has: unseen characters, full-width or mathematical letters. */
const DISGUISED =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\uff21-\uff5a]|\udb40|\ud835/
/** A message in characters nobody sees: tags that spell text, or zero-width characters in a row. */
const MESSAGE = /(?:\udb40[\udc20-\udc7e]){4,}|[\u200b-\u200d\u2060-\u2064\ufeff]{8,}/g

/** Cyrillic and Greek letters that look like Latin ones, for words that mix them. */
const LOOK_LIKE = 'аеорсухіјѕԁһкмтвнΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανАВЕКМНОРСТХ'
const LATIN = 'aeopcyxijsdhkmtbhABEZHIKMNOPTYXoavABEKMHOPCTX'
const LOOKALIKES = new Map([...LOOK_LIKE].map((char, i) => [char, LATIN[i]!]))
const MIXED = /[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]/
const MIXED_WORDS = /[A-Za-z\u0370-\u04ff]{2,40}/g

/** A text as it is meant to be read by those it is aimed at: unseen characters out, disguised letters as plain ones. */
export function undisguised(text: string): string {
  const plain = DISGUISED.test(text) ? streamSafe(text.replace(UNSEEN, '')).normalize('NFKC') : text
  if (!MIXED.test(plain)) return plain
  return plain.replace(MIXED_WORDS, (word) =>
    MIXED.test(word) ? [...word].map((char) => LOOKALIKES.get(char) ?? char).join('') : word,
  )
}

/** Where a text holds a message in characters nobody sees. */
export function unseenMessages(text: string): { readonly from: number; readonly to: number }[] {
  if (!/\udb40|[\u200b\u2060\ufeff]/.test(text)) return []
  return [...text.matchAll(MESSAGE)]
    .filter(({ index }) => text.slice(Math.max(0, index - 2), index) !== '\u{1f3f4}')
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** What no reader sees and no script needs: zero-width spaces, overrides of direction, tags. Joiners are left to their scripts. */
const UNNEEDED = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\udb40[\udc00-\udc7f]/
const ALL_UNNEEDED = new RegExp(UNNEEDED, 'g')
/** Latin and Cyrillic letters in one word, or a word in full-width letters. */
const DRESSED = /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]|[\uff21-\uff3a\uff41-\uff5a]{4}/
const ALL_DRESSED = new RegExp(DRESSED, 'g')

/** How many unseen characters texts have, and how many places in disguised letters. */
export function disguisesIn(texts: Iterable<string>): { readonly unseen: number; readonly dressed: number } {
  let [unseen, dressed] = [0, 0]
  for (const text of texts) {
    if (UNNEEDED.test(text)) unseen += text.match(ALL_UNNEEDED)!.length
    if (DRESSED.test(text)) dressed += text.match(ALL_DRESSED)!.length
  }
  return { unseen, dressed }
}
