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
