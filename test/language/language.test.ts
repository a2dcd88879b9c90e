import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, hanScriptOf, languagesOf } from '../../src/facts/language.ts'

const PROSE: Readonly<Record<string, string>> = {
  en: 'The council met on Tuesday and agreed that the old bridge would be repaired before the winter comes to the valley.',
  de: 'Der Gemeinderat hat am Dienstag beschlossen, dass die alte Brücke noch vor dem Winter repariert werden soll.',
  fr: 'Le conseil municipal a décidé mardi que le vieux pont serait réparé avant que l’hiver ne vienne dans la vallée.',
  es: 'El ayuntamiento decidió el martes que el viejo puente será reparado antes de que llegue el invierno al valle.',
  pt: 'A câmara municipal decidiu na terça-feira que a velha ponte será reparada antes que o inverno chegue ao vale.',
  it: 'Il consiglio comunale ha deciso martedì che il vecchio ponte sarà riparato prima che arrivi l’inverno nella valle.',
  nl: 'De gemeenteraad heeft dinsdag besloten dat de oude brug nog voor de winter zal worden hersteld, zei de burgemeester.',
  pl: 'Rada miasta zdecydowała we wtorek, że stary most zostanie naprawiony, zanim do doliny nadejdzie zima.',
  cs: 'Zastupitelstvo v úterý rozhodlo, že starý most bude opraven dříve, než do údolí přijde zima, řekl starosta.',
  sv: 'Kommunfullmäktige beslutade på tisdagen att den gamla bron ska repareras innan vintern kommer till dalen.',
  fi: 'Kunnanvaltuusto päätti tiistaina, että vanha silta korjataan ennen kuin talvi saapuu laaksoon, sanoi pormestari.',
  tr: 'Belediye meclisi salı günü eski köprünün kış gelmeden önce onarılmasına karar verdi, diye açıkladı başkan.',
  vi: 'Hội đồng thành phố hôm thứ Ba đã quyết định rằng cây cầu cũ sẽ được sửa chữa trước khi mùa đông đến.',
  id: 'Dewan kota pada hari Selasa memutuskan bahwa jembatan tua itu akan diperbaiki sebelum musim hujan tiba di lembah.',
  hu: 'A városi tanács kedden úgy döntött, hogy a régi hidat még a tél beállta előtt meg kell javítani a völgyben.',
  ro: 'Consiliul local a hotărât marți că vechiul pod va fi reparat înainte ca iarna să vină în vale, a spus primarul.',
  eu: 'Udalak astearte honetan erabaki du zubi zaharra konponduko dutela negua heldu baino lehen, eta ez da berririk egingo.',
  cy: 'Mae’r cyngor wedi penderfynu ddydd Mawrth y bydd yr hen bont yn cael ei thrwsio cyn i’r gaeaf ddod i’r dyffryn, ac nid oedd neb yn erbyn.',
  ga: 'Shocraigh an chomhairle Dé Máirt go ndeiseofaí an seandroichead sula dtiocfaidh an geimhreadh, agus níl aon airgead fágtha ach bhí gach duine sásta leis sin.',
  mt: 'Il-kunsill iddeċieda nhar it-Tlieta li l-pont il-qadim għandu jissewwa qabel tasal ix-xitwa fil-wied, għax ma kien hemm ħadd kontra.',
  is: 'Bæjarráð ákvað á þriðjudag að gamla brúin yrði lagfærð áður en veturinn kemur í dalinn og að það kosti ekki meira.',
  ru: 'Городской совет решил во вторник, что старый мост будет отремонтирован до того, как в долину придёт зима.',
  uk: 'Міська рада у вівторок вирішила, що старий міст буде відремонтовано до того, як у долину прийде зима.',
  bg: 'Общинският съвет реши във вторник, че старият мост ще бъде ремонтиран, преди зимата да дойде в долината.',
  el: 'Το δημοτικό συμβούλιο αποφάσισε την Τρίτη ότι η παλιά γέφυρα θα επισκευαστεί πριν έρθει ο χειμώνας.',
  he: 'מועצת העיר החליטה ביום שלישי כי הגשר הישן ישופץ לפני שיגיע החורף אל העמק, אמר ראש העיר.',
  ar: 'قرر مجلس المدينة يوم الثلاثاء إصلاح الجسر القديم قبل أن يصل الشتاء إلى الوادي، كما قال رئيس البلدية.',
  fa: 'شورای شهر روز سه‌شنبه تصمیم گرفت که پل قدیمی پیش از رسیدن زمستان به دره تعمیر شود و گفت که کار آغاز شده است.',
  ur: 'شہر کی کونسل نے منگل کو فیصلہ کیا کہ پرانے پل کی مرمت سردیوں کے آنے سے پہلے کی جائے گی، میئر نے کہا۔',
  hi: 'नगर परिषद ने मंगलवार को निर्णय लिया कि पुराने पुल की मरम्मत सर्दियों के आने से पहले की जाएगी।',
  'zh-Hans': '市政府星期二决定，旧桥将在冬天到来之前修好，居民表示欢迎。',
  ja: '市議会は火曜日、冬が谷に来る前に古い橋を修理することを決めた。',
  ko: '시의회는 화요일에 겨울이 오기 전에 낡은 다리를 수리하기로 결정했다고 밝혔다.',
  th: 'สภาเมืองมีมติเมื่อวันอังคารว่าจะซ่อมสะพานเก่าก่อนที่ฤดูหนาวจะมาถึงหุบเขา',
  bn: 'শহর পরিষদ মঙ্গলবার সিদ্ধান্ত নিয়েছে যে পুরানো সেতুটি শীত আসার আগে মেরামত করা হবে।',
  ka: 'საქალაქო საბჭომ სამშაბათს გადაწყვიტა, რომ ძველი ხიდი ზამთრის მოსვლამდე შეკეთდება.',
}
const first = (texts: readonly string[], declared?: string) => languagesOf(texts, declared)[0]?.language

