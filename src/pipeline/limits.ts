import type { Limits } from '../core/pipeline.ts'

/** Depth is what browsers stop at; the others are above what pages meant to be read come to, and end any page in a second or two. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 32 * 1024 * 1024,
  depth: 512,
  nodes: 150_000,
  attributes: 256,
  attributeLength: 65_536,
  readability: 1_500_000,
  styles: 3_000_000,
  lineLength: 100_000,
  blocks: 30_000,
}
