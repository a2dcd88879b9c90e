import type { Limits } from '../core/pipeline.ts'

/** Depth is what browsers stop at; the others are far above any page meant to be read. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 32 * 1024 * 1024,
  depth: 512,
  nodes: 500_000,
  attributes: 256,
  attributeLength: 65_536,
  readability: 12_000,
  lineLength: 100_000,
}
