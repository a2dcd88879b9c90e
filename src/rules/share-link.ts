import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'

/** Addresses that hand a page on: the endpoints the networks document for it. */
const ENDPOINT =
  /^(?:(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:sharer|share\.php|dialog\/(?:share|feed|send))|(?:twitter|x)\.com\/(?:intent\/|share|home\?status)|linkedin\.com\/(?:sharearticle|sharing|cws\/share)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|tumblr\.com\/(?:share|widgets\/share)|whatsapp\.com\/send|wa\.me\/?\?text|t(?:elegram)?\.me\/share|vk\.com\/share|vkontakte\.ru\/share|ok\.ru\/(?:dk|offer)|weibo\.com\/share|sns\.qzone\.qq\.com|connect\.qq\.com\/widget|line\.me\/(?:r\/)?(?:msg|lineit|share)|line\.naver\.jp\/r\/msg|b\.hatena\.ne\.jp\/(?:add|append|entry\/panel)|getpocket\.com\/(?:save|edit)|ycombinator\.com\/submitlink|bsky\.app\/intent|threads\.net\/intent|kakao\.com\/share|share\.naver\.com|addtoany\.com|addthis\.com|buffer(?:app)?\.com\/add|flipboard\.com\/bookmarklet|xing\.com\/(?:spi|social_plugins)|digg\.com\/submit|evernote\.com\/clip|mix\.com\/add|instapaper\.com\/(?:hello|edit))|mailto:\?|(?:whatsapp|viber|tg|fb-messenger|weixin):\/\/|sms:[?&])/i

export default rule({
  id: 'share-link',
  role: 'share',
  doc: 'A link that hands the page on, by its address: the networks’ own endpoints for sharing.',
  weight: 3.6,
  evidence: 'proof',
  door: 'html',
  examples: [
    {
      name: 'buttons, whatever they read',
      html: `<article><p>The two countries share a border of three thousand kilometres, and one lighthouse.</p></article>
        <div><a href="https://www.facebook.com/sharer/sharer.php?u=x">✗ Facebook</a></div><div><a href="mailto:?subject=A border">✗ To a friend</a></div>
        <div><a href="https://www.facebook.com/borderpost">The border post</a></div>`,
    },
  ],
  seeBlock: (block, fact) =>
    fact.mass <= LABEL && isLinked(block) === true && addressesOf(block).every((href) => ENDPOINT.test(href))
      ? 'leads to where pages are shared'
      : undefined,
})

/** Longer is no label, in Latin-equivalent characters. */
const LABEL = 120

/** The addresses a block leads to; one that leads nowhere it tells counts as any other. */
function addressesOf({ runs = [] }: Block): readonly string[] {
  const hrefs = runs.flatMap(({ href }) => (href === undefined ? [] : [href]))
  return hrefs.length > 0 ? hrefs : ['']
}
