import { cleanDump, pipelineOf } from '../subject.ts'
import { foldedWords } from '../tokens.ts'

/** Innocent passages that look like spam. Own texts on invented places; nothing of them may be removed as spam. */
export const TRAPS: readonly string[] = [
  'The town of Varrow has banned betting shops near schools. Owners of two casinos said the rule would cost them a third of their takings, and one of them, who also runs slot machines on the pier, wants to sue.',
  'Doctors at the Halden clinic warn against buying viagra, cialis or tramadol on the internet. Of forty packets they ordered without a prescription, eleven held nothing but chalk.',
  'Customs officers in the port of Merrin burned nine thousand replica watches and fake handbags on Monday. The goods had been declared as kitchen tiles, and came with free shipping.',
  'Students who buy an essay from a writing service risk their degree, the dean said. A custom essay costs about ninety crowns online, and is guaranteed to be new, which it rarely is.',
  '文旅局通报，假冒“百家乐”“老虎机”游戏厅共查处十二家，没收赌资三十万元。负责人表示，今后凡举报线上赌场者，一律给予奖励。',
  '记者调查发现，所谓“代开发票”“办证刻章”的小广告多贴在车站附近，留下的微信号三天一换。警方提醒市民不要轻信。',
  '警察は偽ブランドの財布やスーパーコピーの時計を販売していた男を逮捕した。男は「激安通販」をうたうサイトを三つ運営していたという。',
  'В городе закрыли подпольное казино, где стояли сорок игровых автоматов. Владелец утверждал, что это клуб любителей шахмат, но фигур на столах не нашли.',
  'Die Verbraucherzentrale rät von Angeboten wie „Kredit ohne Schufa“ ab. Wer dringend Geld brauche, solle zuerst mit seiner Bank sprechen, sagte die Beraterin in Lunow.',
  'La policía detuvo a tres vecinos que vendían viagra sin receta en la plaza de Olmar. Los envíos eran discretos, según el informe, pero el olor de la tienda no.',
  'Apples: Boskoop, Cox, Gala, Jonagold, Elstar, Topaz, Rubinette, Braeburn, Idared, Golden Delicious',
  'To make the soup, peel the beets, chop the onions, boil both for an hour, and add vinegar. Order the beets from a farm, not from a shop, and never buy them cheap.',
]

/** An article's first and last paragraph by language, to set a passage between. */
const FRAMES: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    'The council of Ternmoor met on Thursday to hear what had become of the harbour fund. It took four hours, because nobody had brought the books, and the only clerk who knew where they were kept had gone fishing.',
    'A vote was put off until the spring. By then, the mayor said, the books would be found, or the fund would be spent, and in either case there would be less to argue about.',
  ],
  zh: [
    '特恩镇的镇议会周四开会，讨论港口基金的去向。会议开了四个小时，因为没有人带来账本，而唯一知道账本放在哪里的办事员去钓鱼了。',
    '表决推迟到明年春天。镇长说，到那时账本总会找到，或者钱已经花完，无论如何可争的事情都会少一些。',
  ],
  ja: [
    'テルン町の議会は木曜日に開かれ、港の基金がどうなったのかを話し合った。帳簿を持ってきた人がいなかったため、会議は四時間に及んだ。',
    '採決は来年の春まで延期された。町長は、その頃には帳簿が見つかっているか、お金がなくなっているかのどちらかだと話した。',
  ],
  ko: [
    '테른 마을 의회는 목요일에 회의를 열어 항구 기금이 어떻게 되었는지 논의했다. 장부를 가져온 사람이 없어서 회의는 네 시간이나 걸렸다.',
    '표결은 내년 봄으로 미루어졌다. 이장은 그때쯤이면 장부를 찾았거나 돈을 다 썼을 것이라고 말했다.',
  ],
  id: [
    'Dewan kota Tern bertemu pada hari Kamis untuk membahas nasib dana pelabuhan. Rapat itu berlangsung empat jam karena tidak ada yang membawa buku kas, dan satu-satunya pegawai yang tahu tempatnya sedang memancing.',
    'Pemungutan suara ditunda sampai musim semi. Pada saat itu, kata wali kota, bukunya sudah ditemukan atau uangnya sudah habis, dan yang diperdebatkan akan lebih sedikit.',
  ],
  ru: [
    'Совет города Терн собрался в четверг, чтобы узнать, что стало с портовым фондом. Заседание длилось четыре часа, потому что никто не принёс книги, а писарь, который знал, где они лежат, ушёл на рыбалку.',
    'Голосование отложили до весны. К тому времени, сказал мэр, книги найдутся или деньги кончатся, и спорить будет не о чем.',
  ],
  de: [
    'Der Rat von Ternmoor kam am Donnerstag zusammen, um zu hören, was aus dem Hafenfonds geworden ist. Die Sitzung dauerte vier Stunden, weil niemand die Bücher mitgebracht hatte und der einzige Schreiber, der wusste, wo sie liegen, beim Angeln war.',
    'Die Abstimmung wurde auf das Frühjahr verschoben. Bis dahin, sagte der Bürgermeister, seien die Bücher gefunden oder das Geld ausgegeben.',
  ],
  es: [
    'El concejo de Ternal se reunió el jueves para saber qué había sido del fondo del puerto. La sesión duró cuatro horas, porque nadie había traído los libros y el único escribano que sabía dónde estaban se había ido a pescar.',
    'La votación se aplazó hasta la primavera. Para entonces, dijo el alcalde, se habrán encontrado los libros o se habrá gastado el dinero.',
  ],
}

/** Cleans each passage alone and inside an article of its language, and tells which lost words as spam. */
export async function checkTraps(
  texts: readonly string[],
  pipelineName: string | undefined,
): Promise<string> {
  const pipeline = await pipelineOf(pipelineName)
  const bad: string[] = []
  for (const text of texts) {
    const [opening, closing] = FRAMES[languageOf(text)]!
    for (const page of [text, `${opening}\n\n${text}\n\n${closing}`]) {
      const outcome = await cleanDump({ text: page }, pipeline)
      const blocks = outcome.dropped.byRole.spam ?? 0
      if (blocks > 0 || outcome.reason?.code === 'spam')
        bad.push(`${page === text ? 'alone' : 'inside'}: ${foldedWords(text).slice(0, 12).join(' ')} ...`)
    }
  }
  return `traps: ${texts.length * 2 - bad.length} of ${texts.length * 2} untouched${bad.map((text) => `\n  TOUCHED ${text}`).join('')}`
}

function languageOf(text: string): string {
  if (/\p{Script=Hiragana}/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru'
  if (/^[^A-Za-z]*\p{Script=Han}/u.test(text)) return 'zh'
  if (/ (?:yang|dan|di) /.test(text)) return 'id'
  if (/ (?:der|die|und) /.test(text)) return 'de'
  return / (?:los|las|que) /.test(text) ? 'es' : 'en'
}
