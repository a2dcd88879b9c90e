/**
 * Words of unwanted offers by family. Own collection of what search-engine spam repeats; never used alone:
 * a line must have the shape of a keyword run or carry a way to get in touch as well.
 * Latin entries are matched at word boundaries, Han, Kana, Hangul and Thai ones anywhere.
 */
export const SPAM: Readonly<Record<string, string>> = {
  porn: '无码|無碼|有码|人妻|熟女|熟妇|熟婦|乱伦|亂倫|强奸|自拍偷拍|偷拍|精品视频|成人视频|成人影片|成人电影|成人网站|成人网|黄色视频|黄片|毛片|a片|av在线|av女优|亚洲av|国产av|色情|情色|乱码|中文字幕|一区二区|三区|免费观看|在线观看|在线播放|高清完整|午夜|自慰|口交|porn|xxx|sex video|nude|hentai|milf|escort|escorts|порно|секс видео|проститутки|порно видео|야동|av야동|無修正|エロ|アダルト動画|人妻動画|素人動画|av女優|หนังโป๊|หนังx|phim sex|porno|porno izle|bokep|video bokep|sexfilme|videos porno|porno gratis',
  gambling:
    '博彩|赌博|赌场|賭場|娱乐城|娛樂城|百家乐|百家樂|老虎机|真人娱乐|真人视讯|体育投注|投注|彩票平台|时时彩|北京赛车|pk10|六合彩|开户送|注册送|送彩金|彩金|首存|棋牌|捕鱼|龙虎斗|威尼斯人|葡京|澳门|澳門|银河娱乐|永利|皇冠体育|开奖结果|外围|online casino|casino bonus|casino|free spins|slot|slots|slot gacor|slot online|situs slot|judi online|judi bola|togel|toto|poker online|agen bola|deposit pulsa|maxwin|rtp slot|gacor|sbobet|bandar togel|jackpot|sportsbook|betting sites|bet365|1xbet|ставки на спорт|казино онлайн|казино|вулкан|игровые автоматы|букмекер|фриспины|bahis|kaçak bahis|deneme bonusu|canlı bahis|casino siteleri|bahis siteleri|tipobet|bonus veren siteler|카지노|바카라|토토|토토사이트|먹튀|먹튀검증|사설토토|슬롯|온라인카지노|파워볼|カジノ|オンラインカジノ|パチンコ|บาคาร่า|คาสิโน|สล็อต|แทงบอล|เว็บตรง|หวยออนไลน์|cá cược|nhà cái|cá độ|lô đề|nổ hũ|tài xỉu|kèo nhà cái|quay hũ|cassino|tragamonedas|casino en línea|apuestas',
  pharma:
    'viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|phentermine|ambien|valium|modafinil|oxycontin|oxycodone|no prescription|without prescription|without a prescription|online pharmacy|canadian pharmacy|cheap pills|buy viagra|buy cialis|generic viagra|erectile|male enhancement|weight loss pills|cbd oil|cbd gummies|keto pills|壮阳|伟哥|壯陽|威而鋼|犀利士|春药|催情|迷药|减肥药|виагра|сиалис|дженерик|купить виагру|비아그라|시알리스|ED治療薬|バイアグラ|viagra online|obat kuat|pembesar|potenzmittel|rezeptfrei|sin receta|senza ricetta|sans ordonnance|acheter viagra',
  replica:
    'replica watches|replica|rolex replica|fake rolex|cheap jordans|cheap nike|cheap louis vuitton|louis vuitton outlet|gucci outlet|michael kors outlet|coach outlet|ray ban outlet|ugg outlet|moncler outlet|wholesale jerseys|cheap jerseys|nfl jerseys|outlet online|outlet store|高仿|精仿|复刻|a货|高仿表|名牌包|仿牌|スーパーコピー|ブランドコピー|コピー品|激安|偽物|n級品|레플리카|명품 레플리카|짝퉁|реплики часов|копии часов',
  loans:
    'payday loan|payday loans|urgent loan|urgent loans|business loans|loan offer|private lender|without collateral|cash advance|bad credit|no credit check|instant loan|quick loan|personal loans|debt consolidation|bitcoin investment|forex signals|binary options|crypto investment|贷款|無抵押|无抵押|网贷|套现|信用卡套现|代开发票|发票|办证|代办|刻章|快速放款|当天放款|小额贷款|借贷|借款|小額借款|當日撥款|микрозайм|микрозаймы|займ|займы|займ онлайн|кредит без отказа|взять кредит|быстрый кредит|대출|급전|소액결제|현금화|キャッシング|即日融資|闇金|pinjaman online|pinjol|dana cepat|vay tiền|vay nhanh|sofortkredit|kredit ohne schufa|préstamos rápidos|crédit rapide|deneme kredi',
  essays:
    'essay writing|essay writing service|write my essay|write my paper|essay writers|custom papers|plagiarism-free|buy essay|buy essays|custom essay|dissertation help|paper writing service|homework help|assignment help|term paper|cheap essay|代写|论文代写|代写论文|作业代写|代考|论文发表|毕业证|文凭|学历|办文凭|假文凭|買學歷|курсовая на заказ|диплом купить|купить диплом|дипломы на заказ|курсовые|рефераты|ödev yaptırma|tez yazdırma|fake diploma|buy diploma|buy degree',
  seo: 'backlinks|buy backlinks|seo services|guest post|link building|web traffic|buy traffic|buy followers|instagram followers|buy likes|hacklink|seo优化|快速排名|网站优化|刷粉|刷赞|引流|推广引流|黑帽seo|站群|накрутка|накрутка подписчиков|продвижение сайтов|백링크|takipçi satın al|beğeni satın al|jual followers|hacked by|webshell|shell|escort bayan|eskort',
}

