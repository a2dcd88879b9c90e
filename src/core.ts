/**
 * dechaff/core: everything from bytes or a document to the record, without Node. It reads no file and starts no
 * process, so it runs wherever JavaScript does: in a bundle, a worker, a browser, on the edge.
 */
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
export { type CoreCleanOptions, clean } from './pipeline/clean.ts'
export { pipelineNamed, pipelineNames } from './pipeline/complete.ts'
export { PipelineError } from './pipeline/pipeline-error.ts'
export { RULES as rules } from './rules/all.ts'
export type { SiteRecord } from './sites/records.ts'
