/** Work on a text that is not writing it. */
export const NOT_WRITTEN =
  /^(?:(?:last )?updated|(?:medically |clinically |expert )?reviewed|edited|fact[- ]checked|checked|photo|image|illustrat|translated|produced|design|code|video|graphics|sponsored|presented|approved|posted in)/iu

/** Words that open a post behind a name. */
export const POST_OPENS =
  /\s(?:[Ss]enior|[Ss]taff|[Cc]hief|[Ee]xecutive|[Mm]anaging|[Aa]ssociate|[Aa]ssistant|[Dd]eputy|[Cc]ontributing|[Ff]reelance|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Cc]ontributor|MS|MD|RDN?|LDN?|PhD|Ph\.D\.?|MBA|MPH|CPA|JD|DVM|RN|LCSW|CFP®?|CSCS)(?=\s|$)/u

/** Names of what a system posts by. */
export const MACHINE =
  /(?:^|\s)(?:feeds?|rss|bot|import(?:er)?|syndication|webmaster|newswire user|user\s?\d+)$/iu

/** Words before a name that say that it is one. Lower case, matched as whole words (or, in Chinese, as they stand). */
export const BEFORE_NAME =
  /^(?:(?:written|story|text|words|report(?:ed)?|reporting|compiled|analysis|review|posted|published|opinion|commentary) by|by|von|par|por|da|di|de|door|av|af|od|oleh|przez|von:|autor(?:en|in|a|es)?|authors?|auteur|verfasst von|ein(?:e)? \p{L}{3,20} von|dari|penulis|reporter|yazan|автор(?:ы)?|bởi|tác giả|text|texte?|texto|testo|tekst|words|story|작성자|글|filed by|contributed by|interview|fragen)\s*[:：]?\s+(?=\S)/iu
export const BEFORE_NAME_CJK =
  /^(?:本报|本网|本刊|特约)?(?:记者|通讯员|作者|撰文|撰稿|编辑|文|文字|责任编辑|责编|编译|翻译|供稿|评论员|来源|取材|執筆|文責|著者|筆者)(?:为|是|者)?\s*[:：/／|丨]?\s*/u
export const AFTER_NAME_CJK =
  /(?:\s*(?:记者|報道|记者报道|撰文|編集委員|記者)|\s+(?:文|著|기자|특파원|논설위원))\s*$/u

/** Titles, posts and credentials that stand behind or before a name. Lower case. */
export const POSTS =
  /(?:^|[^\p{L}])(?:editors?|editor-in-chief|writers?|reporters?|correspondents?|columnists?|contributors?|journalists?|producers?|officers?|manufacturers?|educators?|authors?|analysts?|directors?|managers?|presidents?|ceo|cto|cfo|founders?|co-founders?|professors?|fellows?|experts?|specialists?|critics?|anchors?|presenters?|photographers?|bureau chief|staff writer|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|reporterin|ressortleiter(?:in)?|volont[aä]r(?:in)?|autor(?:in)?|journaliste|r[ée]dacteur|r[ée]dactrice|correspondante?|envoy[ée]e? sp[ée]ciale?|periodista|redactor[a]?|corresponsal|giornalista|giornalista|inviat[oa]|medewerker|verslaggever|politikreporter|ph\.?\s?d\.?|m\.?d\.?|mba|esq\.?|rn|rdn?|cpa|cfp®?|cepf®?|dvm|lcsw|jr\.? staff|horticulturalist|journalist|contributor|consultant|engineer|strategist|marketer|head of \p{L}+|associate|assistant|senior|deputy|chief|freelancer?|guest|special to \p{L}+.*)(?![\p{L}])/iu

/** Words that stand for nobody: the desk, the system, nobody in particular. Folded whole names. */
export const NOBODY = new Set(
  (
    'admin administrator webmaster staff staffwriter staffreporter staffreporters editor editors editorial editorialstaff editorialteam ' +
    'newsdesk newsroom webdesk onlinedesk desk staffandagencies agencies agency wireservices wire user guest ' +
    'anonymous unknown undefined null none na author contributor contributors newsstaff webstaff reporter reporters root superuser ' +
    'redaktion redaction redaccion redazione redactie redakcja redakce redaksi redacao editorialboard ' +
    'theeditors theeditorialboard correspondent specialcorrespondent ourcorrespondent default test wpadmin sysadmin ' +
    'name yourname authorname email follow published updated lastupdated youtube login signup photo image tba ' +
    '原创 查看更多 登录 注册 关注 更多 返回 管理员 佚名 网络 未知 匿名 小编 编辑 编辑部 本站 本报记者 记者 综合 综合报道 admin1 siteadmin webadmin'
  ).split(' '),
)

/** Words that only the name of an organisation or a team holds. */
export const ORGANISATION =
  /(?:^|[^\p{L}])(?:team|staff|newsroom|news|media|press|agency|agencies|desk|redaktion|redaktionsteam|redaction|r[ée]daction|redacci[óo]n|redazione|redactie|agentur|nachrichtenagentur|presse-agentur|office|board|department|university|institute|association|foundation|society|council|committee|company|group|inc|llc|ltd|gmbh|ag|corp|corporation|magazine|journal|daily|times|post|tribune|gazette|herald|network|online|digital|studio|bureau|ministry|government|center|centre|admissions|support|marketing|blog|editorial|community|services?|partners|solutions|insights|research|doctors|experts|clinic|hospital|school|college|library|museum|church)(?![\p{L}])|\.(?:com|org|net|de|co|io|at|ch|fr|tv|be|uk)$|(?:日报|晚报|晨报|时报|商报|新闻|通讯社|新华社|新华网|中新网|新社|网|报社|编辑部|電子版|新聞社?|オンライン|編集部|通信社?|일보|신문|뉴스|연합)/iu

/**
 * News agencies as they sign, folded. From the members' lists of the European Alliance of News Agencies and of the
 * Organization of Asia-Pacific News Agencies, and the three world agencies.
 */
export const AGENCIES = new Set(
  (
    'ap associatedpress theassociatedpress afp agencefrancepresse reuters thomsonreuters dpa deutschepresseagentur sda sdaats ' +
    'keystonesda apa sid epd kna afpdeutschland ansa efe lusa anp belga ritzau tt ntb stt pap ctk čtk tasr mti agerpres tass тасс ' +
    'риановости интерфакс interfax ukrinform xinhua 新华社 中新社 cna kyodo 共同通信 時事通信 jiji yonhap 연합뉴스 pti ani ians ' +
    'antara bernama vna ttxvn aap pamedia pa pressassociation upi bloomberg cp thecanadianpress canadianpress aa anadoluajansı ' +
    'europapress adnkronos agi irna wam spa mena ttnyhetsbyrån'
  ).split(' '),
)
