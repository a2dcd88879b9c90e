import { writeFile } from 'node:fs/promises'
import type { Outcome } from '../../src/core/article.ts'
import { reportParts } from '../../src/review/report.ts'

/** Writes a report and gives back its address and size. */
export async function writeReport(
  file: string,
  pages: Iterable<Outcome>,
): Promise<{ url: string; bytes: number }> {
  const parts: string[] = []
  for await (const part of reportParts(pages)) parts.push(part)
  const html = parts.join('')
  await writeFile(file, html)
  return { url: `file://${file}`, bytes: Buffer.byteLength(html) }
}
