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
    nob: 'nb',
    nno: 'nn',
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

/**
 * Function words of languages in Latin letters that the trigram detector does not know and would take for others: Basque, Welsh,
 * Irish, Maltese, Icelandic. Own selection of closed-class words; those of larger languages left out.
 */
export const UNDETECTED: Readonly<Record<string, string>> = {
  eu: 'eta bat ez ere baina dute ditu izan dira egin duen dago zen hau bere edo ziren baino gehiago',
  cy: 'yn mae ar wedi oedd gan ei eu ond gyda hyn bod fod nid roedd dros ac wrth nad bu',
  ga: 'agus tá bhí sé ach leis nach níl seo sin chun faoi raibh gur dá ina ár',
  mt: 'li ta tal minn għal dan kien hija fil għall għax tiegħu tagħha biex ma kienet dwar aktar kif huwa',
  is: 'og að sem ekki það við hann hún eru var til frá með eftir þá um því hafa hefur hans því',
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
 * Letters of Latin script written in one language and hardly elsewhere; names bring them into any language, so that a
 * share of the letters tells.
 */
export const TELLING_LETTERS: readonly (readonly [letters: RegExp, language: string])[] = [
  [/[řůě]/gi, 'cs'],
  [/[ľĺŕ]/gi, 'sk'],
  [/[ħġ]/gi, 'mt'],
  [/[łąęż]/gi, 'pl'],
  [/[őű]/gi, 'hu'],
  [/ə/gi, 'az'],
  [/[ğı]/g, 'tr'],
  [/[țșţ]/gi, 'ro'],
  [/[þð]/gi, 'is'],
  [/[ươạảấầếềệốộứừ]/gi, 'vi'],
]

/** What a language writes of the letters that its script's languages do not share. */
export interface Alphabet {
  /** All of them. */
  readonly letters: string
  /** What stands in no other language of so common a script, and its share of a text's letters. */
  readonly own: RegExp
  readonly share: number
  /** What its spelling does not know. */
  readonly never?: RegExp
}

const alphabet = (letters: string, own: RegExp, share: number, never?: RegExp): Alphabet => ({
  letters,
  own,
  share,
  ...(never && { never }),
})

/** Alphabets, the most written language first. Shares are rounded down from letter frequencies of running text. */
export const ALPHABETS: Readonly<Record<'Cyrillic' | 'Arabic', Readonly<Record<string, Alphabet>>>> = {
  Cyrillic: {
    ru: alphabet('ийщъыьэюяё', /[ыэё]|ъ[еёюя]/g, 0.02),
    uk: alphabet('ийщьюяіїєґ', /[іїєґ]|[а-я][’'ʼ][яюєї]/g, 0.06),
    be: alphabet('йыьэюяёіў', /[іў]/g, 0.06),
    // elsewhere the hard sign stands before a vowel only; the soft sign stands before `о` only in Bulgarian
    bg: alphabet('ийщъьюя', /ъ(?![еёюя])/g, 0.015, /ь(?!о)/g),
    sr: alphabet('иђћјљњџ', /[ђћјљњџ]/g, 0.05),
    mk: alphabet('иѓќѕјљњџ', /[ѓќѕјљњ]/g, 0.03),
    kk: alphabet('ийщъыьэюяёәғқңөұүһі', /[әғқұһі]/g, 0.07),
    ky: alphabet('ийщъыьэюяёңөү', /[ңөү]/g, 0.03),
    tg: alphabet('ийъьэюяёғӣқӯҳҷ', /[ғӣқӯҳҷ]/g, 0.04),
    mn: alphabet('ийщъыьэюяёөү', /[өү]/g, 0.05),
    tt: alphabet('ийщъыьэюяёәөүҗңһ', /[әҗһ]/g, 0.05),
    uz: alphabet('ийъьэюяёўқғҳ', /[ўқғҳ]/g, 0.04),
  },
  Arabic: {
    ar: alphabet('ةىيكأإؤئءآ', /[ةىيكأإ]/g, 0.1),
    fa: alphabet('پچژگکیآأؤئء', /[پچژگکی]/g, 0.1),
    ur: alphabet('ٹڈڑےںھہگچپکیژۓۂؤئءآأ', /[ٹڈڑےںہھ]/g, 0.1),
    ps: alphabet('ټډړښځڅږګۍېکیپچژيئءهة', /[ټډړښځڅږۍېګ]/g, 0.05),
    ug: alphabet('ېۇۆۈەڭگپچژىئكي', /[ېۇۆۈەڭ]/g, 0.15),
  },
}

/** Letters of all alphabets of a script. */
export const ALPHABET_LETTERS: Readonly<Record<'Cyrillic' | 'Arabic', string>> = {
  Cyrillic: lettersOf('Cyrillic'),
  Arabic: lettersOf('Arabic'),
}

function lettersOf(script: 'Cyrillic' | 'Arabic'): string {
  return [...new Set(Object.values(ALPHABETS[script]).flatMap(({ letters }) => [...letters]))].join('')
}

/**
 * Words that near kin spell or say differently, and that few texts do without; what trigrams cannot tell they can. Own
 * selection from the grammars and orthographies. `common` is the tag where none is told.
 */
export const KIN: readonly {
  readonly words: Readonly<Record<string, string>>
  readonly common?: string
}[] = [
  {
    words: {
      nb: 'og ikke jeg hun hva hvor hvordan noen noe mye ble fra være et dere øyne uke etter også blir mer',
      nn: 'og ikkje eg ho kva kvar korleis nokon nokre noko mykje vart frå vere eit ein dykk veke òg blir berre dei saman då',
      da: 'og ikke jeg hun hvad hvor hvordan nogen nogle noget meget blev fra være et af efter ud op mig sig havde kun nu ad sagde bliver uge mere',
      sv: 'och inte jag hon vad hur någon något några mycket från vara ett också är för att ut upp mig sedan även hade här där',
    },
    common: 'no',
  },
  {
    words: {
      ru: 'что это его из для также будет будут был была были после который которая которые которых если уже её они чтобы между через сообщили около где лет у со во к тогда снова можно нет',
      uk: 'що це його із для також буде будуть був була були після який яка які яких якщо вже її вони щоб між через повідомили близько де років у зі й та тоді знову можна немає є від',
      be: 'што гэта яго для таксама будзе быў была былі пасля які якая якія калі ўжо яе яны каб паміж праз каля дзе гадоў і тады зноў можна няма ад',
      bg: 'че това също ще беше бяха са се да си той тя които която който ако вече след през към най го е около където години отново може няма от му те',
      mk: 'дека ова исто ќе беше беа се да си тој таа кои која кој ако веќе по преку кон нај го е околу каде години повторно може нема од му тие',
      sr: 'да ово такође ће је били су се си који која које ако већ после преко према најбоље го око где година поново може нема од му они',
    },
  },
  {
    words: {
      id: 'bahwa karena bisa kantor uang mobil hanya memiliki berbagai ketika sedangkan pemerintah polisi senin kamis jumat agustus maret desember juli juni sekitar saat kota anda pihaknya harus',
      ms: 'bahawa kerana ialah pejabat wang sahaja mempunyai pelbagai apabila manakala tiada sesiapa kerajaan mengikut isnin khamis jumaat ahad ogos disember julai jun bandar awak polis hendaklah semasa mesyuarat sebanyak',
    },
  },
  {
    words: {
      sr: 'ko šta gde ovde uvek pre posle vreme nedelja nedelje takođe uopšte opština opštine hiljada hiljade univerzitet deca dece mesto cena dve svet reč reči izveštaj saopštila saopštio saopštilo sredu ponedeljak proleće beli bela mleko lepo dolina uprava niko neko',
      hr: 'tko što gdje ovdje uvijek prije poslije vrijeme tjedan tjedna također uopće općina općine tisuća tisuće sveučilište djeca djece mjesto cijena dvije svijet riječ riječi izvješće priopćila priopćio priopćilo srijedu ponedjeljak proljeće bijeli bijela mlijeko lijepo vijeće nitko netko siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
    },
  },
  {
    words: {
      cs: 'se jsem jsou který která které byl byla bylo nebo jako ve při také podle dne jeho ještě mezi od',
      sk: 'sa som sú ktorý ktorá ktoré bol bola bolo alebo ako vo pri tiež aj podľa dňa jeho ešte medzi od zo',
    },
  },
  {
    words: {
      hi: 'है हैं और में के का की से को ने नहीं था थी थे यह',
      mr: 'आहे आहेत आणि मध्ये च्या होते होती नाही हे ही या व तर केली केले असे',
      ne: 'छ छन् र मा को का गर्न गरेको भएको थियो हो पनि यो लागि नेपाल छैन गरे',
    },
  },
]

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
