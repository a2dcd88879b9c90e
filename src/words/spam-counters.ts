import { type FamilyCounter, familyCounter, familyPlaces } from './families.ts'
import { ORDERS } from './machine-orders.ts'
import { OFFERS, SPAM, SPAM_TOPICS } from './spam.ts'

/**
 * Words of those who report, warn, judge, count and heal, by language: what tells a text about offers from an offer. No
 * offer names the police. Own selection from news, court reports, package leaflets and consumer advice; scripts with
 * spaces match at word boundaries only, so that the forms most met are listed.
 */
const REPORTS: Readonly<Record<string, string>> = {
  en: 'police|officers|detective|detectives|court|judge|jury|prosecutor|prosecutors|prosecution|sentenced|arrested|charged|convicted|guilty|accused|victims|victim|fined|ban|banned|bans|illegal|illegally|crime|criminal|fraud|fraudsters|scam|scams|scammers|investigation|investigators|seized|raid|raided|smuggled|customs officers|ministry|minister|council|parliament|bill|law|laws|regulator|regulators|legislation|warn|warns|warned|warning|beware|said|says|told|according to|reported|researchers|study|survey|per cent|percent|doctors|patients|side effects|symptoms|addiction|addictive|addicted|dose|diagnosis|hospital|history|century|museum|novel|film|spokesman|spokeswoman|denied|alleged|allegedly|counterfeit drugs|forged|do not buy|never buy|hacked|attackers|injection',
  de: 'polizei|gericht|landgericht|amtsgericht|richter|staatsanwaltschaft|verurteilt|festgenommen|verhaftet|angeklagt|angeklagte|opfer|verboten|verbot|illegal|illegale|betrug|betrüger|ermittler|ermittlungen|beschlagnahmt|zoll|razzia|ministerium|minister|gesetz|behörde|warnt|warnen|warnte|warnung|rät|sagte|sagt|laut|berichtet|studie|umfrage|prozent|ärzte|patienten|nebenwirkungen|sucht|süchtig|dosis|krankenhaus|museum|roman|verbraucherzentrale|verbraucherschützer|gefälschte|gefälscht|teilte mit',
  fr: 'police|gendarmerie|tribunal|juge|procureur|condamné|condamnés|arrêté|arrêtés|interpellé|victimes|interdit|interdits|interdiction|illégal|illégale|escroquerie|escrocs|arnaque|arnaques|enquête|enquêteurs|saisi|saisies|douane|douaniers|ministère|ministre|loi|avertit|alerte|met en garde|mettent en garde|rappelle|a déclaré|a dit|selon|étude|sondage|pour cent|médecins|patients|effets secondaires|effets indésirables|dangereux|addiction|hôpital|musée|roman|contrefaçon|agence du médicament',
  es: 'policía|guardia civil|tribunal|juez|jueza|fiscal|fiscalía|condenado|condenó|condena|detenido|detenidos|detuvo|acusado|víctimas|prohibido|prohíbe|prohibición|ilegal|ilegales|estafa|estafas|estafadores|fraude|investigación|incautó|incautado|aduana|ministerio|ministro|ley|advierte|advierten|advirtió|alerta|dijo|según|informó|estudio|encuesta|por ciento|médicos|pacientes|efectos secundarios|adicción|hospital|museo|novela|falsificados|sentencia',
  pt: 'polícia|delegado|tribunal|juiz|ministério público|condenado|condenou|preso|presos|prendeu|acusado|vítimas|proibido|proíbe|proibição|ilegal|ilegais|golpe|golpes|golpistas|fraude|investigação|apreendeu|apreendidas|ministério|ministro|lei|projeto de lei|alerta|adverte|disse|segundo|informou|estudo|pesquisa|por cento|médicos|pacientes|efeitos colaterais|vício|hospital|internadas|museu|romance|falsificados',
  it: 'polizia|carabinieri|tribunale|giudice|procura|condannato|arrestato|arrestati|accusato|vittime|vietato|vieta|illegale|illegali|truffa|truffe|truffatori|frode|indagine|sequestrati|ministero|ministro|legge|avverte|ha detto|secondo|studio|sondaggio|per cento|medici|pazienti|effetti collaterali|dipendenza|ospedale|museo|romanzo',
  nl: 'politie|rechtbank|rechter|justitie|veroordeeld|aangehouden|gearresteerd|verdachte|verdachten|slachtoffers|verboden|illegaal|illegale|oplichting|oplichters|onderzoek|in beslag genomen|ministerie|minister|wet|waarschuwt|waarschuwen|zei|volgens|procent|artsen|patiënten|bijwerkingen|verslaving|ziekenhuis|museum',
  pl: 'policja|policjanci|sąd|sędzia|prokuratura|skazany|zatrzymano|zatrzymani|oskarżony|ofiary|zakaz|zakazane|nielegalne|nielegalny|oszustwo|oszuści|śledztwo|ministerstwo|minister|ustawa|ostrzega|ostrzegają|powiedział|według|procent|lekarze|pacjenci|skutki uboczne|uzależnienie|szpital|muzeum',
  ru: 'полиция|полиции|полицейские|суд|суда|судья|прокуратура|прокуроры|приговорил|приговор|задержан|задержаны|задержали|арестован|обвиняемый|обвинение|потерпевшие|пострадавшие|запрет|запрещено|запретили|незаконно|незаконный|незаконную|подпольное|подпольный|мошенники|мошенниках|мошенничество|следствие|следствия|следователь|следователя|изъяли|изъято|таможня|министерство|министерстве|министр|закон|закона|предупреждают|предупредил|предупредила|предостерегают|сказал|сказала|сообщил|сообщили|заявил|по данным|по словам|опрос|опроса|исследование|процентов|врачи|пациенты|побочные|зависимость|больница|больницу|музей|роман|поддельных|утверждал|лаборатории',
  uk: 'поліція|поліції|суд|суддя|прокуратура|засудив|затримали|затримано|підозрюваних|потерпілі|заборона|заборонено|незаконно|без ліцензії|шахраї|шахрайство|слідство|слідства|вилучили|міністерство|закон|попереджають|попередив|сказав|повідомили|за даними|відсотків|лікарі|пацієнти|лікарня',
  tr: 'polis|mahkeme|mahkemesi|hakim|savcı|savcılık|gözaltına|tutuklandı|şüpheliler|şüphelilerin|mağdur|mağdurlar|yasak|yasaklandı|yasa dışı|yasadışı|dolandırıcı|dolandırıcılar|dolandırıcılık|soruşturma|operasyon|operasyonda|ele geçirildi|bakanlık|bakanlığı|bakan|kanun|uyarıyor|uyardı|uzmanlar|söyledi|belirtildi|açıklandı|açıkladı|araştırmaya göre|yüzde|doktorlar|hastalar|yan etkileri|bağımlılık|hastane|hastaneye|müze',
  id: 'polisi|kepolisian|polres|polda|pengadilan|hakim|jaksa|terdakwa|tersangka|ditangkap|menangkap|ditahan|divonis|korban|dilarang|larangan|ilegal|penipuan|penipu|penyidik|penyelidikan|disita|memblokir|pemblokiran|kementerian|menteri|undang-undang|otoritas jasa keuangan|waspada|mewaspadai|mengingatkan|memperingatkan|mengimbau|kata|menurut|ujar|penelitian|survei|persen|dokter|pasien|efek samping|kecanduan|terapi|rumah sakit|puskesmas|museum|hukuman|penjara',
  ms: 'polis|mahkamah|hakim|pendakwa|tertuduh|suspek|ditahan|mangsa|haram|penipuan|siasatan|dirampas|kementerian|menteri|akta|amaran|menurut|berkata|peratus|doktor|pesakit|ketagihan|hospital|penjara',
  vi: 'công an|cảnh sát|tòa án|toà án|bị cáo|viện kiểm sát|bắt giữ|khởi tố|điều tra|nạn nhân|nghi phạm|bất hợp pháp|trái phép|lừa đảo|thu giữ|bộ công an|pháp luật|cảnh báo|khuyến cáo|cho biết|theo báo cáo|báo cáo|khảo sát|phần trăm|bác sĩ|bệnh nhân|tác dụng phụ|nhập viện|bệnh viện|nghiện|bảo tàng|tổ chức đánh bạc',
  ar: 'الشرطة|شرطة|المحكمة|محكمة|القاضي|النيابة|الادعاء|المتهم|المتهمين|أوقفت|اعتقلت|القبض على|الضحايا|ضحايا|محظور|حظر|غير قانونية|غير القانونية|احتيال|الاحتيال|محتالين|التحقيق|ضبط|ضبطت|الجمارك|وزارة|الوزير|القانون|حذر|حذرت|يحذر|تحذير|قال|قالت|وقال|بحسب|وفقا|دراسة|استطلاع|في المئة|بالمئة|أطباء|الأطباء|المرضى|الآثار الجانبية|إدمان|الإدمان|المستشفى|متحف',
  fa: 'پلیس|دادگاه|قاضی|دادستان|متهم|متهمان|بازداشت|دستگیر|قربانیان|ممنوع|غیرقانونی|کلاهبرداری|کلاهبرداران|تحقیقات|وزارت|قانون|هشدار|گفت|به گفته|بر اساس|درصد|پزشکان|بیماران|عوارض جانبی|اعتیاد|بیمارستان|موزه',
  hi: 'पुलिस|अदालत|न्यायालय|न्यायाधीश|आरोप|आरोपी|गिरफ्तार|दोषी|पीड़ित|पीड़ितों|प्रतिबंध|अवैध|धोखाधड़ी|ठगी|जाँच|जांच|जब्त|मंत्रालय|मंत्री|कानून|चेतावनी|ने कहा|बताया|के अनुसार|अध्ययन|सर्वेक्षण|प्रतिशत|डॉक्टरों|मरीज|मरीजों|दुष्प्रभाव|लत|अस्पताल|संग्रहालय',
  el: 'αστυνομία|δικαστήριο|δικαστής|εισαγγελέας|συνέλαβε|συνελήφθη|συνελήφθησαν|κατηγορούμενος|θύματα|παράνομο|παράνομα|απαγόρευση|απάτη|απατεώνες|έρευνα|κατασχέθηκαν|υπουργείο|υπουργός|νόμος|προειδοποιεί|προειδοποιούν|είπε|δήλωσε|σύμφωνα με|τοις εκατό|γιατροί|ασθενείς|παρενέργειες|εθισμός|νοσοκομείο|μουσείο',
  he: 'המשטרה|משטרה|בית המשפט|השופט|הפרקליטות|הנאשם|נאשמים|חשודים|נעצרו|עצרה|קורבנות|אסור|לא חוקי|הונאה|נוכלים|חקירה|המכס|משרד|השר|חוק|מזהיר|מזהירים|אמר|אמרה|לפי|מחקר|אחוזים|רופאים|חולים|תופעות לוואי|התמכרות|בית החולים|מוזיאון',
  ko: '경찰|검찰|법원|재판부|판사|피고인|피의자|혐의|구속|체포|입건|선고|징역|벌금형|피해자|피해자들|불법|사기|보이스피싱|수사|적발|압수|단속|금융감독원|식품의약품안전처|질병관리청|부처|장관|법률|경고|당부|주의|밝혔다|말했다|전했다|조사됐다|나타났다|검출|의사|환자|부작용|중독|병원|박물관',
  ja: '警察|県警|警視庁|裁判所|裁判官|検察|被告|容疑者|容疑|逮捕|書類送検|起訴|判決|懲役|罰金|被害者|被害|違法|禁止|詐欺|摘発|押収|捜査|厚生労働省|金融庁|消費者庁|法律|法案|注意を呼びかけ|注意を促|警告|と話した|と述べた|と語った|によると|調査|割合|医師|医師会|患者|副作用|依存症|病院|博物館',
  zh: '警方|公安|民警|检察|檢察|法院|法官|被告|嫌疑人|嫌犯|犯罪|涉案|抓获|抓獲|逮捕|刑拘|判处|判處|有期徒刑|受害人|受害者|被害人|诈骗|詐騙|骗局|查处|查處|查扣|查获|查獲|打掉|侦破|破獲|没收|整治|违法|違法|非法|取缔|海关|監管|监管|通报|通報|记者|記者|调查|調查|提醒|警惕|警示|谨防|轻信|据介绍|据悉|表示|指出|介绍说|数据显示|研究|医生|醫生|患者|副作用|处方药|成瘾|医院|律师|法律|博物馆|所谓|教育部门|研究人员|专家',
  th: 'ตำรวจ|ศาล|ผู้ต้องหา|จับกุม|ผู้เสียหาย|แจ้งความ|ผิดกฎหมาย|หลอกลวง|สอบสวน|ยึด|กระทรวง|รัฐมนตรี|กฎหมาย|เตือน|กล่าวว่า|เปิดเผยว่า|ร้อยละ|แพทย์|ผู้ป่วย|ผลข้างเคียง|เสพติด|โรงพยาบาล|พิพิธภัณฑ์',
}

