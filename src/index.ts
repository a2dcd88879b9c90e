/**
 * dechaff: raw page dumps in, clean articles with metadata out, and a reason for everything dropped: `dechaff/core`
 * with files and processes. What is not exported here is private.
 */
export {
  type CleanAllOptions,
  type CleanPool,
  cleanAll,
  createPool,
  type PoolSettings,
} from './batch/clean-all.ts'
// with `clean` of its own, below
export * from './core.ts'
export { type CleanOptions, clean } from './pipeline/clean-with-files.ts'
export { loadPipeline } from './pipeline/load.ts'
export type { Sites, SitesFile } from './pipeline/load-sites.ts'
export { type ArticleFormat, renderArticle } from './render/article-file.ts'
export { type Chunk, chunksOf as chunkArticle } from './render/chunks.ts'
export { type ArticleSource, inLayout, type Layout } from './render/layout.ts'
export { SitesError } from './sites/records.ts'
