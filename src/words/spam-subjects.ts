/**
 * Everyday words of the subjects unwanted offers are about, by family: a page that says several of them elsewhere is about
 * the subject, and what it says of it in its own language is no foreign body. Own selection.
 */
export const SPAM_SUBJECTS: Readonly<Record<string, string>> = {
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
    'passport|passports|licence|forged|forgery|diploma|diplomas|führerschein|führerscheine|gefälscht|passeport|faux|pasaporte|pasaportes|паспорт|паспорта|диплом|дипломов|справок|поддельных|paspor|ijazah|pasaport|sahte|hộ chiếu|جواز|여권|위조|旅券|偽造|护照|证件|证书|毕业证|学历|伪造|假证',
  seo: 'search engine|search engines|backlinks|seo|followers|hacked|websites|spam|suchmaschinen|moteurs de recherche|buscadores|поисковики|поисковых|mesin pencari|arama motorları|검색|検索|搜索引擎|网站|水军|刷单',
  prompts:
    'prompt injection|prompt injections|injection|language model|language models|llm|llms|chatbot|chatbots|ai|model|models|attackers|attacker|jailbreak|sprachmodell|sprachmodelle|modèle de langage|modelo de lenguaje|языковая модель|языковые модели|языковых моделей|大模型|语言模型|大语言模型|提示词|注入|プロンプト|言語モデル|프롬프트|언어 모델',
}
