import { describe, expect, it } from 'vitest'
import { clean } from '../../src/index.ts'

const STORY = `The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.
Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.
Traders on the east bank had waited for the day, as most of their customers live on the other side of the water.
The ferry will go on running until autumn, and the old piers are to be taken down when the water is low.`

async function titleOf(header: string, url?: string): Promise<string | undefined> {
  const { articles } = await clean({
    text: `Home\nSport\nCulture\n\n${header}\n\n${STORY}\n`,
    ...(url && { url }),
  })
  return articles[0]?.title
}

describe('the headline of a printed title', () => {
  it('loses a site name where its front stands alone elsewhere', async () => {
    const title = 'Bridge over the Tolm reopens after two years'
    expect(await titleOf(`${title} | Tolm News Loaded\nBy Ann Lee | 14 June 2025\n\n${title}`)).toBe(title)
  })

  it('keeps what stands behind a dash where the front stands nowhere else', async () => {
    const title = 'Bridge over the Tolm reopens - and the ferry goes on'
    expect(await titleOf(`${title}\nBy Ann Lee | 14 June 2025`)).toBe(title)
  })

  it('loses a kicker of which the address says nothing', async () => {
    const url = 'https://paper.example/tolm-bridge-reopens-after-long-repairs-12345.html'
    const header = 'Valley traffic: Tolm bridge reopens after long repairs\nBy Ann Lee | 14 June 2025'
    expect(await titleOf(header, url)).toBe('Tolm bridge reopens after long repairs')
  })

  it('keeps a kicker the address spells, and one where the address tells nothing', async () => {
    const header = 'Valley traffic: Tolm bridge reopens after long repairs\nBy Ann Lee | 14 June 2025'
    const title = 'Valley traffic: Tolm bridge reopens after long repairs'
    const spelled = 'https://paper.example/valley-traffic-tolm-bridge-reopens-after-long-repairs'
    expect(await titleOf(header, spelled)).toBe(title)
    expect(await titleOf(header, 'https://paper.example/a/81273')).toBe(title)
  })

  it('leaves the by-word to the name below it', async () => {
    const header =
      'The bridge over the Tolm reopens after two years\nby\nAnn Lee\n·\n14 June 2025\n·\n3 min read'
    const text = STORY.replaceAll('Tolm', '\nTolm\n').replaceAll('mayor', '\nmayor\n, of course,')
    const { articles } = await clean({ text: `${header}\n\n${text}` })
    expect(articles[0]).toMatchObject({
      title: 'The bridge over the Tolm reopens after two years',
      authors: ['Ann Lee'],
    })
  })

  it('is a short line above the day rather than the first sentence', async () => {
    const { articles } = await clean({
      text: 'خانه\nاخبار\nپل تولم باز شد\n۲۴ خرداد ۱۴۰۴ - ۱۹:۰۵\nپل رودخانه تولم روز شنبه پس از دو سال دوباره باز شد و شهردار در مراسم گفت که نیمی از هزینه را شهر پرداخته است.\nمهندسان چهار طاق از هفت طاق را عوض کردند و مسافران باید تا پاییز با قایق هم بتوانند از رودخانه بگذرند.\n',
    })
    expect(articles[0]).toMatchObject({ title: 'پل تولم باز شد', titleInferred: true })
  })

  it.each([
    [
      'Docs\nInstall\nConfigure\nOn this page\nVersion: 4.x\nConfigure\nSet the depth of the burrow in one file.\nYou need a shovel and an hour.\nRun the line below in an empty field, and answer the questions it asks.\nYou can change everything later, except the hole.',
      'Configure',
    ],
    [
      'Verse of the Islands\nHome\nPoets\nHigh Wind\nby Ann Lee\n\nThe roofs lie on their backs\nlike beetles that were told\nthe wind would come.\n\nIt went. It always does,\nbut late, and with a coat\nof somebody else.',
      'High Wind',
    ],
    [
      'Main page\nMap\nTolm night ferry\nArticle\nTalk\nFrom the Harbour Almanac\n\nThe Tolm night ferry is a ferry that runs between midnight and five. It has carried bread since 1921.',
      'Tolm night ferry',
    ],
  ])(
    'is a short line that the page or the text says again, or that stands above the poet (%#)',
    async (text, title) => {
      expect((await clean({ text })).articles[0]?.title).toBe(title)
    },
  )

  it('is neither a page count nor the number of a release', async () => {
    const { articles } = await clean({
      text: `Amtsgericht Tolm\nStartseite\nPressemitteilung 12/2021 vom 03.05.2021\nHecke darf bleiben\nDas Amtsgericht hat am Montag entschieden, dass die Hecke am Fluss von niemandem geschnitten werden darf.\nGegen das Urteil kann Berufung eingelegt werden.\n`,
    })
    expect(articles[0]).toMatchObject({ title: 'Hecke darf bleiben', published: '2021-05-03' })
  })

  it('stands above a name over the hour of yesterday, or behind a label', async () => {
    const of = async (line: string) =>
      (await clean({ text: `Home\nTolm bridge open again after repairs\n${line}\n\n${STORY}` })).articles[0]
        ?.authors
    expect(await of('Jan de Boer\nGisteren, 16:20')).toEqual(['Jan de Boer'])
    expect(await of('Interview: Jan de Boer\n3 May 2021')).toEqual(['Jan de Boer'])
  })

  it('is no firm that sends a release, nor a line of fields', async () => {
    const title = 'Tolm liefert ein Tau von vier Kilometern aus'
    expect(await titleOf(`03.09.2021 – 10:15\nSeilerei Weber GmbH\n${title}`)).toBe(title)
    expect(await titleOf(`${title}\nDir: Ivo Marr. With: Lena Cross, Pip Dell\nAnn Lee\n3 May 2021`)).toBe(
      title,
    )
  })

  it('is found far above the text by an address of few and short words', async () => {
    const url = 'https://paper.example/why-tolm-bridge-wasnt-shut'
    const menu = 'Weather\nTides\nFerries\nFish\nBoats for sale\nPort map\nCranes\nYour letters'
    expect(await titleOf(`Why the Tolm bridge wasn’t shut\n${menu}`, url)).toBe(
      'Why the Tolm bridge wasn’t shut',
    )
  })
})
