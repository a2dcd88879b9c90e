import { rule } from '../core/rule.ts'

/** Asks whether the page was of use, in the words sites print over two buttons. Own collection. */
const ASKS =
  /^(?:(?:was|is|were|did you find|have you found) (?:this|these|the) .{0,30}\b(?:helpful|useful|informative|what you (?:were looking for|needed))|did this (?:page|article|answer|help|solve)\b.{0,30}|did you find what you (?:were looking for|needed)|(?:war|waren|ist|fanden sie) (?:diese|dieser|dieses|die|der)\b.{0,30}\b(?:hilfreich|nützlich)|cet(?:te)? .{0,24}\b(?:utile|aidée?)|(?:te|le|les) ha (?:sido|resultado) útil|¿?(?:te|le|les)? ?(?:ha sido|resultó|fue) útil .{0,24}|(?:esta|este) .{0,24}foi útil|(?:questa|questo|queste) .{0,24}\b(?:utile|utili|aiutat[oa])|(?:was|vond je|vindt u) (?:deze|dit)\b.{0,24}\b(?:nuttig|behulpzaam)|czy (?:ten|ta|to)\b.{0,24}\b(?:pomocn|przydatn)[^\s?]+|(?:была|был|было) ли .{0,30}полезн[^\s?]+|чи був .{0,24}корисн[^\s?]+|bu .{0,24}(?:yararlı|faydalı) (?:oldu|mu)\b.{0,8}|apakah .{0,24}(?:membantu|bermanfaat)|.{0,12}có hữu ích.{0,12}|.{0,12}(?:対)?役に立ちましたか|.{0,12}参考になりましたか|.{0,12}(?:是否)?(?:对您|對您)?(?:有帮助|有幫助|有用)吗?嗎?|.{0,12}도움이 되(?:었|셨)나요)\s*[?？؟]/i

export default rule({
  id: 'feedback-question',
  role: 'widget',
  doc: 'Asks the reader whether the page was of use.',
  weight: 3.2,
  evidence: 'proof',
  options: { maxMass: { default: 90, min: 20, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'questions',
      page: `
        The tide tables are printed in March, on paper that does not mind the sea.
        ✗ Was this page helpful?
        ✗ Did you find what you were looking for? Yes No
        ✗ War dieser Artikel hilfreich?
        ✗ この記事は役に立ちましたか？
        ✗ Была ли эта статья полезной?`,
    },
    {
      name: 'a question in the story stays',
      page: `
        Was this the end of the ferry? Nobody on the pier could say, and the captain had gone home.
        Is this useful work?`,
    },
  ],
  seeBlock: ({ text }, fact, { maxMass }) =>
    fact.mass <= maxMass && /[?？؟]/.test(text) && ASKS.test(text)
      ? `asks "${text.slice(0, 60)}"`
      : undefined,
})
