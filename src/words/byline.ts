/**
 * Words of the lines that say who wrote a piece, who edited it and where it was first printed. Own selection from the
 * printed lines of news pages in each language.
 */

/** Words that open a byline: a name must follow. Lower case, longest first where one begins another. */
export const BY_WORDS: readonly string[] = [
  'written by',
  'reported by',
  'reviewed by',
  'words by',
  'story by',
  'text by',
  'interview by',
  'posted by',
  'submitted by',
  'reporting by',
  'published by',
  'a report by',
  'analysis by',
  'opinion by',
  'by',
  'ein kommentar von',
  'ein gastbeitrag von',
  'kommentar von',
  'analyse von',
  'text von',
  'interview von',
  'reportage von',
  'eine reportage von',
  'ein bericht von',
  'von',
  'par',
  'propos recueillis par',
  'publié par',
  'un reportage de',
  'reportage de',
  'entretien par',
  'enquête de',
  'escrito por',
  'publicado por',
  'reportagem de',
  'reportaje de',
  'crónica de',
  'entrevista de',
  'por',
  'scritto da',
  'a cura di',
  'un reportage di',
  'reportage di',
  'servizio di',
  'intervista di',
  'testo di',
  'di',
  'da',
  'door',
  'av',
  'tekst av',
  'text av',
  'af',
  'tekst af',
  'oleh',
  'ditulis oleh',
  'dilansir oleh',
  'de',
  'del redactor',
  'από',
  'από τον',
  'από την',
  'του',
  'της',
  'od',
  'autor',
  'autorin',
  'auteur',
  'بقلم',
  'كتب',
  'كتبت',
  'إعداد',
  'تقرير',
  'كتبه',
  'كتبها',
  'نوشته',
  'نویسنده',
  'به قلم',
  'گزارش از',
  'تحریر',
  'از قلم',
  'מאת',
  'כתב',
  'כתבה',
  'โดย',
  'เรื่องโดย',
  'เขียนโดย',
  'रिपोर्ट',
  'লিখেছেন',
  'bởi',
  'viết bởi',
  'piše',
  'пише',
  'napsal',
  'napsala',
  'írta',
  'yazan',
  'scris de',
  'kirjoittanut',
  'skrevet av',
  'skrevet af',
  'skriven av',
  'geschreven door',
  'geschrieben von',
  'verfasst von',
  'rédigé par',
  'écrit par',
  'texte par',
  'redactado por',
  'texto de',
  'texto por',
  'γράφει ο',
  'γράφει η',
  'γράφει',
]

export type LineLabel = 'author' | 'editor' | 'source' | 'date' | 'photo' | 'other'