describe('languagesOf', () => {
  it.each(Object.entries(PROSE))('knows %s', (language, text) => {
    expect(languagesOf([text, text])).toEqual([{ language, share: 1 }])
  })
  it('weighs two languages by their text', () => {
    const found = languagesOf([PROSE.en!, PROSE.en!, PROSE.ru!])
    expect(found.map((one) => one.language)).toEqual(['en', 'ru'])
    expect(found[0]!.share).toBeCloseTo(2 / 3, 1)
  })
  it('finds a long part in another language of the same script', () => {
    const found = languagesOf([...Array(12).fill(PROSE.en), ...Array(6).fill(PROSE.de)])
    expect(found.map((one) => one.language)).toEqual(['en', 'de'])
  })
  it('takes names and listings in Latin letters for no second language', () => {
    const listing = 'npm install dragon-kit && dragon build --watch src lib test --verbose output'
    expect(languagesOf([PROSE.ja!, PROSE.ja!, listing])).toEqual([{ language: 'ja', share: 1 }])
  })
  it('does not take a Chinese text with a Japanese name for Japanese, nor a line of Han in Japanese for Chinese', () => {
    expect(first([PROSE['zh-Hans']!.repeat(4), '歌手「さくら」来访。'])).toBe('zh-Hans')
    expect(languagesOf([PROSE.ja!.repeat(3), '東京都議会選挙結果'])).toEqual([{ language: 'ja', share: 1 }])
  })
  it('makes no rare language of a short text', () => {
    expect(first(['Larkhaven Post'])).toBe('und')
    expect(first(['Larkhaven Post'], 'en-GB')).toBe('en')
    expect(first(['They are with us'])).toBe('en')
    expect(first(['Нет, мы были'])).toBe('ru')
    expect(first(['Це їхній міст'])).toBe('uk')
  })
  it('believes a declaration in a tie only', () => {
    expect(first([PROSE.en!], 'ru')).toBe('en')
    expect(first([PROSE.de!], 'en')).toBe('de')
    expect(
      first(
        [
          'Gradsko vijeće je u utorak odlučilo da će stari most biti popravljen prije nego što zima stigne u dolinu.',
        ],
        'bs',
      ),
    ).toBe('bs')
  })
  it('has nothing to say of no letters', () => {
    expect(languagesOf([])).toEqual([])
    expect(languagesOf(['12:30', '***'])).toEqual([])
  })
  it('gives shares that sum to 1, largest first, each language once', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.values(PROSE)))
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 6 }),
        fc.option(fc.constantFrom('en', 'zh-Hant', '', '-'), { nil: undefined }),
        (texts, declared) => {
          const found = languagesOf(texts, declared)
          const shares = found.map((one) => one.share)
          if (found.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
          expect(shares).toEqual([...shares].sort((a, b) => b - a))
          expect(new Set(found.map((one) => one.language)).size).toBe(found.length)
        },
      ),
    )
  })
})

