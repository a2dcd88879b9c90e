import type { DataRule, Pipeline } from '../core/pipeline.ts'
import { pipelineNames } from '../pipeline/complete.ts'
import { loadPipeline } from '../pipeline/load.ts'

/** @throws {PipelineError} when the pipeline named does not hold. */
export async function pipelinesText(name: string | undefined, schema: boolean): Promise<string> {
  if (schema) return (await import('../pipeline/schema.ts')).pipelineJsonSchema()
  if (name === undefined) return listed(await Promise.all(pipelineNames().map(loadPipeline)))
  const [own, standard] = await Promise.all([loadPipeline(name), loadPipeline('article')])
  const lines = differences(own, standard)
  return `${own.name} holds\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function listed(pipelines: readonly Pipeline[]): string {
  return pipelines.map(({ name, about }) => `${name.padEnd(16)} ${about}\n`).join('')
}

function differences(own: Pipeline, standard: Pipeline): string[] {
  const keys = [
    'keep',
    'dom',
    'hidden',
    'split',
    'languages',
    'bias',
    'limits',
    'markdown',
    'content',
  ] as const
  const plain = keys.flatMap((key) => changed(key, own[key], standard[key]))
  const rules = [...new Set([...Object.keys(own.rules), ...Object.keys(standard.rules)])].sort()
  const gates = [...new Set([...Object.keys(own.gates), ...Object.keys(standard.gates)])].sort()
  return [
    ...plain,
    ...own.own.map(ownRule),
    ...rules
      .filter((id) => !own.own.some((rule) => rule.id === id))
      .flatMap((id) => changed(`rules.${id}`, own.rules[id] ?? 'off', standard.rules[id] ?? 'off')),
    ...gates.flatMap((id) => changed(`gates.${id}`, own.gates[id] ?? 'off', standard.gates[id] ?? 'off')),
  ]
}

/** A rule the file brings along. */
function ownRule({ id, decides, sites, match }: DataRule): string {
  const sees = Object.entries(match).map(([key, list]) => `${key} ${list.join(', ')}`)
  return `rules.${id}: its own, ${decides ? `always to ${decides}` : 'votes'} by ${sees.join('; ')}${sites.length > 0 ? `, on ${sites.join(', ')}` : ''}`
}

function changed(key: string, own: unknown, standard: unknown): string[] {
  const [now, before] = [JSON.stringify(own), JSON.stringify(standard)]
  return now === before ? [] : [`${key}: ${now} (article: ${before})`]
}
