/** The one file of the benches that knows how dechaff is called. */
import type { Dump } from '../src/core/dump.ts'
import type { Pipeline } from '../src/core/pipeline.ts'
import { clean, loadPipeline, type Outcome } from '../src/index.ts'
import { FEATURES, features } from '../src/judge/features.ts'
import { examine } from '../src/pipeline/clean.ts'
import type { BenchPage } from './pages.ts'

export { FEATURES }
