import { expect, test } from 'vitest'
import { measure } from '../../src/facts/measure.ts'
import { features } from '../../src/judge/features.ts'
import { cutoff } from '../../src/judge/judge.ts'
import { loadPipeline } from '../../src/pipeline/load.ts'
import { readHtml } from '../../src/read/html.ts'

async function rowsOf(html: string, names: readonly string[]) {
  const { limits } = await loadPipeline('article')
  const page = readHtml(html, undefined, limits)
  const view = { page, blocks: page.blocks, ...measure(page) }
  const values = features(
    view,
    page.blocks.map(() => []),
    names,
  )
  return page.blocks.map(({ text }, at) => ({
    text,
    ...Object.fromEntries(names.map((name, i) => [name, values[at * names.length + i]])),
  }))
}

const card = (name: string, price: string) =>
  `<li id="item-${price}"><h3>${name}</h3><p>Woven by hand on the island.</p><span>$${price}</span></li>`
const SHOP = `<body><nav><a href="/">Home</a></nav><main><h1>Baskets</h1>
  <p>All our baskets come from one workshop, and no two of them are alike.</p>
  <ul>${card('Creel', '40')}${card('Trug', '35')}${card('Pannier', '60')}${card('Hamper', '80')}</ul></main>
  <footer class="foot"><p>Closed on Sundays.</p></footer></body>`

test('cards a template repeats are one series, whatever their ids', async () => {
  const rows = await rowsOf(SHOP, ['seriesCount', 'cardBlocks', 'mainSeriesCount', 'mainSeriesPrices'])
  const names = rows.filter(({ text }) => ['Creel', 'Trug', 'Pannier', 'Hamper'].includes(text))
  expect(names).toHaveLength(4)
  for (const row of names)
    expect(row).toMatchObject({ seriesCount: 4, cardBlocks: 3, mainSeriesCount: 4, mainSeriesPrices: 1 })
  expect(rows.find(({ text }) => text.startsWith('All our'))).toMatchObject({
    seriesCount: Number.NaN,
    mainSeriesCount: 4,
  })
})

test('a block knows how far below the title it stands, and what the elements above it are named for', async () => {
  const rows = await rowsOf(SHOP, ['blocksFromTitle', 'titleSteps', 'under:footer', 'named:footer'])
  expect(rows.find(({ text }) => text.startsWith('All our'))).toMatchObject({
    blocksFromTitle: 1,
    titleSteps: 1,
    'under:footer': 0,
  })
  expect(rows.find(({ text }) => text === 'Home')).toMatchObject({ blocksFromTitle: -1, titleSteps: 2 })
  expect(rows.find(({ text }) => text.startsWith('Closed'))).toMatchObject({
    'under:footer': 1,
    'named:footer': 1,
  })
})

test('what a script would have filled is not mended with its menus', () => {
  expect(cutoff([-0.4, -0.6, -3], [40, 40, 200])).toBe(0)
  expect(cutoff([-0.4, -0.6, -3], [400, 400, 200])).toBeLessThan(-0.6)
})
