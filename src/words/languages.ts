/**
 * Languages a collection of news and web pages plausibly holds, by script, as the trigram detector names them
 * (ISO 639-3) and as they go out (BCP 47). Kept short on purpose: every rare language on the list is one more that a
 * menu or a list of names is mistaken for. Bosnian is told from Croatian and Serbian by declaration only.
 */
export const DETECTED: Readonly<
  Record<'Latin' | 'Cyrillic' | 'Arabic' | 'Devanagari' | 'Hebrew', Readonly<Record<string, string>>>
> = {
  Latin: {
    eng: 'en',
    deu: 'de',
    fra: 'fr',
    spa: 'es',
    por: 'pt',
    ita: 'it',
    nld: 'nl',
    swe: 'sv',
    dan: 'da',
    nob: 'no',
    nno: 'no',
    fin: 'fi',
    ekk: 'et',
    lvs: 'lv',
    lit: 'lt',
    pol: 'pl',
    ces: 'cs',
    slk: 'sk',
    slv: 'sl',
    hrv: 'hr',
    srp: 'sr',
    hun: 'hu',
    ron: 'ro',
    als: 'sq',
    tur: 'tr',
    azj: 'az',
    uzn: 'uz',
    cat: 'ca',
    glg: 'gl',
    afr: 'af',
    swh: 'sw',
    som: 'so',
    hau: 'ha',
    yor: 'yo',
    ibo: 'ig',
    zul: 'zu',
    ind: 'id',
    zlm: 'ms',
    tgl: 'tl',
    vie: 'vi',
    epo: 'eo',
    hat: 'ht',
    kin: 'rw',
  },
  Cyrillic: {
    rus: 'ru',
    ukr: 'uk',
    bel: 'be',
    bul: 'bg',
    srp: 'sr',
    mkd: 'mk',
    kaz: 'kk',
    kir: 'ky',
    tgk: 'tg',
    khk: 'mn',
    tat: 'tt',
    uzn: 'uz',
  },
  Arabic: { arb: 'ar', pes: 'fa', urd: 'ur', pbu: 'ps', uig: 'ug' },
  Devanagari: { hin: 'hi', mar: 'mr', npi: 'ne' },
  Hebrew: { heb: 'he', ydd: 'yi' },
}

/** Scripts that one language of the web writes: Unicode script names. */
export const SINGLE: readonly (readonly [script: string, language: string])[] = [
  ['Hangul', 'ko'],
  ['Thai', 'th'],
  ['Greek', 'el'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Gujarati', 'gu'],
  ['Gurmukhi', 'pa'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Oriya', 'or'],
  ['Sinhala', 'si'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
  ['Khmer', 'km'],
  ['Lao', 'lo'],
  ['Myanmar', 'my'],
  ['Ethiopic', 'am'],
  ['Tibetan', 'bo'],
  ['Thaana', 'dv'],
]

/**
 * Letters written in one language and hardly elsewhere. In Cyrillic and Arabic script one settles a short text; in
 * Latin script, where names bring them into any language, a share of the letters does.
 */
export const TELLING_LETTERS: Readonly<
  Record<'Latin' | 'Cyrillic' | 'Arabic', readonly (readonly [letters: RegExp, language: string])[]>
> = {
  Latin: [
    [/[řůě]/gi, 'cs'],
    [/[ľĺŕ]/gi, 'sk'],
    [/[łąęż]/gi, 'pl'],
    [/[őű]/gi, 'hu'],
    [/ə/gi, 'az'],
    [/[ğı]/g, 'tr'],
    [/[țșţ]/gi, 'ro'],
    [/[þð]/gi, 'is'],
    [/[ươạảấầậếềệốộứừ]/gi, 'vi'],
  ],
  Cyrillic: [
    [/[їєґ]/i, 'uk'],
    [/ў/i, 'be'],
    [/[ђћ]/i, 'sr'],
    [/[ѓќѕ]/i, 'mk'],
    [/[әқңғұ]/i, 'kk'],
    [/[ыэё]/i, 'ru'],
  ],
  Arabic: [
    [/[ٹڈڑےں]/, 'ur'],
    [/[ټډړښځڅ]/, 'ps'],
    [/[پچژگکی]/, 'fa'],
    [/[ةىكي]/, 'ar'],
  ],
}

/** Languages written from right to left, and scripts that make any language so. */
export const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'ur',
  'ps',
  'ug',
  'he',
  'iw',
  'yi',
  'dv',
  'sd',
  'ckb',
  'syr',
  'arc',
  'nqo',
])
export const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  'arab',
  'hebr',
  'thaa',
  'syrc',
  'nkoo',
  'adlm',
])
