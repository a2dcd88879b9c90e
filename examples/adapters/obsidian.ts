import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clean, type Dump, renderArticle } from 'dechaff'

/** A name every system and every link of Obsidian takes. */
const nameOf = (title: string) =>
  title
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)

/** Obsidian: writes the articles of a page as notes into a folder of a vault, under front matter. @returns their paths. */
export async function clip(dump: Dump, folder: string): Promise<string[]> {
  const page = await clean(dump)
  if (page.reason) throw new Error(page.reason.message)
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const article of page.articles) {
    const path = join(folder, `${nameOf(article.title ?? '') || page.id.slice(-40).replace(/\W+/g, ' ')}.md`)
    await writeFile(path, await renderArticle(article, 'md', page.input), { flag: 'wx' })
    paths.push(path)
  }
  return paths
}
