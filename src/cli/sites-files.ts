import { mergeSites } from '../batch/count-sites.ts'
import { EXIT, guarded, say, usageError } from '../batch/exit.ts'
import { readSites } from '../pipeline/load-sites.ts'
import { SitesError } from '../sites/records.ts'
import { siteOf } from '../sites/site.ts'
import { plain } from './plain.ts'

/** Prints what a file of counts has of a site. @returns the exit code: 1 where it has nothing. */
export async function showSite(asked: string, path: string): Promise<number> {
  const isAddress = asked.includes('://')
  const name = asked.toLowerCase()
  const host = siteOf(isAddress ? asked : `https://${asked}`)?.host
  const named = isAddress || !asked.includes('/') ? host : name
  const wanted = (site: string): boolean => site === named
  const parts = new Set<string>()
  let found = false
  for await (const record of readSites(path)) {
    if (host !== undefined && record.site.startsWith(`${host}/`)) parts.add(record.site)
    if (!wanted(record.site)) continue
    found = true
    process.stdout.write(
      'line' in record
        ? `${String(record.on).padStart(8)} of ${record.of}  ${plain(record.line)}\n`
        : `${record.site} (${record.door}): ${record.pages} pages\n`,
    )
  }
  const others = [...parts].filter((site) => !wanted(site))
  if (others.length > 0) process.stderr.write(`also counted: ${others.slice(0, 20).join(', ')}\n`)
  if (!found) process.stderr.write(`dechaff: ${path} has nothing of ${plain(asked)}\n`)
  return found ? 0 : 1
}

export interface MergeFlags {
  readonly out: string
  readonly part?: true
  readonly quiet?: true
}

/** `dechaff sites merge`: counts of parts into one file. @returns the exit code. */
export function mergeCounts(files: readonly string[], { out, part, quiet }: MergeFlags): Promise<number> {
  return guarded(async () => {
    const { sites, lines } = await mergeSites(files, out, part === true).catch((error: unknown) => {
      throw error instanceof SitesError ? usageError(error.message) : error
    })
    if (!quiet) say(`${sites} sites and parts of sites, ${lines} lines in ${out}\n`)
    return EXIT.done
  })
}