/** Words that offer or invite beside a way to get in touch. */
export const OFFER_PARTS: readonly string[] =
  '加微信|加我微信|加qq|加群|联系qq|客服qq|联系客服|添加微信|诚信经营|货到付款|包邮|招商|注册送|开户|提现|办理|代办|咨询|私聊|加v|t.me/|wa.me/|상담|문의|24시간|후불|заказать|недорого|buy now|order now|discount|call now|best price|lowest price|free shipping|100% legit|guaranteed|no deposit|deposit 5000|click here|daftar sekarang|hubungi|terpercaya|via dana|üye ol|güvenilir|liên hệ|uy tín|đăng ký ngay|ติดต่อ|แอดไลน์|สมัคร|ฝาก'.split(
    '|',
  )

/**
 * More words of what search-engine spam offers, by family: broader than {@link SPAM}, with names of goods and games an
 * honest text may be about, so they count only beside what else tells a text from its page. Own collection from what
 * hacked pages repeat; the families follow those of Google's spam policies (hacked content, scraped keyword pages)
 * and of published surveys of search-engine poisoning.
 */
const MORE: Readonly<Record<string, string>> = {
  porn: '麻豆|小说网|国语对白|肉动漫|大尺度|小视频|丝袜|av资源|黄网|成人|無料動画|アダルト|エロ動画|エロ漫画|素人|porn videos|sex videos|sexcam|webcam sex|xxx videos|adult videos|onlyfans leak|leaked nudes|deepfake|порно онлайн|секс|sexo gratis|video sex|seks|türk ifşa|sex việt|หนังเอ็กซ์|คลิปหลุด',
  gambling:
    '斗地主|真人荷官|炸金花|德州扑克|麻将|现金网|现金游戏|电子游艺|时时彩平台|快三|北京pk|计划群|菠菜|棋牌游戏|开元|太阳城|金沙|太阳娱乐|新葡京|沙巴体育|bbin|ag真人|mahjong ways|bandar casino|poker qq|slot88|slot777|pragmatic play|agen slot|situs judi|scatter hitam|bandarqq|dominoqq|bitcoin casino|slot machine|slot machines|roulette|blackjack|baccarat|sports betting|betting|bookmaker|poker|no deposit bonus|welcome bonus|live casino|mobile casino|crypto casino|gambling|casino en ligne|paris sportifs|machines à sous|kasino|spielautomaten|online spielothek|casino online|giri gratis|scommesse|bonus benvenuto|casinò|apuestas deportivas|tragaperras|ruleta|apostas|caça-níqueis|tigrinho|roleta|rulet|canlı casino|iddaa|slot oyunları|kumar|freebet|cá cược bóng đá|xóc đĩa|cá độ bóng đá|bắn cá|soi cầu|สล็อตเว็บตรง|ยิงปลา|แทงบอลออนไลน์|ไฮโลสด|เครดิตฟรี|pg slot|บาคาร่าออนไลน์|홀덤|홀덤사이트|스포츠배팅|파워볼사이트|슬롯머신|바카라사이트|카지노사이트|꽁머니|먹튀사이트|사다리|рулетка|рулетка на деньги|слоты|ставки|тотализатор|покер на деньги|бонус без депозита|كازينو|مراهنات|روليت|سلوتس|قمار|بونص|オンカジ|スロット|ブックメーカー|パチスロ|bonus sans dépôt|tours gratuits|casino sans dépôt|kasyno|kasyno online|kasyna online|darmowe spiny|darmowych spinów|bez depozytu|zakłady bukmacherskie|automaty do gier|goksites|gokkasten|online gokken|gratis spins|kazino|online kazino|zatočení zdarma|výherní automaty|sázková kancelář|kaszinó|online kaszinó|ingyenes pörgetés|cazinou|cazinou online|rotiri gratuite|pariuri sportive|păcănele|nettikasino|ilmaiskierrosta|pikakasino|nätcasino|nettcasino|gratissnurr|καζίνο|φρουτάκια|δωρεάν περιστροφές|игровые автоматы|онлайн казино|фриспины|фриспинов|безкоштовні обертання|ігрові автомати|казино онлайн|कैसीनो|ऑनलाइन कैसीनो|सट्टा मटका|तीन पत्ती|অনলাইন ক্যাসিনো|کازینو|شرط بندی|سایت شرط بندی|کازینو آنلاین|קזינו|קזינו אונליין|הימורים אונליין',
  pharma:
    'vardenafil|priligy|dapoxetine|clomid|propecia|lasix|prednisolone|amoxil|zithromax|doxycycline|ivermectin for|hydroxychloroquine buy|adderall|ritalin|percocet|vicodin|hydrocodone|soma|steroids|anabolic|hgh|testosterone booster|penis enlargement|slimming pills|pastillas para adelgazar|sildenafilo|tadalafilo|kaufen ohne rezept|abnehmpillen|obat perangsang|obat aborsi|حبوب|فياغرا|فياجرا|تنحيف|zayıflama|geciktirici|cinsel güç|thuốc cường dương|ยาปลุกเซ็กส์|최음제|발기부전|精力剤|媚薬|催情药|飞机杯|препараты для потенции|средство для похудения|виагру|bez recepty|tabletki na potencję|viagra bez recepty|na erekci|bez předpisu|vény nélkül|potencianövelő|fără rețetă|zonder recept|erectiepillen|ilman reseptiä|receptfritt|χωρίς συνταγή|без рецепта|мужской силы|повышения потенции|потенцию|वियाग्रा|यौन शक्ति|मर्दाना ताकत|قرص تاخیری|ویاگرا|ללא מרשם|ויאגרה',
  replica:
    'replicas|knockoff|fake watches|designer replica|aaa quality|designer handbags|louis vuitton|rolex|gucci|chanel|prada|omega watches|michael kors|timberland outlet|air jordan|yeezy|jerseys|ugg boots|canada goose|スーパー コピー|偽ブランド|ブランド財布|シャネル|ロレックス|グッチ|オメガ|ルイヴィトン|エルメス|モンクレール|ナイキ|腕時計コピー|サングラス|高仿手表|莆田鞋|a货包|복각|명품|명품 짝퉁|레플리카 시계|реплика|копии брендов|taklit|replika saat|réplica|imitaciones|imitation montre',
  loans:
    'payday|title loan|title loans|bad credit loans|loan online|loans online|quick cash|credit repair|fast cash|no credit|minikredit|sofort kredit|kredit trotz schufa|kredit|sofortkredit|sofortkredite|blitzkredit|ohne schufa|payday loan|payday loans|prestamos|préstamo|crédito rápido|credito veloce|prestiti|emprestimo|empréstimo|pinjaman|kredi|hızlı kredi|vay tín chấp|cho vay|เงินกู้|กู้เงิน|대출나라|소액대출|즉시대출|무직자대출|микрокредит|деньги в долг|кредит наличными|займы на карту|займ на карту|قروض|قرض|即日|借入|信用卡代还|征信|黑户|网络贷款|催收|要账|讨债|kredit ohne schufa|crédit sans justificatif|prêt sans justificatif|prêt entre particuliers|préstamo rápido|préstamos sin aval|préstamos rápidos|empréstimo rápido|empréstimo sem consulta|prestito senza busta paga|prestiti veloci|pożyczka bez bik|chwilówka|chwilówki|pożyczka online|lening zonder bkr|snel geld lenen|půjčka bez registru|půjčka ihned|rychlá půjčka|gyorskölcsön|kölcsön azonnal|credit rapid|împrumut rapid|pikavippi|pikalaina|snabblån|sms-lån|forbrukslån|δάνειο χωρίς|γρήγορο δάνειο|кредит без отказа|кредит онлайн|кредит без справок|позика онлайн|швидка позика|kefilsiz kredi|anında kredi|pinjaman online|pinjaman tanpa jaminan|dana cepat cair|vay nhanh|vay tiền nhanh|vay online|तुरंत लोन|बिना गारंटी|पर्सनल लोन|इंस्टेंट लोन|लोन पाएं|وام فوری|وام بدون ضامن|قرض فوري|تمويل فوري|הלוואה מיידית|הלוואות חוץ בנקאיות',
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

/**
 * Words of the voice that offers and urges, by language: what sells anything, honest or not, so it tells nothing by
 * itself. Own selection from shop pages and from what hacked pages repeat. Scripts with spaces match at word
 * boundaries only.
 */
export const OFFERS: Readonly<Record<string, string>> = {
  en: 'buy|order|order now|purchase|cheap|cheapest|affordable|discount|coupon|promo code|for sale|on sale|sale|best price|lowest price|low price|half price|free shipping|fast delivery|overnight|next day|same day|discreet|plain packaging|delivered to your door|in stock|worldwide shipping|money back|guaranteed|risk free|no fees|bonus|deposit|payout|payouts|withdrawals|jackpot|free spins|claim|claim your|sign up|join now|join thousands|register now|register today|play now|win big|winners|real money|welcome package|apply now|apply for|apply today|get approved|approval|approved|instant|instantly|in minutes|no questions asked|online|near me|click here|visit our|our website|our store|our team|contact us|call now|text us|whatsapp|telegram|experts|professional writers|top quality|high quality|best|top rated|trusted|legit|reliable|licensed|earn|profit|invest|double your|followers|traffic|rank first|boost your|get your|hurry|limited time|exclusive|today only|special offer|available here|looking for|without prescription|no prescription|no rx|wholesale|outlet|factory price|sell|we sell|we offer|hire',
  de: 'kaufen|bestellen|billig|günstig|sofort|angebot|rabatt|gutschein|kostenlos|gratis|versand|versandkostenfrei|lieferung|bestpreis|garantiert|diskret|jetzt|online|bonus|einzahlung|auszahlung|anmelden|registrieren|beantragen|ohne einzahlung|seriös|rezeptfrei|ohne rezept|per nachnahme|hier klicken|sichern sie|sparen sie|geld verdienen|bei uns|unser shop',
  fr: 'acheter|achat|commander|pas cher|prix|promo|promotion|livraison|livraison gratuite|gratuit|gratuitement|sans ordonnance|en ligne|bonus|dépôt|inscription|inscrivez-vous|gagnez|jouez|garanti|discret|meilleur prix|offre|rapide|cliquez ici|profitez|contactez-nous|notre site|soldes',
  es: 'comprar|compra|compre|venta|barato|barata|baratos|precio|precios|oferta|ofertas|descuento|gratis|envío|envío gratis|entrega|entrega rápida|sin receta|contrareembolso|a domicilio|en línea|online|bono|depósito|regístrate|registrarse|gane|gana|juega|jugar|garantizado|discreto|pedido|pida|pedir|haga clic|aproveche|contáctenos|nuestra tienda|apostar|dinero real|préstamo',
  pt: 'comprar|compre|barato|preço|preços|oferta|desconto|grátis|frete grátis|entrega|sem receita|online|bônus|depósito|cadastre-se|cadastro|ganhe|ganhar|jogue|jogar|jogando|aposte|garantido|saque|pix|clique aqui|aproveite|dinheiro real|plataforma|pagando|dinheiro|rodadas',
  it: 'comprare|acquista|acquistare|economico|prezzo|offerta|sconto|gratis|spedizione|spedizione gratuita|senza ricetta|online|bonus|deposito|registrati|vinci|gioca|garantito|ordina|clicca qui|approfitta|prestito|soldi veri',
  nl: 'kopen|bestel|goedkoop|goedkope|korting|gratis|verzending|zonder recept|online|bonus|storting|speel|gegarandeerd|klik hier|aanbieding|lenen',
  pl: 'kup|kupić|tanie|tanio|zamów|zniżka|rabat|za darmo|darmowa dostawa|bez recepty|online|bonus|depozyt|zarejestruj|graj|wygraj|odbierz|zarejestruj się|bez depozytu|darmowych|gwarancja|oferta|pożyczka|sprzedaż',
  ru: 'купить|купите|заказать|закажите|заказывайте|недорого|дешево|дешевые|цена|ценам|по низкой цене|по низким ценам|скидка|скидку|скидки|бесплатно|доставка|доставкой|без рецепта|без предоплаты|без отказа|без регистрации|без проверки|онлайн|бонус|бонусы|депозит|вывод средств|регистрируйтесь|регистрация|зарегистрируйтесь|играть|играйте|выигрывайте|выиграть|получите|получайте|забирайте|скачать|смотреть|гарантия|гарантией|срочно|быстро|круглосуточно|звоните|звонка|пишите|обращайтесь|анонимно|официально|на карту|на дом|прямо сейчас|оформить|оформим|самые|лучшие|промокод|зеркало|предлагает|у нас',
  cs: 'koupit|kupte|objednejte|levně|sleva|zdarma|bonus|vklad|bez vkladu|zaregistrujte|vyhrajte|hrajte|doprava zdarma|ihned|bez čekání|garantujeme|nabídka|diskrétně',
  hu: 'vásárol|vásároljon|rendelje|rendelés|olcsó|olcsón|kedvezmény|ingyenes|ingyen|bónusz|befizetés|regisztráljon|regisztrálj|nyerjen|játsszon|azonnal|garantált|ajánlat|diszkréten',
  ro: 'cumpără|cumpara|comandă|ieftin|reducere|gratuit|gratis|bonus|depunere|fără depunere|înregistrează-te|câștigă|joacă|livrare|acum|garantat|ofertă|discret',
  el: 'αγοράστε|αγορά|παραγγείλτε|φθηνά|έκπτωση|δωρεάν|μπόνους|κατάθεση|εγγραφείτε|κερδίστε|παίξτε|άμεσα|εγγύηση|προσφορά|τώρα',
  hi: 'खरीदें|खरीदो|ऑर्डर करें|सस्ता|सस्ते|छूट|मुफ्त|मुफ़्त|बोनस|जमा|रजिस्टर करें|जीतें|जीतो|खेलें|खेलो|तुरंत|गारंटी|ऑफर|अभी|संपर्क करें|व्हाट्सएप|कॉल करें|पाएं',
  fa: 'بخرید|خرید|سفارش|ارزان|تخفیف|رایگان|بونوس|واریز|برداشت|ثبت نام|برنده شوید|بازی کنید|فوری|تضمینی|پیشنهاد|همین حالا|تماس بگیرید|واتساپ|ارسال رایگان',
  uk: 'купити|замовити|недорого|дешево|знижка|безкоштовно|доставка|онлайн|бонус|грати|гарантія|терміново',
  tr: 'satın al|ucuz|sipariş|indirim|fiyat|bedava|ücretsiz|kargo|güvenilir|hemen|üye ol|üye olun|kayıt ol|giriş|bonus|bonusu|para yatırma|kazan|kazanın|kazanmaya|oyna|fırsat|fırsatını|kampanya|hoş geldin|yatırım|garantili|tıkla|iletişim|anında|çekim',
  id: 'beli|murah|harga|diskon|gratis|promo|bonus|deposit|daftar|daftar sekarang|gabung|bergabunglah|bergabung|main|mainkan|menang|kemenangan|raih|dapatkan|nikmati|klaim|hadiah|terpercaya|resmi|terbaik|gampang|sekarang|hubungi|pesan|garansi|member|situs|agen|link alternatif|hari ini|langsung|coba|cair',
  vi: 'mua|giá rẻ|giá tốt|khuyến mãi|giảm giá|miễn phí|tặng|thưởng|tiền thưởng|nạp tiền|nạp|rút tiền|đăng ký|đăng ký ngay|tham gia|tham gia ngay|chơi|thắng|uy tín|nhận ngay|nhận thưởng|tải app|tải|liên hệ|nhà cái|hấp dẫn|siêu tốc|trực tuyến|đổi thưởng',
  ar: 'اشتري|شراء|اطلب|سعر|أسعار|بأقل|خصم|عروض|مجانا|توصيل|بدون|سجل الآن|سجل|اربح|احصل|العب|مضمون|مضمونة|واتساب|تواصل معنا|اتصل بنا|هدية|فورا|أفضل|لا تفوت|استمتع|نوفر لك|بونص|إيداع',
  ko: '구매|주문|할인|최저가|저렴|무료|배송|당일|보너스|첫충전|첫충|충전|환전|출금|입금|가입|가입코드|회원|신규|추천|추천인|이벤트|쿠폰|포인트|지급|혜택|안전한|검증된|바로가기|바로 가기|지금|문의|상담|예약|고객센터|24시간|보장|즐기세요|받으세요|받아보세요|만나보세요|하세요|후불|순위|주소',
  ja: '購入|通販|激安|格安|最安|安い|値段|値引|割引|セール|送料無料|代引|無料|登録|今すぐ|会員登録|入会|ボーナス|キャンペーン|お得|お買い得|大特価|大人気|人気|ランキング|おすすめ|口コミ|保証|品質保証|専門店|当店|お届け|入荷|在庫|早い者勝ち|クリック|はこちら|お探しなら|まとめ|比較|見放題|使い放題|チェック|新作|アプリ|開催中',
  zh: '购买|订购|优惠|打折|折扣|特价|低价|价格|便宜|免费|送货|包邮|下载|注册|注册送|开户|开户送|首存|首充|充值|返利|返水|提款|提现|出款|彩金|奖金|红利|体验金|官网|官方网站|登录|入口|平台|代理|加盟|客服|咨询|致电|来电|联系电话|联系方式|加微信|微信|qq|电话|诚信|信誉|正规|专业|快速|办理|保密|安全可靠|先办后付|货到付款|先看货|在线观看|在线播放|免费看|免费观看|点击|点击进入|打开就能看|最新网址|收藏|手机版|高清|每日更新|每天更新|全部免费|无需|一键|全集|资源|大全|合集|领取|大礼|新会员|欢迎|抵押|放款|当天|到账|上门',
  th: 'สมัคร|สมัครสมาชิก|ฝาก|ถอน|ฝากถอน|โบนัส|เครดิตฟรี|แจก|โปรโมชั่น|ทางเข้า|ราคาถูก|ราคา|ส่งฟรี|ฟรี|ติดต่อ|แอดไลน์|รับทันที|เงินจริง|ได้เงินจริง|ขั้นต่ำ|ออนไลน์|อันดับ 1|ที่ดีที่สุด|วันนี้|ลุ้น|รางวัล|เว็บ|เล่น',
}

/**
 * How sentences that sell speak, by language: the seller of himself, and to his reader. Own selection from what hacked pages
 * paste into stories; each tells nothing alone, for columnists say "we" and recipes say "you". Matched as whole words.
 */
const SELLERS: Readonly<Record<string, string>> = {
  en: 'our|us|we',
  de: 'unser|unsere|unserem|unseren|unserer|unseres|bei uns|wir',
  fr: 'notre|nos|nous|chez nous',
  es: 'nuestro|nuestra|nuestros|nuestras|nosotros|con nosotros|ofrecemos|contáctenos',
  pt: 'nosso|nossa|nossos|nossas|conosco|oferecemos',
  it: 'nostro|nostra|nostri|nostre|da noi|offriamo|contattaci',
  nl: 'onze|ons|bij ons|wij',
  pl: 'nasz|nasza|nasze|naszym|naszej|naszych|nas|u nas|oferujemy',
  ru: 'наш|наша|наше|наши|нашем|нашей|нашего|нашу|наших|нам|у нас|мы',
  uk: 'наш|наша|наше|наші|нашому|нашій|у нас|ми',
  tr: 'sitemiz|sitemizde|sitemize|bizim|bizimle|bize|firmamız',
  id: 'kami|situs kami',
  vi: 'chúng tôi|bên mình|nhà cái chúng tôi',
  ar: 'لدينا|موقعنا|معنا|متجرنا|نقدم|نوفر',
  ko: '저희|우리 사이트|당사',
}

const READERS: Readonly<Record<string, string>> = {
  en: 'you|your|order|buy|contact|message|call|text|join|apply|sign up|place your|get|visit|play|claim|every new player|new players|new customers',
  de: 'sie|ihr|ihre|ihnen|ihrem|ihren|dir|dich|dein|deine|jeder|jeden|neue spieler|neukunden',
  fr: 'vous|votre|vos|commandez|achetez|contactez|jouez|profitez|obtenez|inscrivez',
  es: 'usted|su|sus|tu|tus|te|le|compre|compra|pida|juega|juegue|contáctenos|escríbanos|regístrese|regístrate|nuevos jugadores',
  pt: 'você|seu|sua|seus|suas|te|compre|peça|jogue|fale|cadastre|ganhe|novos jogadores',
  it: 'tuo|tua|tuoi|ti|vi|vostro|vostra|compra|acquista|ordina|gioca|contattaci|scrivici|registrati|nuovi giocatori',
  nl: 'u|uw|je|jouw|bestel|koop|neem contact|speel|nieuwe spelers',
  pl: 'ci|ciebie|twój|twoje|twoją|państwu|kup|zamów|napisz|graj|odbierz|nowi gracze|nowy gracz',
  ru: 'вы|вам|вас|ваш|ваша|ваши|вашу|купите|закажите|пишите|звоните|обращайтесь|играйте|получите|каждый новый|новый игрок|новым игрокам|на карту',
  uk: 'ви|вам|вас|ваш|ваша|ваші|купіть|замовте|пишіть|дзвоніть|грайте',
  tr: 'siz|size|sizi|hemen|üye olun|alın|sipariş verin|kazanın|oynayın',
  id: 'anda|kamu|daftar|beli|pesan|hubungi|main|mainkan|gabung|member baru',
  vi: 'bạn|quý khách|đăng ký|liên hệ|mua|chơi|nhận',
  ar: 'لك|لكم|اطلب|اشتر|تواصل|سجل|العب|احصل|اتصل',
  ko: '고객님|여러분|하세요|받으세요|문의|상담|가입|주문',
}

/** Orders to buy or to get in touch that open a sentence. */
const ORDERS =
  'order|buy|contact|message|call|text|join|apply|get|visit|claim|bestellen sie|kaufen sie|schreiben sie|rufen sie|sichern sie|commandez|achetez|contactez|profitez|compre|compra|pida|contáctenos|peça|acquista|ordina|contattaci|bestel|koop|kup|zamów|купите|закажите|пишите|звоните|обращайтесь|получите|купіть|замовте|beli|pesan|hubungi|daftar|mua|liên hệ|đăng ký|اطلب|اشتر|تواصل'

/** What judges, forbids or warns speaks of an offer and is none. */
const JUDGES =
  'should|shouldn|never|beware|must not|ought|nie|niemals|darf nicht|sollte|sollten|jamais|devrait|devraient|nunca|debería|deberían|deveria|dovrebbe|mai|nooit|nigdy|никогда|нельзя|должны|следует|ніколи|asla|jangan|đừng|không nên'

/** For texts in lower case: an engine takes ten times as long to compile letters of all scripts in both cases. */
const whole = (lists: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${lists.join('|')})(?![\\p{L}\\p{M}])`, 'u')

export const SELLER = whole(Object.values(SELLERS))
export const READER = whole(Object.values(READERS))
export const ORDERS_READER = new RegExp(`^[\\s•*–-]{0,4}(?:${ORDERS})(?![\\p{L}\\p{M}])`, 'u')
export const JUDGE = whole([JUDGES])
