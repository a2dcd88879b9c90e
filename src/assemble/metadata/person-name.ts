import { fold } from './fold.ts'

/** A name cut out of a credit. */
export interface Name {
  readonly text: string
  readonly kind: 'person' | 'agency' | 'organisation'
}

/** A credit longer than this is a sentence. */
const CREDIT = 400
const NAME = 60
const AND =
  /\s*(?:[,;|\n、，；·•]|\s\/\s|\s(?:&|and|And|AND|und|et|y|og|och|ja|dan|ve|và|и|with|mit|avec)(?=\s)|(?<=\p{Ll})\/(?=\p{Lu}))\s*/gu
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * The names in a credit, in order: introductions, posts, addresses, handles and dates taken off, several names split,
 * each in its own script and spelling. Empty where nothing in it is a name.
 *
 * @param spaced whether Han names divided by a space are several: Chinese lists them so, a Japanese name holds one.
 */
export function namesIn(credit: string, spaced = true): Name[] {
  if (credit.length > CREDIT) return []
  const bare = credit
    .replace(/\S{0,64}@\S{1,120}/g, ' ')
    .replace(/https?:\/\/\S{1,300}|www\.\S{1,200}/gi, ' ')
    .replace(/[([（【［<][^()[\]（）【】［］<>]{0,80}[)\]）】］>]/g, (group) => bracketed(group))
    .trim()
  const names: Name[] = []
  for (const part of bare.split(AND)) {
    const name = names.length > 0 && isApposition(part) ? undefined : nameOf(part)
    if (name !== undefined && !names.some((known) => fold(known.text) === fold(name.text))) names.push(name)
  }
  return spaced ? spacedHan(names) : names
}

/** A label that is no by-word: what follows did something else. */
const LABEL = /^\s*(?!(?:by|von|par|por|text|texte|words|author|autor|story|written by)\s*:)\p{Ll}{3,14}:\s/u

/** Behind a name a part with a post in it describes its bearer. */
function isApposition(part: string): boolean {
  return isCredential(part) || (holdsPost(part) && !/^\s*by\s/i.test(part))
}

/** Letters behind a name: `MD`, `Ph.D.`, `CEPF®`. */
function isCredential(part: string): boolean {
  const text = part.trim().replace(/[®™*.]/g, '')
  return /^(?:\p{Lu}\p{Ll}{0,2}){2,4}(?:[- ][A-Z\d]{1,4})?$/u.test(text) && !AGENCIES.has(fold(text))
}

/** What stands in brackets behind a name is its code or post; a name in brackets stands alone. */
function bracketed(group: string): string {
  return CJK.test(group) && group.length > 5 ? `,${group.slice(1, -1)},` : ' '
}

function nameOf(part: string): Name | undefined {
  if (NOT_WRITTEN.test(part.trim()) || LABEL.test(part)) return undefined
  const text = withoutPost(trimName(stripIntroduction(part)))
  const key = fold(text)
  if (
    key.length < 2 ||
    text.length > NAME ||
    NOBODY.has(key) ||
    MACHINE.test(text) ||
    /(?:^|\s)admin$/i.test(text)
  )
    return undefined
  if (AGENCIES.has(key)) return { text, kind: 'agency' }
  if (/^\p{L}[\p{L}\d.-]*_[\p{L}\d_.-]*$/u.test(text)) return { text, kind: 'person' }
  if (/\d{2}|[{}<>=#]|\d\s*(?:min|hour|day)/.test(text) && !CJK.test(text)) return undefined
  if (ORGANISATION.test(text.toLowerCase())) return { text, kind: 'organisation' }
  if (isPost(text)) return undefined
  return { text, kind: 'person' }
}

/** The name before a post written without a comma (`Ann Lee Senior Reporter`). */
function withoutPost(text: string): string {
  const at = text.search(POST_OPENS)
  return at > 0 && text.slice(0, at).includes(' ') ? text.slice(0, at) : text
}

function stripIntroduction(part: string): string {
  let text = part.trim()
  for (let i = 0; i < 2; i++) {
    text = CJK.test(text.slice(0, 8)) ? text.replace(BEFORE_NAME_CJK, '') : text.replace(BEFORE_NAME, '')
  }
  return text.replace(AFTER_NAME_CJK, '')
}

function trimName(text: string): string {
  const cut = text.split(/\s+[-–—|]\s+/)[0] ?? ''
  return cut
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s"'“”‘’«»:：.,\-–—/)]+|[\s"'“”‘’«»:：,\-–—/(]+$/gu, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
}

/** A post is no name; a name with a post in it keeps too little to be trusted. */
function isPost(text: string): boolean {
  const words = text.split(' ').length
  return (
    words > 6 ||
    (holdsPost(text) && (words <= 2 || /^\p{Ll}/u.test(text) || /\b(?:of|for|at|in|the)\b/i.test(text)))
  )
}

/** Two or three Han names divided by spaces only (`张三 李四`) are several people. */
function spacedHan(names: readonly Name[]): Name[] {
  return names.flatMap((name) => {
    const parts = name.text.split(/[\s\u3000]+/)
    const all = parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part))
    return all && name.kind === 'person' ? parts.map((text) => ({ text, kind: 'person' as const })) : [name]
  })
}