/** A sentence or two each, as briefs have them. */
const BRIEFS: readonly (readonly [language: string, text: string])[] = [
  ['ru', 'Паром на Толм отменён.'],
  ['ru', 'Маяк на мысе снова зажгли в пятницу.'],
  ['ru', 'Причал закроют на месяц. Объезд по старой дороге.'],
  ['ru', 'Выставка лодок откроется в порту.'],
  ['ru', 'Пять человек записались в новую школу. Учитель говорит, что труднее всего остановиться.'],
  ['uk', 'Причал закриють на місяць. Об’їзд старою дорогою.'],
  ['uk', 'Маяк знову запалили у п’ятницю.'],
  ['be', 'Маяк зноў запалілі ў пятніцу, і рыбакі вярнуліся дадому.'],
  ['bg', 'Кеят ще бъде затворен за месец. Обходът е по стария път.'],
  ['bg', 'Фарът светна отново в петък вечерта.'],
  ['sr', 'Светионик је поново упаљен у петак увече, каже чувар.'],
  ['mk', 'Светилникот повторно беше запален во петокот вечерта, вели чуварот Ѓорѓи.'],
  ['kk', 'Шамшырақ жұма күні кешке қайта жағылды, деді күзетші.'],
  ['ky', 'Маяк жума күнү кечинде кайра күйгүзүлдү, деди көзөмөлчү.'],
  ['mn', 'Гэрэлт цамхаг баасан гарагийн орой дахин асаав гэж харуул өгүүлэв.'],
  [
    'sr-Latn',
    'Svetionik je ponovo upaljen u petak uveče, posle dve godine. Deca su došla da gledaju, kaže čuvar, a niko nije znao gde stoji.',
  ],
  [
    'hr',
    'Svjetionik je ponovno upaljen u petak navečer, poslije dvije godine. Djeca su došla gledati, kaže čuvar, a nitko nije znao gdje stoji.',
  ],
  [
    'nb',
    'Fyret ble tent igjen fredag kveld. Jeg vet ikke hvor lenge det varer, sier vokteren, men noen måtte gjøre det.',
  ],
  [
    'nn',
    'Fyret vart tent att fredag kveld. Eg veit ikkje kor lenge det varer, seier vaktaren, men nokon måtte gjere det.',
  ],
  [
    'da',
    'Fyret blev tændt igen fredag aften. Jeg ved ikke, hvor længe det varer, siger vogteren, men nogen måtte gøre det efter så mange år.',
  ],
  [
    'sv',
    'Fyren tändes igen på fredagskvällen. Jag vet inte hur länge det varar, säger vaktaren, men någon måste göra det.',
  ],
  ['id', 'Mercusuar itu dinyalakan lagi pada Jumat malam karena nelayan tidak bisa pulang, kata penjaganya.'],
  [
    'ms',
    'Rumah api itu dinyalakan semula pada malam Jumaat kerana nelayan tidak dapat pulang, kata penjaganya.',
  ],
  [
    'cs',
    'Maják byl znovu rozsvícen v pátek večer. Nikdo neví, jak dlouho vydrží, řekl hlídač, který u něj bydlí.',
  ],
  [
    'sk',
    'Maják bol znova rozsvietený v piatok večer. Nikto nevie, ako dlho vydrží, povedal strážnik, ktorý pri ňom býva.',
  ],
  ['ru', 'В субботу утром к причалу пришли тридцать человек, и суда ждали два часа.'],
  ['bg', 'В събота сутринта на кея дойдоха тридесет души и корабите чакаха два часа.'],
  ['uk', 'У суботу вранці до причалу прийшло тридцять людей, і судна чекали дві години.'],
  ['mk', 'Пожар избувна ноќва во магацин крај реката. Нема повредени.'],
  ['hi', 'दीपस्तंभ शुक्रवार शाम को फिर से जलाया गया, पहरेदार ने कहा कि यह अच्छी बात है।'],
  ['mr', 'दीपस्तंभ शुक्रवारी संध्याकाळी पुन्हा पेटवला आहे, असे पहारेकरी म्हणाला आणि तो आनंदी आहे.'],
  ['ne', 'दीपस्तम्भ शुक्रबार साँझ फेरि बालिएको छ, पालेले भने र उनी खुसी छन्।'],
  ['ar', 'أضيئت المنارة مرة أخرى مساء الجمعة.'],
  ['fa', 'فانوس دریایی جمعه شب دوباره روشن شد و نگهبان گفت که خوشحال است.'],
  ['ur', 'مینار جمعہ کی شام دوبارہ روشن کیا گیا، نگران نے کہا کہ وہ خوش ہے۔'],
  ['zh-Hant', '燈塔週五晚上再度點亮，漁民們都來到碼頭，說這個夏天終於開始了。'],
]

describe('of a brief', () => {
  it.each(BRIEFS)('%s: %s', (language, text) => {
    expect(first([text])).toBe(language)
  })
  it('names no script of Chinese, and no norm of Norwegian, that the text does not show', () => {
    expect(first(['山水人大，日月土石。'])).toBe('zh')
    expect(
      first(['Kapteinen sier at båten til Tolm kommer i morgen, og at den går til byen på lørdag.']),
    ).toBe('no')
  })
  it('is told alike alone and beside others of its language', () => {
    const russian = BRIEFS.filter(([language]) => language === 'ru').map(([, text]) => text)
    expect(languagesOf(russian)).toEqual([{ language: 'ru', share: 1 }])
  })
  it('is not turned by one foreign name', () => {
    expect(first([PROSE.bg!.repeat(3), 'Гост беше Мария Рыбина.'])).toBe('bg')
  })
})

describe('hanScriptOf', () => {
  it.each([
    ['我们说这个国家会发展', 'Hans'],
    ['我們說這個國家會發展', 'Hant'],
    ['山水人大', undefined],
  ])('%s', (text, script) => {
    expect(hanScriptOf(text)).toBe(script)
  })
})

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['en', 'ltr'],
    ['und', 'ltr'],
  ])('%s is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})
