import type { SitesFile } from '../pipeline/load-sites.ts'
import type { Job } from './inputs.ts'
import type { PipelineInUse } from './pipeline-in-use.ts'
import { SHARD_PAGES } from './run.ts'
import type { Settings } from './run-folder.ts'
import { version } from './version.ts'

/** Everything that decides the output besides the inputs. */
export function settingsOf(request: Job, inUse: PipelineInUse, sites: SitesFile | undefined): Settings {
  const { version, ...inputs } = inputSettings(request)
  return {
    version,
    pipeline: inUse.pipeline.name,
    pipelineDigest: inUse.digest,
    rulesDigest: inUse.rules?.digest ?? null,
    sitesDigest: sites?.digest ?? null,
    explain: request.explain ?? false,
    articles: request.articles ?? null,
    layout: request.layout ?? null,
    chunks: request.chunks ?? null,
    pass: request.pass?.join(',') ?? null,
    parquet: request.parquet ?? false,
    gzip: request.gzip ?? false,
    zstd: request.zstd ?? false,
    ...inputs,
  }
}

/** What of it decides how the inputs are found and read. */
export function inputSettings(request: Job) {
  return {
    version: version(),
    as: request.as ?? null,
    input: request.input ?? null,
    preset: request.preset,
    idField: request.idField ?? null,
    urlField: request.urlField ?? null,
    htmlField: request.htmlField ?? null,
    textField: request.textField ?? null,
    deadline: request.deadline,
    memory: request.memory,
    shardSize: request.shardSize ?? SHARD_PAGES,
    limit: request.limit ?? null,
    sample: request.sample ?? null,
    list: request.entries?.digest ?? null,
    splits: request.entries?.splits ?? null,
  }
}
