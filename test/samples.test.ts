import { sampleSuite } from '../src/vitest.ts'

sampleSuite('samples')
