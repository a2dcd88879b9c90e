import { clean, renderArticle } from 'dechaff'

export interface FeedItem {
  readonly link: string
  readonly title: string
  /** The page behind the link; fetching it is up to whoever knows how politely. */
  readonly html: string
}

const escaped = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** RSS 2.0 with the full text of every item, as HTML without anything that runs. */
export async function fullTextFeed(title: string, link: string, items: readonly FeedItem[]): Promise<string> {
  const written: string[] = []
  for (const item of items) {
    const [article] = (await clean({ html: item.html, url: item.link })).articles
    const html = article ? await renderArticle(article, 'html-fragment') : ''
    const date = article?.published ? `<pubDate>${new Date(article.published).toUTCString()}</pubDate>` : ''
    written.push(
      `<item><title>${escaped(article?.title ?? item.title)}</title><link>${escaped(item.link)}</link>${date}<description>${escaped(html)}</description></item>`,
    )
  }
  const head = `<title>${escaped(title)}</title><link>${escaped(link)}</link><description/>`
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>${head}${written.join('')}</channel></rss>\n`
}