/** Work on a text that is not writing it. */
const NOT_WRITTEN =
  /^(?:(?:last )?updated|(?:medically |clinically |expert )?reviewed|edited|fact[- ]checked|checked|photo|image|illustrat|translated|produced|design|code|video|graphics|sponsored|presented|approved|posted in)/i

/** Words that open a post behind a name. */
const POST_OPENS =
  /\s(?:[Ss]enior|[Ss]taff|[Cc]hief|[Ee]xecutive|[Mm]anaging|[Aa]ssociate|[Aa]ssistant|[Dd]eputy|[Cc]ontributing|[Ff]reelance|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Cc]ontributor|MS|MD|RDN?|LDN?|PhD|Ph\.D\.?|MBA|MPH|CPA|JD|DVM|RN|LCSW|CFP®?|CSCS)(?=\s|$)/u

/** Names of what a system posts by. */
const MACHINE = /(?:^|\s)(?:feeds?|rss|bot|import(?:er)?|syndication|webmaster|newswire user|user\s?\d+)$/i

/** Words before a name that say that it is one. Lower case, matched as whole words (or, in Chinese, as they stand). */
const BEFORE_NAME =
  /^(?:(?:written|story|text|words|report(?:ed)?|reporting|compiled|analysis|review|posted|published|opinion|commentary) by|by|von|par|por|da|di|de|door|av|af|od|oleh|przez|von:|autor(?:en|in|a|es)?|authors?|auteur|verfasst von|ein(?:e)? [^\s\d]{3,20} von|dari|penulis|reporter|yazan|автор(?:ы)?|bởi|tác giả|text|texte?|texto|testo|tekst|words|story|작성자|글|filed by|contributed by|interview|fragen)\s*[:：]?\s+(?=\S)/i
const BEFORE_NAME_CJK =
  /^(?:本报|本网|本刊|特约)?(?:记者|通讯员|作者|撰文|撰稿|编辑|文|文字|责任编辑|责编|编译|翻译|供稿|评论员|来源|取材|執筆|文責|著者|筆者)(?:为|是|者)?\s*[:：/／|丨]?\s*/u
const AFTER_NAME_CJK =
  /(?:\s*(?:记者|報道|记者报道|撰文|編集委員|記者)|\s+(?:文|著|기자|특파원|논설위원))\s*$/u

