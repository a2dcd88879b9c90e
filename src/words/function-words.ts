/**
 * Function words: articles, prepositions, conjunctions, pronouns, auxiliaries. Prose is full of them, menus and
 * keyword lists are not (the observation behind jusText, Pomikálek 2011). Own selection of the most frequent
 * closed-class words from each language's grammar; single letters left out where they are also list labels.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on with as be by at this have from are or an had not but were which has he she they we you his her their our its will would can could may been who when what there if into than then these those about after before because while where how did does do said',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei kann wenn ich wir',
  fr: 'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont la avec son ont aux cette ses mais comme ou si leur été elle nous vous ils était après entre sans tout fait être avoir',
  es: 'de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está',
  pt: 'de que do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era depois sem mesmo aos',
  it: 'di che il la in un per una del con non della sono da le si al dei come più gli ha nel anche lo alla ma delle su se dal questo ed è stato essere degli tra suo sua nella hanno era loro quando anni dopo',
  nl: 'de het een van en in is dat op te zijn met voor die niet aan er om ook als dan maar bij nog uit wordt door naar heeft hij ze over ze was werd worden kan deze zich meer geen hebben tot wel onder',
  sv: 'och att det som en på är av för med den till inte har de ett om var men sig så från vi man kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns',
  da: 'og i at det er en til af på som for med de den der ikke har et var han men sig fra om vi kan så skal være vil også efter eller blev over hun havde dem når nu',
  no: 'og i det er på som en til av for at med har de ikke den et var om fra han men så vi seg kan skal vil også etter eller ble over hun ha når nå der være',
  fi: 'ja on ei se että oli hän mutta ovat joka kun myös tai kuin sen niin vain mukaan ole sekä jos nyt jo voi olla vielä ovat tämä hänen mitä',
  pl: 'w i na z do się nie że o to jest po od jak za ale przez dla tym są ma co przy już tego ich jego było oraz który które która być ze tak może także jako',
  cs: 'a v se na je že s z do o to i za pro by ve jsou po podle jako od byl ale který která které již jeho však až také nebo které co bude není při jen',
  ro: 'de și în a la cu pe care din nu este că mai o un pentru să au fost prin se după ce sunt sau dar fi al ale lui ca între această acest',
  hu: 'a az és hogy is nem egy meg ez de van volt csak már mint ki még el ha után szerint vagy lesz azt majd ezt pedig amely',
  tr: 've bir bu için da de ile olarak çok daha olan gibi en sonra kadar ne ise var değil ancak her ama diye o oldu olduğu tarafından göre hem veya',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada saya kami oleh telah bisa mereka sudah atau saat adalah sebagai lebih para seperti bahwa dia tersebut',
  vi: 'và của là có được trong cho không các những một với người này đã khi để đến từ ra cũng như về tại sẽ đó nhiều theo vào trên bị hơn nhưng',
  ru: 'и в не на что с по он как это из у за от для о к до же так но его их был все она мы или бы при также которые который было были если уже под после еще чтобы только',
  uk: 'і в не на що з та до у за як від про для це його він але які який був вона були було після також при або щоб під ще вже їх є',
  bg: 'и в на да се за от не с по че са като до това при или но който която които след ще бе през си му той тя ги още само',
  el: 'και το να του η της με που για την από τον είναι στο θα στην οι σε δεν τα των τους ότι ένα μια αυτό στη κατά ως αλλά όπως μετά',
  ar: 'في من على إلى أن عن التي مع هذا هذه الذي ما لا كان بعد كما وقد قد بين ذلك كل أو ثم خلال حيث قبل غير عند إن لم حتى منذ كانت',
  fa: 'و در به از که این را با است برای آن یک خود تا بر شد شده هم نیز وی بود می پس اما یا هر آنها دو',
  he: 'של את על לא הוא עם זה כי גם אל היא או אם כל אך יותר כך בין היה לאחר אשר רק אבל מה הם',
  hi: 'के में की है और से को का ने पर कि यह भी लिए इस एक हैं नहीं तो ही हो था कर थे साथ बाद अपने गया जो उन्होंने',
  ko: '그 이 및 등 것 수 있다 있는 하는 한 할 대한 위해 통해 또 더 이번 지난 것으로 대해 따라 따르면 그는 이라고 라고 했다 밝혔다',
}

/** Function characters of scripts written without spaces. */
export const FUNCTION_CHARACTERS: Readonly<Record<'Han' | 'Kana' | 'Thai', string>> = {
  Han: '的了是在和有也就不与为这而及对于并将被从其所以之中上',
  Kana: 'のにはをがとでもへやかられてたし',
  Thai: 'ที่และในของการเป็นมีได้ไม่จะให้ว่า',
}

/** Languages with a list of function words; the place of one is its bit in what {@link functionLanguages} gives. */
export const FUNCTION_LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS)

/** Where the hash of a word begins (FNV-1a), as a signed number: those need no memory of their own. */
export const WORD_HASH = 0x811c9dc5 | 0

/** The hash with one unit more. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Words are longer in no list. */
export const LONGEST_FUNCTION_WORD = 11

/** Size of the table, a power of two and several times the number of words. */
const SIZE = 1 << 13
/** Hashes of words by their low bits, or behind that place where it is taken; and the languages of each. */
const HASHES = new Int32Array(SIZE)
const LANGUAGES = new Int32Array(SIZE)
FUNCTION_LANGUAGES.forEach((language, i) => {
  for (const word of FUNCTION_WORDS[language]!.split(' ')) {
    let hash = WORD_HASH
    for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at))
    const place = placeOf(hash)
    HASHES[place] = hash
    LANGUAGES[place]! |= 1 << i
  }
})

/** The languages that have the lower-case word of a hash among their function words, a bit each; 0 for none. */
export function functionLanguages(hash: number): number {
  return LANGUAGES[placeOf(hash)]!
}

/** Counts the word of a hash for every language that has it; tells whether any has. */
export function countFunctionWord(hash: number, counts: Uint16Array): boolean {
  const languages = functionLanguages(hash)
  for (let i = 0, left = languages; left !== 0; i++, left >>>= 1) if ((left & 1) === 1) counts[i]!++
  return languages !== 0
}

/** Where the word stands in the table, or would. */
function placeOf(hash: number): number {
  let place = (hash ^ (hash >>> 15)) & (SIZE - 1)
  while (HASHES[place] !== hash && HASHES[place] !== 0) place = (place + 1) & (SIZE - 1)
  return place
}
