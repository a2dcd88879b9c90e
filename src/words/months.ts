/**
 * Month names: twelve groups a language, January first, the forms of one month joined by `|`. Full names as they
 * stand in dates (genitives too) and the usual abbreviations without their dot. From each language's grammar and
 * the Unicode CLDR's Gregorian month lists. Croatian `listopada` is left out, for it is October, and the Czech and Polish
 * one November; the reader of days tells them apart.
 */
const MONTH_NAMES: Readonly<Record<string, string>> = {
  en: 'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
  de: 'januar|jänner|jan februar|feber|feb märz|mär|mrz|maerz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez',
  fr: 'janvier|janv février|fevrier|févr|fév mars avril|avr mai juin|jui juillet|juil août|aout septembre|sept octobre|oct novembre|nov décembre|decembre|déc',
  es: 'enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|set octubre|oct noviembre|nov diciembre|dic',
  it: 'gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|sett|set ottobre|ott novembre|nov dicembre|dic',
  pt: 'janeiro|jan fevereiro|fev março|marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
  ca: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  nl: 'januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec',
  sv: 'januari|jan februari|feb mars april|apr maj juni|jun juli|jul augusti|aug september|sep oktober|okt november|nov december|dec',
  da: 'januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov december|dec',
  no: 'januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov desember|des',
  fi: 'tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu',
  pl: 'stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru',
  cs: 'ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec',
  sk: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  hu: 'január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt november|nov december|dec',
  ro: 'ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov decembrie|dec',
  lt: 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  lv: 'janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī',
  tr: 'ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara',
  id: 'januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt september|sep oktober|okt november|nov desember|des',
  ms: 'januari februari mac april mei jun julai ogos september oktober november disember',
  ru: 'января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек',
  uk: 'січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|кві травня|травень|тра червня|червень|чер липня|липень|лип серпня|серпень|сер вересня|вересень|вер жовтня|жовтень|жов листопада|листопад|лис грудня|грудень|гру',
  hr: 'siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj srpnja|srpanj kolovoza|kolovoz rujna|rujan listopad studenoga|studenog|studeni prosinca|prosinac',
  sr: 'januara|januar|јануара|јануар|јан februara|februar|фебруара|фебруар|феб marta|mart|марта|март aprila|april|априла|април maja|maj|маја|мај juna|jun|jуна|јуна|јун jula|jul|јула|јул avgusta|avgust|avg|августа|август|авг septembra|septembar|септембра|септембар|септ oktobra|oktobar|октобра|октобар|окт novembra|novembar|новембра|новембар|нов decembra|decembar|децембра|децембар|дец',
  bs: 'januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra',
  sl: 'januarja|januar februarja|februar marca|marec aprila|april maja|maj junija|junij julija|julij avgusta|avgust septembra|september oktobra|oktober novembra|november decembra|december',
  mk: 'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  be: 'студзеня лютага сакавіка красавіка мая|траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  et: 'jaanuar|jaan veebruar|veebr märts aprill mai juuni juuli august|aug september|sept oktoober|okt november|nov detsember|dets',
  is: 'janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember',
  eu: 'urtarrilaren|urtarrilak otsailaren|otsailak martxoaren|martxoak apirilaren|apirilak maiatzaren|maiatzak ekainaren|ekainak uztailaren|uztailak abuztuaren|abuztuak irailaren|irailak urriaren|urriak azaroaren|azaroak abenduaren|abenduak',
  gl: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  tl: 'enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre',
  hy: 'հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր',
  ka: 'იანვარი|იანვარს თებერვალი|თებერვალს მარტი|მარტს აპრილი|აპრილს მაისი|მაისს ივნისი|ივნისს ივლისი|ივლისს აგვისტო|აგვისტოს სექტემბერი|სექტემბერს ოქტომბერი|ოქტომბერს ნოემბერი|ნოემბერს დეკემბერი|დეკემბერს',
  bn: 'জানুয়ারি|জানুয়ারী|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
  ur: 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември',
  el: 'ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μαρ απριλίου|απρίλιος|απρ μαΐου|μαίου|μάιος|μαϊ ιουνίου|ιούνιος|ιουν ιουλίου|ιούλιος|ιουλ αυγούστου|αύγουστος|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοε δεκεμβρίου|δεκέμβριος|δεκ',
  he: 'ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  ar: 'يناير|جانفي فبراير|فيفري|شباط مارس|آذار|اذار أبريل|ابريل|إبريل|أفريل|نيسان مايو|ماي|أيار|ايار يونيو|يونيه|جوان|حزيران يوليو|يوليه|يوليوز|جويلية|تموز أغسطس|اغسطس|غشت|أوت|آب سبتمبر|شتنبر|أيلول|ايلول أكتوبر|اكتوبر نوفمبر|نونبر ديسمبر|دجنبر',
  fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر',
  hi: 'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  th: 'มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค กันยายน|ก.ย ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค',
}

