import { createRequire } from 'node:module'

/** The package's version: results of another version are never mixed with these. */
export const version: string = (createRequire(import.meta.url)('../../package.json') as { version: string })
  .version