/** What a label before a colon announces. Lower case. */
const LABELS: Readonly<Record<LineLabel, string>> = {
  author:
    'author|authors|writer|reporter|interview|text|words|byline|written by|by|autor|autorin|autoren|verfasser|text von|von|auteur|auteurs|texte|rédaction|par|' +
    'autora|autores|texto|redacción|por|autore|autori|testo|di|redação|tekst|schrijver|door|skribent|av|författare|forfatter|af|kirjoittaja|teksti|' +
    'autorka|opracował|opracowała|opr|napsal|yazar|yazan|yazı|haber|muhabir|röportaj|penulis|reporter|wartawan|oleh|tác giả|người viết|phóng viên|người thực hiện|pewarta|jurnalis|автор|авторы|текст|автори|журналист|корреспондент|подготовил|подготовила|записал|записала|журналіст|кореспондент|підготував|підготувала|' +
    'συντάκτης|συντάκτρια|κείμενο|γράφει|بقلم|كتب|كتبت|كتبه|كتابة|الكاتب|الكاتبة|مراسل|مراسلة|المراسل|محرر|نویسنده|نویسندگان|خبرنگار|گزارشگر|به قلم|تحریر|مصنف|מאת|כותב|כותבת|כתב|כתבת|মূল লেখক|লেখক|প্রতিবেদক|írta|szerző|autori|piše|пише|аутор|scris de|kirjoittaja|تحرير وكتابة|إعداد|المصدر بقلم|लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|द्वारा|ผู้เขียน|เรื่อง|โดย|ผู้สื่อข่าว|นักข่าว|เรื่องโดย|รายงานโดย|เขียนโดย|ผู้เรียบเรียง|글|기자|작성자|글쓴이|필자|취재|' +
    '作者|本文作者|文|撰文|撰稿|记者|記者|本报记者|本報記者|特约记者|撰稿人|通讯员|文字|文／图|文/图|图文|文/圖|文图|采写|采访|执笔|著者|楼主|樓主|发帖人|發文者|autorin/autor|autor/in|執筆|執筆者|取材|取材・文|筆者|ライター|文責|聞き手',
  editor:
    'editor|editors|edited by|editing by|editing|redakteur|redaktion|editor de turno|redaktör|redaktør|editör|redaktor|redaktorka|редактор|редактура|редакторка|' +
    'biên tập|المحرر|تحرير|ویراستار|دبیر|עריכה|ערך|ערכה|บรรณาธิการ|सम्पादक|संपादक|szerkesztő|urednik|urednica|편집|편집자|편집기자|' +
    '编辑|編輯|责编|責編|责任编辑|責任編輯|责任编缉|主编|主編|实习编辑|值班编辑|执行编辑|本文编辑|本期编辑|本文责编|网络编辑|编审|編集|編集者',
  source:
    'source|sources|via|originally published in|originally published by|originally published at|quelle|quellen|fuente|fuentes|fonte|fonti|bron|källa|kilde|lähde|źródło|zdroj|kaynak|sumber|nguồn|' +
    'theo|منبع خبر|מקור|المصادر|ماخذ|forrás|izvor|извор|sursa|източник|источник|джерело|источники|πηγή|المصدر|مصدر|منبع|स्रोत|ที่มา|แหล่งที่มา|출처|자료|' +
    '来源|來源|新闻来源|文章来源|信息来源|稿件来源|稿源|消息来源|本文来源|资料来源|原文来源|转载自|转自|来自|出处|出處|出典|引用元|情報元|提供|配信元|供稿',
  date:
    'date|published|updated|last updated|posted|تاریخ|תאריך|дата публикации|datum|stand|fecha|data|дата|tanggal|tarih|ngày|التاريخ|วันที่|날짜|입력|수정|등록|승인|' +
    '日期|时间|時間|发布日期|发布时间|發佈時間|發布時間|發布日期|更新时间|更新時間|更新日期|发表时间|发稿时间|刊发时间|公開日|更新日|公開日時|更新日時|公開|更新|掲載日|投稿日|作成日|日付',
  photo:
    'photo|photos|photo by|image|images|picture|pictures|photograph|photography|video|foto|fotos|bild|bilder|bildquelle|bildrechte|crédit|crédits|photo credit|photo credits|image credit|picture credit|credit|credits|photo courtesy|image courtesy|fotografía|fotografía de|immagine|foto di|foto door|foto av|beeld|' +
    'görsel|fotoğraf|fot|zdj|صور|عکس|عکاس|צילום|צילומים|तस्वीर|फोटो|छायाचित्र|fotó|снимка|ảnh|ภาพ|zdjęcia|zdjęcie|valokuva|kuvat|kuva|фото|фотография|σχέδιο|φωτό|φωτογραφία|صورة|تصوير|사진|그래픽|영상|图|圖|图片|圖片|摄影|攝影|摄|题图|图片来源|圖片來源|视频|摄像|制图|剪辑|配图|海报|写真|撮影|画像|イラスト|動画',
  other:
    'share|tags|tag|topics|category|categories|filed under|section|read|reading time|lesezeit|views|comments|字号|字體|字体|分享|阅读|浏览|浏览次数|点击|点击数|点击量|访问量|评论|关键词|标签|标签|分类|栏目|原标题|标题|编号|校对|校對|审校|審校|审核|複審|复审|终审|初审|二审|三审|监制|監製|值班主任|编辑制作|责任校对|设计|策划|统筹|翻译|译者|编译|作者单位|单位|热度|字数|声明|版权|カテゴリ|タグ|原題|翻訳|訳|通訳|번역|조회|조회수|댓글',
}

export const LINE_LABELS: ReadonlyMap<string, LineLabel> = new Map(
  (Object.entries(LABELS) as [LineLabel, string][]).flatMap(([kind, list]) =>
    list.split('|').map((label) => [label, kind] as const),
  ),
)