/** Titles, posts and credentials that stand behind or before a name. Asked in lower case, which an engine compiles ten times faster. */
const POSTS =
  /(?<!\p{L})(?:editors?|editor-in-chief|writers?|reporters?|correspondents?|columnists?|contributors?|journalists?|producers?|officers?|manufacturers?|educators?|authors?|analysts?|directors?|managers?|presidents?|ceo|cto|cfo|founders?|co-founders?|professors?|fellows?|experts?|specialists?|critics?|anchors?|presenters?|photographers?|bureau chief|staff writer|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|reporterin|ressortleiter(?:in)?|volont[aä]r(?:in)?|autor(?:in)?|journaliste|r[ée]dacteur|r[ée]dactrice|correspondante?|envoy[ée]e? sp[ée]ciale?|periodista|redactor[a]?|corresponsal|giornalista|giornalista|inviat[oa]|medewerker|verslaggever|politikreporter|ph\.?\s?d\.?|m\.?d\.?|mba|esq\.?|rn|rdn?|cpa|cfp®?|cepf®?|dvm|lcsw|jr\.? staff|horticulturalist|journalist|contributor|consultant|engineer|strategist|marketer|head of \p{L}+|associate|assistant|senior|deputy|chief|freelancer?|guest|special to \p{L}+.*)(?!\p{L})/u
const holdsPost = (text: string): boolean => POSTS.test(text.toLowerCase())

/** Words that stand for nobody: the desk, the system, nobody in particular. Folded whole names. */
const NOBODY = new Set(
  (
    'admin administrator webmaster staff staffwriter staffreporter staffreporters editor editors editorial editorialstaff editorialteam ' +
    'newsdesk newsroom webdesk onlinedesk desk staffandagencies agencies agency wireservices wire user guest ' +
    'anonymous unknown undefined null none na author contributor contributors newsstaff webstaff reporter reporters root superuser ' +
    'redaktion redaction redaccion redazione redactie redakcja redakce redaksi redacao editorialboard ' +
    'theeditors theeditorialboard correspondent specialcorrespondent ourcorrespondent default test wpadmin sysadmin ' +
    'name yourname authorname email follow published updated lastupdated youtube login signup photo image tba ' +
    '原创 网络整理 网络综合 综合整理 综合网络 整理 互联网 转载 网友投稿 查看更多 登录 注册 关注 更多 返回 管理员 佚名 网络 未知 匿名 小编 编辑 编辑部 本站 本报记者 记者 综合 综合报道 admin1 siteadmin webadmin'
  ).split(' '),
)

/** Words that only the name of an organisation or a team holds. */
const ORGANISATION =
  /(?<!\p{L})(?:team|staff|newsroom|news|media|press|agency|agencies|desk|redaktion|redaktionsteam|redaction|r[ée]daction|redacci[óo]n|redazione|redactie|agentur|nachrichtenagentur|presse-agentur|office|board|department|university|institute|association|foundation|society|council|committee|company|group|inc|llc|ltd|gmbh|ag|corp|corporation|magazine|journal|daily|times|post|tribune|gazette|herald|network|online|digital|studio|bureau|ministry|government|center|centre|admissions|support|marketing|blog|editorial|community|services?|partners|solutions|insights|research|doctors|experts|clinic|hospital|school|college|library|museum|church)(?!\p{L})|\.(?:com|org|net|de|co|io|at|ch|fr|tv|be|uk)$|(?:日报|晚报|晨报|时报|商报|新闻|通讯社|新华社|新华网|中新网|新社|网|报社|编辑部|電子版|新聞社?|オンライン|編集部|通信社?|일보|신문|뉴스|연합)/u

/**
 * News agencies as they sign, folded. From the members' lists of the European Alliance of News Agencies and of the
 * Organization of Asia-Pacific News Agencies, and the three world agencies.
 */
const AGENCIES = new Set(
  (
    'ap associatedpress theassociatedpress afp agencefrancepresse reuters thomsonreuters dpa deutschepresseagentur sda sdaats ' +
    'keystonesda apa sid epd kna afpdeutschland ansa efe lusa anp belga ritzau tt ntb stt pap ctk čtk tasr mti agerpres tass тасс ' +
    'риановости интерфакс interfax ukrinform xinhua 新华社 中新社 cna kyodo 共同通信 時事通信 jiji yonhap 연합뉴스 pti ani ians ' +
    'antara bernama vna ttxvn aap pamedia pa pressassociation upi bloomberg cp thecanadianpress canadianpress aa anadoluajansı ' +
    'europapress adnkronos agi irna wam spa mena ttnyhetsbyrån'
  ).split(' '),
)
