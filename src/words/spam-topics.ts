import { SPAM } from './spam.ts'

/**
 * More words of what search-engine spam offers, by family: broader than {@link SPAM}, with names of goods and games an
 * honest text may be about, so they count only beside what else tells a text from its page. Own collection from what
 * hacked pages repeat; the families follow those of Google's spam policies (hacked content, scraped keyword pages)
 * and of published surveys of search-engine poisoning.
 */
const MORE: Readonly<Record<string, string>> = {
  porn: '麻豆|小说网|国语对白|肉动漫|大尺度|小视频|丝袜|av资源|黄网|成人|無料動画|アダルト|エロ動画|エロ漫画|素人|porn videos|sex videos|sexcam|webcam sex|xxx videos|adult videos|onlyfans leak|leaked nudes|deepfake|порно онлайн|секс|sexo gratis|video sex|seks|türk ifşa|sex việt|หนังเอ็กซ์|คลิปหลุด',
  gambling:
    '斗地主|真人荷官|炸金花|德州扑克|麻将|现金网|现金游戏|电子游艺|时时彩平台|快三|北京pk|计划群|菠菜|棋牌游戏|开元|太阳城|金沙|太阳娱乐|新葡京|沙巴体育|bbin|ag真人|mahjong ways|bandar casino|poker qq|slot88|slot777|pragmatic play|agen slot|situs judi|scatter hitam|bandarqq|dominoqq|bitcoin casino|slot machine|slot machines|roulette|blackjack|baccarat|sports betting|betting|bookmaker|poker|no deposit bonus|welcome bonus|live casino|mobile casino|crypto casino|gambling|casino en ligne|paris sportifs|machines à sous|kasino|spielautomaten|online spielothek|casino online|giri gratis|scommesse|bonus benvenuto|casinò|apuestas deportivas|tragaperras|ruleta|apostas|caça-níqueis|tigrinho|roleta|rulet|canlı casino|iddaa|slot oyunları|kumar|freebet|cá cược bóng đá|xóc đĩa|cá độ bóng đá|bắn cá|soi cầu|สล็อตเว็บตรง|ยิงปลา|แทงบอลออนไลน์|ไฮโลสด|เครดิตฟรี|pg slot|บาคาร่าออนไลน์|홀덤|홀덤사이트|스포츠배팅|파워볼사이트|슬롯머신|바카라사이트|카지노사이트|꽁머니|먹튀사이트|사다리|рулетка|рулетка на деньги|слоты|ставки|тотализатор|покер на деньги|бонус без депозита|كازينو|مراهنات|روليت|سلوتس|قمار|بونص|オンカジ|スロット|ブックメーカー|パチスロ',
  pharma:
    'vardenafil|priligy|dapoxetine|clomid|propecia|lasix|prednisolone|amoxil|zithromax|doxycycline|ivermectin for|hydroxychloroquine buy|adderall|ritalin|percocet|vicodin|hydrocodone|soma|steroids|anabolic|hgh|testosterone booster|penis enlargement|slimming pills|pastillas para adelgazar|sildenafilo|tadalafilo|kaufen ohne rezept|abnehmpillen|obat perangsang|obat aborsi|حبوب|فياغرا|فياجرا|تنحيف|zayıflama|geciktirici|cinsel güç|thuốc cường dương|ยาปลุกเซ็กส์|최음제|발기부전|精力剤|媚薬|催情药|飞机杯|препараты для потенции|средство для похудения|виагру',
  replica:
    'replicas|knockoff|fake watches|designer replica|aaa quality|designer handbags|louis vuitton|rolex|gucci|chanel|prada|omega watches|michael kors|timberland outlet|air jordan|yeezy|jerseys|ugg boots|canada goose|スーパー コピー|偽ブランド|ブランド財布|シャネル|ロレックス|グッチ|オメガ|ルイヴィトン|エルメス|モンクレール|ナイキ|腕時計コピー|サングラス|高仿手表|莆田鞋|a货包|복각|명품|명품 짝퉁|레플리카 시계|реплика|копии брендов|taklit|replika saat|réplica|imitaciones|imitation montre',
  loans:
    'payday|title loan|title loans|bad credit loans|loan online|loans online|quick cash|credit repair|fast cash|no credit|minikredit|sofort kredit|kredit trotz schufa|kredit|sofortkredit|sofortkredite|blitzkredit|ohne schufa|payday loan|payday loans|prestamos|préstamo|crédito rápido|credito veloce|prestiti|emprestimo|empréstimo|pinjaman|kredi|hızlı kredi|vay tín chấp|cho vay|เงินกู้|กู้เงิน|대출나라|소액대출|즉시대출|무직자대출|микрокредит|деньги в долг|кредит наличными|займы на карту|займ на карту|قروض|قرض|即日|借入|信用卡代还|征信|黑户|网络贷款|催收|要账|讨债',
  essays:
    'custom term paper|term papers|research paper writing|admission essay|dissertation|dissertations|thesis writing|coursework help|paper writing|do my homework|essay help|essay service|plagiarism free|rédaction mémoire|ghostwriter|ghostwriting|hausarbeit schreiben lassen|bachelorarbeit kaufen|trabajos académicos|tcc pronto|курсовая|реферат|дипломная|эссе на заказ|論文代筆|レポート代行|代写essay|留学生代写|网课代修|과제대행|논문대필',
  seo: 'dofollow|do-follow|pbn|link farm|cheap seo|website traffic|youtube views|youtube subscribers|tiktok likes|smm panel|facebook likes|negative seo|adult traffic|прогон хрумером|прогоны хрумером|хрумер|купить подписчиков|лайки|xrumer|gsa ser|takipçi|seguidores|comprar seguidores|abonnés|شراء متابعين|متابعين|涨粉|蜘蛛池|寄生虫|泛目录|排名优化|外链|快排|収益化',
  documents:
    'fake id|fake passport|buy passport|fake documents|novelty id|driver license online|real diplomas|driving licences|fahrerlaubnis ohne prüfung|counterfeit|ielts without exam|führerschein kaufen|pasaporte falso|carnet de conducir comprar|comprar diploma|permis de conduire achat|диплом|дипломы|справка|медкнижка|медицинская книжка|больничный лист|водительские права|刻章|办证|代办证件|学历认证|假证|做证|毕业证制作|驾照|消分|流水|发票代开|증명서 위조|위조|ehliyet satın al|bằng giả|làm bằng',
  escort:
    'escort service|escorts in|call girls|call girl|massage happy ending|проститутка|проститутки|шлюхи|индивидуалки|индивидуалка|интим|интим услуги|эротический массаж|путаны|출장마사지|출장안마|안마|오피|유흥|룸살롱|건마|키스방|上门服务|上门按摩|小姐|约炮|援交|外围女|品茶|喝茶|楼凤|茶楼|学生妹|同城约|デリヘル|風俗|セフレ|パパ活|出会い系|出会い|援助交際|acompanhantes|garotas de programa|putas|escort kızlar|eskort bayan|gái gọi|สาวไซด์ไลน์|ไซด์ไลน์',
  crypto:
    'bitcoin investment platform|usdt|usdt mixer|forex trading|binary option|trading bot|trading signals|crypto trading|bitcoin mixer|cloud mining|airdrop claim|presale|recovery expert|recover lost|hacker for hire|hire a hacker|western union transfer hack|clone card|cloned cards|cvv shop|money flip|تداول|فوركس|تداول فوركس|ربح|инвестиции с доходом|заработок в интернете|炒币|交易所注册|空投|跑分|usdt承兑|收u|杀猪|코인선물|리딩방|inversión garantizada|renda extra',
  prompts:
    'ignore previous instructions|ignore all previous|previous instructions|system prompt|disregard previous|disregard all|language model|ai assistant|as an ai|llm|chatgpt|chatbots|large language model|ignoriere alle vorherigen|ignora las instrucciones|ignore les instructions|игнорируй предыдущие|忽略之前的指令|忽略以上|以前の指示を無視',
}

const FAMILIES = [...new Set([...Object.keys(SPAM), ...Object.keys(MORE)])]

/** All words of {@link SPAM} and these, by family, joined by `|`. */
export const SPAM_TOPICS: Readonly<Record<string, string>> = Object.fromEntries(
  FAMILIES.map((family) => [family, [SPAM[family], MORE[family]].filter(Boolean).join('|')]),
)
