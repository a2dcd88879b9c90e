/**
 * dechaff: raw page dumps in, clean articles with metadata out, and a reason for everything dropped.
 * What is not exported here is private.
 */
export { type CleanAllOptions, cleanAll } from './batch/clean-all.ts'
export type { Article, Content, Evidence, ExplainedBlock, Outcome, PageType, Reason } from './core/article.ts'
export type { Block, BlockKind, DomEvidence, Place, Run, TextEvidence } from './core/block.ts'
export type { Dump } from './core/dump.ts'
export type { Facts, PageFacts, Script } from './core/facts.ts'
export type { Door, LimitHit, Note, Page, Picture } from './core/page.ts'
export type { Limits, Pipeline, RuleSetting } from './core/pipeline.ts'
export { ROLES, type Role } from './core/role.ts'
export {
  type Example,
  type OptionSpec,
  type Rule,
  type RuleSpec,
  rule as defineRule,
  type View,
} from './core/rule.ts'
export type { Sighting, Verdict, Vote } from './core/vote.ts'
export type { Whole, WholeKind } from './core/whole.ts'
export { type CleanOptions, clean } from './pipeline/clean.ts'
export { loadPipeline, pipelineNames } from './pipeline/load.ts'
export type { Sites, SitesFile } from './pipeline/load-sites.ts'
export { PipelineError } from './pipeline/pipeline-error.ts'
export { RULES as rules } from './rules/all.ts'
export { type SiteRecord, SitesError } from './sites/records.ts'
