import type { ReportIndex } from '../index-of.ts'
import { type PackedPage, unpackPage } from '../packed.ts'
import { reviewApp } from './app.ts'
import { readData, readPacked } from './data.ts'
import { samplesOfReport } from './want.ts'

const index = readData<ReportIndex>('index')

reviewApp({
  index: () => index,
  read: async (number) => unpackPage(await readPacked<PackedPage>(`page-${number}`)),
  sample: samplesOfReport(index.live),
})
