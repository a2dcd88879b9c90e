/** A pipeline that does not exist or does not hold; the message names file, line and column. */
export class PipelineError extends Error {
  /** Tells it from other errors. */
  override readonly name = 'PipelineError'
}