/**
 * Everyday words of the subjects unwanted offers are about, by family: a page that says several of them elsewhere is about
 * the subject, and what it says of it in its own language is no foreign body. Own selection.
 */
const SPAM_SUBJECTS: Readonly<Record<string, string>> = {
  gambling:
    'casino|casinos|gambling|gambler|gamblers|betting|bets|bookmaker|bookmakers|roulette|poker|slot machines|stakes|croupier|lottery|glücksspiel|spielbank|spielautomaten|wetten|casino-|jeux d’argent|paris sportifs|machines à sous|loterie|apuestas|tragaperras|ruleta|lotería|apostas|jogos de azar|roleta|казино|рулетка|рулетку|ставки|игровых автоматов|игровые автоматы|игорный|игроки|казіно|гравцям|judi|perjudian|judi online|slot|togel|bandar|kumar|bahis|şans oyunları|đánh bạc|cá độ|sòng bạc|القمار|المراهنات|قمار|شرط بندی|सट्टा|जुआ|도박|토토|베팅|카지노|カジノ|賭博|ギャンブル|宝くじ|赌博|賭博|赌场|博彩|投注|彩票|赌资|下注|พนัน|การพนัน|τζόγος|καζίνο|στοιχήματα|הימורים',
  pharma:
    'medicine|medicines|drug|drugs|tablets|pills|pharmacy|pharmacies|prescription|painkiller|painkillers|opioid|dose|erection|erectile dysfunction|medikament|medikamente|tabletten|rezept|apotheke|apotheken|arzneimittel|médicament|médicaments|pharmacie|comprimés|ordonnance|medicamento|medicamentos|farmacia|receta|pastillas|remédio|remédios|farmácia|лекарство|лекарства|лекарств|таблетки|аптека|аптеке|аптеки|препарат|обезболивающее|obat|resep|apotek|ilaç|ilaçlar|eczane|thuốc|nhà thuốc|دواء|أدوية|صيدلية|دارو|दवा|दवाएँ|약|의약품|처방|약국|薬|処方|錠剤|医薬品|药品|药物|处方药|药店|服用|药片|ยา|ใบสั่งยา|φάρμακο|φάρμακα|תרופות',
  loans:
    'loan|loans|credit|lender|lenders|borrowers|borrower|interest|debt|debts|mortgage|kredit|kredite|darlehen|zinsen|schulden|prêt|prêts|crédit|dette|dettes|préstamo|préstamos|crédito|deuda|deudas|empréstimo|empréstimos|juros|dívida|кредит|кредита|кредиты|займ|займы|займов|долг|долги|заём|pinjaman|pinjol|bunga|utang|cicilan|kredi|krediler|borç|vay|khoản vay|lãi suất|قرض|قروض|وام|ऋण|कर्ज|대출|금리|이자|融資|借金|金利|贷款|借款|利率|网贷|高利|还款|助学贷款|銀行貸款|เงินกู้|δάνειο|δάνεια|הלוואה|הלוואות',
  essays:
    'essay|essays|students|thesis|plagiarism|dissertation|university|dean|hausarbeit|studierende|plagiat|mémoire|étudiants|plagiat|tesis|estudiantes|plagio|диплом|дипломы|студент|студенты|студентов|реферат|skripsi|mahasiswa|tez|öğrenciler|luận văn|论文|代写|学位|学生|撤销|論文|卒論|学生|논문|학생|대필',
  replica:
    'replica|replicas|counterfeit|counterfeits|fake|fakes|handbags|watches|luxury|fälschung|fälschungen|gefälschte|contrefaçon|contrefaçons|faux|falsificaciones|falsificados|imitación|подделка|подделки|поддельные|контрафакт|palsu|tiruan|sahte|taklit|hàng giả|hàng nhái|مقلدة|مزيفة|위조|가품|짝퉁|偽物|偽ブランド|コピー商品|假货|仿冒|冒牌|高仿|山寨|假冒',
  porn: 'porn|pornography|sex|sexual|nudity|pornografie|sexualität|pornographie|sexualité|pornografía|sexualidad|порно|порнография|секс|pornografi|seks|cinsel|khiêu dâm|إباحية|الجنس|अश्लील|음란물|성교육|ポルノ|性教育|わいせつ|色情|淫秽|黄色|性教育|性知识',
  escort:
    'prostitution|prostitute|prostitutes|brothel|brothels|sex work|sex workers|escort|prostituierte|bordell|prostituées|prostitución|prostitutas|проституция|проституток|бордель|prostitusi|fuhuş|mại dâm|دعارة|성매매|売春|風俗|卖淫|嫖娼',
  crypto:
    'bitcoin|crypto|cryptocurrency|cryptocurrencies|blockchain|token|tokens|investors|exchange|kryptowährung|kryptowährungen|cryptomonnaie|cryptomonnaies|criptomoneda|criptomonedas|криптовалюта|криптовалюты|биржа|kripto|tiền ảo|tiền điện tử|العملات|رمز|가상화폐|암호화폐|暗号資産|仮想通貨|比特币|加密货币|虚拟货币',
  documents:
    'passport|passports|licence|licences|forged|forgery|diploma|diplomas|führerschein|führerscheine|gefälscht|passeport|faux|pasaporte|pasaportes|паспорт|паспорта|диплом|дипломов|справок|поддельных|paspor|ijazah|pasaport|sahte|hộ chiếu|جواز|여권|위조|旅券|偽造|护照|证件|证书|毕业证|学历|伪造|假证',
  seo: 'search engine|search engines|backlinks|seo|followers|hacked|websites|spam|suchmaschinen|moteurs de recherche|buscadores|поисковики|поисковых|mesin pencari|arama motorları|검색|検索|搜索引擎|网站|水军|刷单',
  prompts:
    'prompt injection|prompt injections|injection|language model|language models|llm|llms|chatbot|chatbots|ai|model|models|attackers|attacker|jailbreak|sprachmodell|sprachmodelle|modèle de langage|modelo de lenguaje|языковая модель|языковые модели|языковых моделей|大模型|语言模型|大语言模型|提示词|注入|プロンプト|言語モデル|프롬프트|언어 모델',
}

/** Words of unwanted offers in a text, by the family most often met; the topics are the broader list. */
export const countSpam = familyCounter(SPAM)
export const countTopics = familyCounter(SPAM_TOPICS)
/** Words of the voice that offers and urges. */
export const countOffers = familyCounter(OFFERS)
/** How many different words a text has of the subject each family of offers is about. */
export const subjectCounters: Readonly<Record<string, FamilyCounter>> = Object.fromEntries(
  Object.entries(SPAM_SUBJECTS).map(([family, words]) => [
    family,
    familyCounter({ [family]: `${words}|${SPAM_TOPICS[family] ?? words}` }),
  ]),
)
/** Words of those who report, warn and judge. */
export const countReports = familyCounter(REPORTS)
/** Where words of topics and of offers stand. */
export const topicPlaces = familyPlaces(SPAM_TOPICS)
export const offerPlaces = familyPlaces(OFFERS)
/** Words of topics, of offers, and of orders to machines: where a text has none, none of the three need be asked. */
export const countAny = familyCounter(
  Object.fromEntries(
    [SPAM_TOPICS, OFFERS, ORDERS].map((families, i) => [String(i), Object.values(families).join('|')]),
  ),
)
