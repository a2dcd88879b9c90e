import { type BaseReader, Document } from '@llamaindex/core/schema'
import { type CleanOptions, clean } from 'dechaff'

/** LlamaIndex.TS: reads pages, bytes with their addresses, as documents of clean Markdown, one an article. */
export class DechaffReader implements BaseReader<Document> {
  constructor(private readonly options: CleanOptions = {}) {}

  async loadData(pages: readonly { bytes: Uint8Array; url: string }[]): Promise<Document[]> {
    const documents: Document[] = []
    for (const { bytes, url } of pages) {
      const { articles } = await clean({ bytes, url }, this.options)
      for (const [i, { title, authors, published, language, markdown }] of articles.entries())
        documents.push(
          new Document({
            id_: i === 0 ? url : `${url}#${i + 1}`,
            text: markdown,
            metadata: { url, title, authors, published, language },
          }),
        )
    }
    return documents
  }
}