/** Words that join two names. Lower case. */
export const NAME_JOINERS: ReadonlySet<string> = new Set(
  'and & und et y e ve dan и та i och og en ja kai και و و- και și và और และ và i with mit con con avec'.split(
    ' ',
  ),
)

/** Parts of names that stand in lower case. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "de da do das dos del della dello delle di du des la le las los van von der den ter ten zu zum af av y e bin ibn al el al- ul uz dos mac st san ben bint d' o' abu ur i".split(
    ' ',
  ),
)

/** What somebody is, said after or before the name. Lower case. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'correspondent correspondents reporter reporters writer writers editor editors columnist contributor contributing contributors journalist analyst staff ' +
    'author bureau desk director officer president professor lecturer fellow chief head ceo cto cfo manager producer host photographer founder co-founder strategist marketer ' +
    'specialist consultant researcher intern freelancer freelance critic anchor presenter team newsroom guest attorney advisor adviser expert reviewer engineer developer ' +
    'redakteur redakteurin reporterin korrespondent korrespondentin autor autorin volontär volontärin redaktion chefredakteur ressortleiter ' +
    'journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée rédaction redactor redactora periodista corresponsal redacción ' +
    'giornalista inviato corrispondente redazione jornalista repórter redação redacteur verslaggever correspondent redactie redaktör reporter journalist redaktør ' +
    'dziennikarz dziennikarka redakcja редактор корреспондент журналист обозреватель редакция muhabir editör wartawan redaksi'
  ).split(' '),
)

/** Words that qualify a role: `Senior Political Correspondent`. Lower case. */
export const ROLE_QUALIFIERS: ReadonlySet<string> = new Set(
  (
    'senior junior deputy associate assistant managing executive chief lead special foreign national international political parliamentary diplomatic defence defense ' +
    'science technology tech health education environment business economics economic financial finance sports sport culture arts entertainment travel food fashion ' +
    'legal crime investigative data video digital online social media news wellness consumer community world europe asia africa middle east white house general former staff ' +
    'trial product program founding principal'
  ).split(' '),
)

/** Words of buttons that stick to a byline. Lower case. */
export const BYLINE_BUTTONS: ReadonlySet<string> = new Set(
  'follow tags share comments comment print email save listen subscribe link copy facebook twitter views folgen seguir suivre teilen updated published posted'.split(
    ' ',
  ),
)

/** Korean and Japanese words that stand after a reporter's name. */
export const ROLES_AFTER =
  /^([\uac00-\ud7a3]{2,4})\s*(?:선임|수습|인턴|객원|전문|스포츠)?\s*(?:기자|특파원|논설위원|통신원|앵커)/

/** A credit for text and pictures in one, before its names: `Text und Fotos: Ann Lee`, `글·사진`, `文と写真`. */
export const TEXT_AND_PICTURES =
  /^(?:text|tekst|texte|texto|testo|words|story|teksti|bài|글|文図?|取材)\s?(?:und|og|och|&|and|et|y|e|i|ja|và|·|・|\+|\/|と|、)\s?(?:fotos?|photos?|photograph(?:s|y)|bilder|bild|zdjęcia|kuvat|ảnh|사진|写真|絵|图)(?:\s?[:：=＝]\s?|\s(?:by|von|par|por|di|av|af|de)\s|\s)/i
/** Text and pictures by different hands, each behind a word of its own: `Text Ann Lee Foto Max Weis`. */
export const TEXT_THEN_PICTURES =
  /^(?:[Tt]exte?|TEXTE?|[Tt]ekst|[Ww]ords|[Ss]tory|[Rr]eport(?:ing|age)?|글)\s?[:：]?\s(?:by\s)?([\p{Lu}\p{Lo}].{1,40}?)[\s·|,;–/]{1,3}(?:[Ff]otos?|FOTOS?|[Pp]hoto(?:s|graphs|graphy)?|[Pp]ictures|[Ii]mages|[Ii]llustrations?|[Bb]ild(?:er)?|사진)\s?[:：]?\s(?:by\s)?[\p{Lu}\p{Lo}].{1,40}$/u
