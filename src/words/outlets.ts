/**
 * Words that tell an outlet's name from a person's or a section's. Kinds of paper and programme in each language, and
 * the news agencies whose reports other pages reprint.
 */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  (
    'news daily times post herald tribune journal gazette press agency ribao wanbao zeitung tageblatt anzeiger nachrichten magazine weekly telegraph observer ' +
    'chronicle examiner guardian standard courier bulletin mirror star sun record dispatch globe mail tv radio channel network broadcasting online media wire newswire review ' +
    'presse journal quotidien hebdo diario periódico noticias agencia gaceta corriere gazzetta giornale notizie agenzia jornal notícias folha agência ' +
    'dagblad nieuws courant krant tidning dagbladet avis nyheter haber gazetesi ajansı kompas berita antara báo tạp chí ' +
    'новости газета агентство вестник ведомости известия времена новини агенція وكالة صحيفة جريدة أخبار الأخبار'
  ).split(' '),
)

/** Agencies by the letters printed in a dateline or after a name. Lower case. */
export const AGENCIES: ReadonlySet<string> = new Set(
  (
    'xinhua reuters ap afp upi dpa apa sda ats ansa agi adnkronos efe lusa belga anp tt ntb ritzau stt pap čtk ctk tass itar-tass ria interfax ukrinform unian ' +
    'yonhap kyodo jiji bernama antara pti ani ians aa dha iha anadolu wafa saba sana petra irna isna mehr tasnim fars vna ttxvn bbc cnn bloomberg ' +
    'тасс риа интерфакс укринформ уніан укрінформ рейтер reuters.com npr cns aap afp-jiji prnewswire globenewswire europa 连 ' +
    'رويترز أ.ف.ب وام واس سانا وفا قنا بترا'
  ).split(' '),
)

/** Ends of Chinese, Japanese and Korean outlet names. */
export const OUTLET_ENDS =
  /(?:日报|晚报|早报|时报|周报|商报|青年报|报|日報|晚報|時報|週刊|周刊|新闻网|网|網|新华社|通讯社|中新社|社|新闻|新聞|新闻客户端|客户端|电视台|广播电台|在线|杂志|頭條|头条|报道|融媒体|観察|通信|ニュース|放送|オンライン|デジタル|電子版|뉴스|일보|신문|방송|경제|타임스)$/

/** Last syllables of Chinese outlets' names spelled in pinyin, a syllable a word (`Wan Bao`, `Xin Wen Wang`). */
export const PINYIN_ENDS: ReadonlySet<string> = new Set(
  'bao wang she tai kan ribao wanbao shibao zazhi xinwen'.split(' '),
)
/** A syllable of pinyin. */
export const PINYIN = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüv]{1,3}(?:ng?|r)?$/

/** Agency names of several words, and how a dateline shortens them. */
const LONG_AGENCIES: readonly string[] = [
  'РИА Новости',
  'Agence France-Presse',
  'Associated Press',
  'KCNA Watch',
]

/** The names agencies sign datelines with, as a pattern; letters of any case. */
export const AGENCY_PATTERN: string = [...LONG_AGENCIES, ...AGENCIES]
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .sort((a, b) => b.length - a.length)
  .join('|')

/** Chinese agencies and papers before a place: 新华社北京6月16日电. */
export const CHINESE_AGENCY =
  /^(新华社|新华网|中新社|中新网|人民网|央视网|央视新闻|中国新闻网|本报|本刊|中央社|澎湃新闻|光明网|经济日报|科技日报|[\u3400-\u9fff]{2,6}?(?:日报|晚报|早报|时报|新闻网|通讯社|网))/u

/** Cities of two words that reporters sign from; they look like names. Lower case. */
export const TWO_WORD_PLACES: ReadonlySet<string> = new Set(
  (
    'new york|new delhi|los angeles|san francisco|san diego|hong kong|tel aviv|buenos aires|mexico city|cape town|kuala lumpur|abu dhabi|addis ababa|' +
    'rio de janeiro|são paulo|sao paulo|las vegas|st. louis|st. petersburg|saint petersburg|new orleans|united nations|panama city|phnom penh|the hague|den haag|' +
    'frankfurt am main|bad homburg|puerto rico|santo domingo|san juan|costa rica|sri lanka|saudi arabia|south africa|united states|united kingdom|new zealand|washington dc|washington d.c.'
  ).split('|'),
)

/** Words that open the names of places and sections and no name of a person. Lower case. */
export const NAMELESS_OPENERS: ReadonlySet<string> = new Set(
  (
    'puerto porto port new nueva nuevo nova bad sankt saint fort mount lake ciudad villa san santa los las monte rio río sierra costa isla islas île ilha castilla vale valle ' +
    'lower upper old great greater inner outer middle central north south east west northern southern eastern western downtown ' +
    'nord süd ost ober unter nieder kreis stadt landkreis gemeinde bezirk region bayern нижний нижняя верхний верхняя новый новая старый старая великий великая ' +
    'breaking front cover full public climate formula premier champions market easter movie book film long short guest featured sponsored top best most more live local ' +
    'national international world global latest spring winter special exclusive photo video picture image gallery must related recommended popular trending ' +
    'nos notre nuestra nuestro unsere unser lo los más'
  ).split(' '),
)

/** Words that stand in the names of sections, days, places and events wherever, and in no name of a person. Lower case. */
export const NAMELESS_WORDS: ReadonlySet<string> = new Set(
  (
    'story stories special issue edition league championship city county province region district avenue square ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday change health coverage page picks pick content essay images pictures archive archives guide ' +
    'games weather politics business sports sport science technology education culture entertainment lifestyle opinion travel recipes events jobs finance economy markets ' +
    'crime environment society university airport festival museum hospital council government election elections ' +
    'heute aktuell politik wirtschaft kultur wissenschaft gesellschaft meinung leben reise wetter actualités actualité société économie politique santé ' +
    'sociedad economía política deportes salud cultura opinión sociedade economia esportes saúde opinião cronaca attualità politica società salute ' +
    'общество политика экономика культура происшествия район область город суспільство політика економіка'
  ).split(' '),
)