/** Months of the Iranian solar calendar, Farvardin first. */
const JALALI_NAMES = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'
/** Persian text often has the Arabic letters for `ye` and `ke`. */
const arabic = (name: string): string => name.replaceAll('ی', 'ي').replaceAll('ک', 'ك')

/** Month number, 1 to 12, by lower-case name without a closing dot. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(MONTH_NAMES).flatMap((line) =>
    line.split(' ').flatMap((forms, i) => forms.split('|').map((form) => [form, i + 1] as const)),
  ),
)

export const JALALI_MONTHS: ReadonlyMap<string, number> = new Map(
  JALALI_NAMES.split(' ').flatMap((name, i) => [name, arabic(name)].map((form) => [form, i + 1] as const)),
)

/** Months as Hungarian, Polish and Italian dates number them (`12.VI.2021`), January first. */
export const ROMAN_MONTHS: readonly string[] = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/** Months of the Islamic calendar with names of one word, by number; Arabic, and Latin as Malay, Turkish and English print them. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'محرم المحرم muharram muharrem',
    2: 'صفر safar safer',
    7: 'رجب rajab rejab recep',
    8: 'شعبان shaban şaban syaban',
    9: 'رمضان ramadan ramadhan ramazan',
    10: 'شوال shawwal syawal şevval',
  }).flatMap(([month, names]) => names.split(' ').map((name) => [name, Number(month)] as const)),
)

export interface PairedMonth {
  readonly month: number
  readonly calendar: 'gregorian' | 'hijri'
}

/** Months with names of two words, by both: the Levantine ones, and those of the Islamic calendar. */
export const PAIRED_MONTHS: ReadonlyMap<string, PairedMonth> = new Map(
  (
    [
      [12, 'gregorian', 'كانون', 'الأول الاول أول'],
      [1, 'gregorian', 'كانون', 'الثاني ثاني الثانى'],
      [10, 'gregorian', 'تشرين', 'الأول الاول أول'],
      [11, 'gregorian', 'تشرين', 'الثاني ثاني الثانى'],
      [3, 'hijri', 'ربيع', 'الأول الاول أول'],
      [4, 'hijri', 'ربيع', 'الثاني الثانى الآخر الاخر'],
      [5, 'hijri', 'جمادى', 'الأولى الاولى الأول'],
      [6, 'hijri', 'جمادى', 'الآخرة الاخرة الثانية الثاني'],
      [11, 'hijri', 'ذو', 'القعدة القعده'],
      [11, 'hijri', 'ذي', 'القعدة القعده'],
      [12, 'hijri', 'ذو', 'الحجة الحجه'],
      [12, 'hijri', 'ذي', 'الحجة الحجه'],
    ] as const
  ).flatMap(([month, calendar, first, seconds]) =>
    seconds.split(' ').map((second) => [`${first} ${second}`, { month, calendar }] as const),
  ),
)

/** Eras: the name, the year before the first, and the letter that Japanese offices write for it. */
export const ERAS: readonly (readonly [name: string, before: number, initial?: string])[] = [
  ['令和', 2018, 'r'],
  ['平成', 1988, 'h'],
  ['昭和', 1925, 's'],
  ['民國', 1911],
  ['民国', 1911],
]

/** Day names that may stand between a date and its time; full and short, without dots. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo ' +
    'lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag ' +
    'mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela ' +
    'pondělí úterý středa čtvrtek pátek neděle pazartesi salı çarşamba perşembe cuma cumartesi pazar ' +
    'senin selasa rabu kamis jumat sabtu minggu thứ ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja понедельник вторник среда четверг пятница суббота воскресенье ' +
    'понеділок вівторок середа четвер пʼятниця субота неділя пн вт ср чт пт сб вс нд ' +
    'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή ' +
    'الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार ' +
    'วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일'
  ).split(' '),
)
