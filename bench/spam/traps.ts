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

/** Cleans each passage inside an article of its own language's length and tells which lost words as spam. */
export async function checkTraps(
  texts: readonly string[],
  pipelineName: string | undefined,
): Promise<string> {
  const pipeline = await pipelineOf(pipelineName)
  const bad: string[] = []
  for (const text of texts) {
    for (const page of [text, `${OPENING}\n\n${text}\n\n${CLOSING}`]) {
      const outcome = await cleanDump({ text: page }, pipeline)
      const words = outcome.dropped.byRole.spam ?? 0
      if (words > 0 || outcome.reason?.code === 'spam')
        bad.push(`${foldedWords(text).slice(0, 12).join(' ')} ...`)
    }
  }
  return `traps: ${texts.length * 2 - bad.length} of ${texts.length * 2} untouched${bad.map((text) => `\n  TOUCHED ${text}`).join('')}`
}

const OPENING =
  'The council of Ternmoor met on Thursday to hear what had become of the harbour fund. It took four hours, because nobody had brought the books, and the only clerk who knew where they were kept had gone fishing.'
const CLOSING =
  'A vote was put off until the spring. By then, the mayor said, the books would be found, or the fund would be spent, and in either case there would be less to argue about.'
