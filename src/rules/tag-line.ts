import { rule } from '../core/rule.ts'
import { isNamed } from './shapes/names.ts'

const LABEL =
  /^(?:tag(?:s|ged)?|topics?|keywords?|filed under|filed in|posted in|categor(?:y|ies)|labels?|more on|in this story|标签|标签|關鍵字|关键词|关键字|標籤|分类|分類|责任标签|タグ|キーワード|カテゴリー?|태그|키워드|schlagworte|schlagwörter|stichworte|themen|mots[- ]clés|étiquettes|etiquetas|temas|archivado en|palabras clave|assuntos|palavras-chave|tópicos|argomenti|теги|тэги|метки|темы|ключевые слова|الوسوم|وسوم|الكلمات المفتاحية|كلمات دلالية|برچسب(?:‌ها| ها)?|etiketler|etiket|kata kunci|topik|từ khóa|chủ đề|trefwoorden|onderwerpen|tagi|tematy|słowa kluczowe|ämnen|taggar|emner|asiasanat|štítky|címkék|etichete|ετικέτες|टैग|แท็ก|תגיות)\s*[:：|]/i
const HASHTAGS = /^#\p{L}[^\s#]{2,30}(?:[\s,;、]*#\p{L}[^\s#]{1,30})*$/u
const NAMES =
  /(?:^|[\s_-])(?:tags?|tag-?list|tags-?links|post-?tags|article-?tags|topics|keywords)(?:[\s_-]|$)/

export default rule({
  id: 'tag-line',
  role: 'tags',
  doc: 'The tags or topics of the page.',
  weight: 3.4,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'labels and hash marks',
      page: `
        ✗ Tags: canal, strike, lock
        ✗ 标签：运河 罢工
        ✗ Schlagworte: Kanal, Streik
        ✗ #canal #strike
        Tags on the sacks showed where the salt had come from, and most of them lied.`,
    },
    {
      name: 'an element named after them',
      html: `<article><p>The lock keepers voted for a strike on Friday, for the first time since the canal was dug.</p></article>
        <div class="post-tags"><a href="/t/canal">✗ canal</a></div>`,
    },
  ],
  seeBlock(block, fact) {
    if (fact.mass > 400 || fact.endsSentence || block.kind === 'code') return undefined
    if (LABEL.test(block.text)) return 'lists tags'
    if (block.text.startsWith('#') && HASHTAGS.test(block.text.slice(0, 200))) return 'is hash tags'
    return (block.dom?.linkShare ?? 0) > 0.5 && isNamed(block, NAMES)
      ? `stands in an element named "${block.dom!.names}"`
      : undefined
  },
})
