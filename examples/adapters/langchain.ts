import { Document, MappingDocumentTransformer } from '@langchain/core/documents'
import { type CleanOptions, clean } from 'dechaff'

/** LangChain.js: turns documents of HTML into documents of clean Markdown with the article's metadata. */
export class DechaffTransformer extends MappingDocumentTransformer {
  constructor(private readonly options: CleanOptions = {}) {
    super()
  }

  async _transformDocument({ pageContent, metadata, id }: Document): Promise<Document> {
    const url = metadata.source ?? metadata.url
    const page = await clean({ html: pageContent, ...(url && { url }) }, this.options)
    const { title, authors, published, language } = page.articles[0] ?? {}
    return new Document({
      ...(id !== undefined && { id }),
      pageContent: page.articles.map((article) => article.markdown).join('\n\n'),
      metadata: { ...metadata, status: page.status, title, authors, published, language },
    })
  }
}
