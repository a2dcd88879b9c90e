/**
 * dechaff/core: everything from bytes or a document to the record, without Node. It reads no file and starts no
 * process, so it runs wherever JavaScript does: in a bundle, a worker, a browser, on the edge.
 */
export type {
  Article,
  Content,
  Evidence,
  ExplainedBlock,
  Origin,
  Outcome,
  PageType,
  Post,
  Reason,
} from './core/article.ts'
export type {
  Block,
  BlockKind,
  DomEvidence,
  HiddenBy,
  Place,
  Run,
  TextEvidence,
  Zone,
} from './core/block.ts'
export type { Claim, ClaimField, ClaimOrigin } from './core/claim.ts'
export type { Dump } from './core/dump.ts'
export type { Facts, PageFacts, Script, Story } from './core/facts.ts'
export type { BylineReading, DateKind, DateMention, LineReading } from './core/line-reading.ts'
export type { Door, LimitHit, Note, Page, Picture } from './core/page.ts'
export type { DataMatch, DataRule, Limits, Pipeline, RuleSetting } from './core/pipeline.ts'
export { ROLES, type Role } from './core/role.ts'
export {
  type Example,
  type OptionSpec,
  type OptionSpecs,
  type OptionValues,
  type OtherPages,
  type Rule,
  type RuleDescription,
  type RuleSpec,
  rule as defineRule,
  type Said,
  type View,
} from './core/rule.ts'
export type { Evidence as RuleEvidence, Sighting, Verdict, Vote } from './core/vote.ts'
export type {
  Callout,
  CalloutWhole,
  CellWhole,
  ItemWhole,
  ListWhole,
  NoteWhole,
  PlainWhole,
  PostWhole,
  RowWhole,
  Whole,
  WholeKind,
} from './core/whole.ts'
export { type CoreCleanOptions, clean } from './pipeline/clean.ts'
export { pipelineNamed, pipelineNames } from './pipeline/complete.ts'
export { PipelineError } from './pipeline/pipeline-error.ts'
export { RULES as rules } from './rules/all.ts'
export type { SiteCounts, SiteTable } from './sites/others.ts'
export type { SiteLine, SitePages, SiteRecord } from './sites/records.ts'
