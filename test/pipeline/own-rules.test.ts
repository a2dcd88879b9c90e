import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { clean, cleanAll, loadPipeline, PipelineError } from '../../src/index.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import type { DomElement } from '../../src/read/dom.ts'
import { parseLight } from '../../src/read/light/parse.ts'
import { select } from '../../src/read/selected.ts'

const folder = mkdtempSync(join(tmpdir(), 'own-rules-'))
let files = 0
function file(yaml: string, name = `own-${++files}.yaml`): string {
  const path = join(folder, name)
  writeFileSync(path, yaml)
  return path
}
async function faultOf(yaml: string): Promise<string> {
  const path = file(yaml)
  const error = await loadPipeline(path).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PipelineError)
  return (error as Error).message.replaceAll(path, 'own.yaml')
}

const STORY = [
  'The weir above the mill held through the night, the miller said, and nobody had to leave the lower town.',
  'The council will meet on Thursday to decide whether the old gates are mended or taken away for good.',
  'Until then the road along the river stays closed, and the ferry carries people only, no carts.',
]
const PAGE = `<title>The weir holds</title><main><h1>The weir holds</h1>
  <p>${STORY[0]} <span class="tip">Carts are two-wheeled.</span></p>
  <div class="shelf"><p>Our mugs are the finest mugs of the whole valley, and everybody who has seen one has bought two.</p>
    <img src="/mug.jpg" alt="A mug of the valley" width="640" height="480"></div>
  <p>${STORY[1]}</p><p>${STORY[2]}</p></main>
  <aside data-kind="facts"><p>Sign up for our newsletter</p></aside>`

async function textOf(
  yaml: string,
  url: string | null = 'https://www.valley.example/a',
  html = PAGE,
): Promise<string> {
  const { articles, reason } = await clean({ html, ...(url !== null && { url }) }, { pipeline: file(yaml) })
  expect(reason).toBeNull()
  return articles.map(({ markdown }) => markdown).join('\n')
}

describe('rules as data', () => {
  it('drop what a selector fits, pictures and parts of lines too, and keep what another fits', async () => {
    const plain = await textOf('name: plain\n')
    expect(plain).toContain('Our mugs')
    expect(plain).toContain('mug.jpg')
    expect(plain).not.toContain('newsletter')
    const own = await textOf(
      'name: own\nrules:\n  ads: { drop: [.shelf, span.tip] }\n  facts: { keep: "[data-kind=facts]" }\n',
    )
    expect(own).not.toMatch(/mug|two-wheeled/)
    expect(own).toContain('Sign up for our newsletter')
    for (const paragraph of STORY) expect(own).toContain(paragraph)
  })

  it('work on their sites only', async () => {
    const yaml = 'name: own\nrules:\n  ads: { drop: .shelf, sites: [valley.example] }\n'
    expect(await textOf(yaml)).not.toContain('mugs')
    expect(await textOf(yaml, 'https://valley.example/')).not.toContain('mugs')
    expect(await textOf(yaml, 'https://notvalley.example/')).toContain('mugs')
    expect(await textOf(yaml, 'https://paper.example/?valley.example')).toContain('mug.jpg')
  })

  it('cut nothing out of a line of another site, whoever says whence the page is', async () => {
    const yaml = 'name: own\nrules:\n  ads: { drop: span.tip, sites: [valley.example] }\n'
    const canonical = (host: string) => `<link rel="canonical" href="https://${host}/weir">${PAGE}`
    const whole = `${STORY[0]} Carts are two-wheeled.`
    expect(await textOf(yaml, 'https://paper.example/')).toContain(whole)
    expect(await textOf(yaml, null, canonical('paper.example'))).toContain(whole)
    expect(await textOf(yaml, null, canonical('valley.example'))).not.toContain('two-wheeled')
  })

  it('are tried on their own site by examples that name none', async () => {
    const example = (more: string) =>
      `{ name: ads, ${more}page: "✗ Our mugs\\nMugs are made of clay, the potter said." }`
    const yaml = (more: string) =>
      `name: own\nrules:\n  ads:\n    match: { opening: Our mugs }\n    sites: [valley.example]\n    examples: [${example(more)}]\n`
    expect((await loadPipeline(file(yaml('')))).own).toHaveLength(1)
    expect(await faultOf(yaml('url: "https://paper.example/", '))).toContain('it does not see "Our mugs"')
  })

  it('tell lines, openings and expressions, and say so in the record', async () => {
    const text = [
      'The weir holds',
      '',
      ...STORY,
      '',
      'BACK TO THE VALLEY!',
      'More from the mill every morning',
      'More from the millwright next week, who has built weirs all along the upper river for forty years.',
      'Offer no. 12, while it lasts',
    ].join('\n')
    const pipeline = file(`name: own
rules:
  calls:
    role: newsletter
    weight: 9
    match:
      line: back to the valley
      opening: [More from the mill]
      pattern: '^offer no\\. \\d+'
`)
    const { blocks } = await clean({ text }, { pipeline, explain: true })
    const said = blocks!.flatMap((block) =>
      block.votes.filter(({ rule }) => rule === 'calls').map(({ because, weight }) => [because, weight]),
    )
    expect(said).toEqual([
      ['reads "BACK TO THE VALLEY!"', -9],
      ['opens with "More from the mill"', -9],
      ['matches /^offer no\\. \\d+/', -9],
    ])
  })

  it('give the same in processes of their own, from a document and by jsdom', async () => {
    const pipeline = await loadPipeline(file('name: own\nrules:\n  ads: { drop: ".shelf, span.tip" }\n'))
    const dump = { html: PAGE, id: 'weir' }
    const wanted = await clean(dump, { pipeline })
    for await (const outcome of cleanAll([dump], { pipeline })) expect(outcome).toEqual(wanted)
    const { document } = new JSDOM(PAGE).window
    expect((await clean({ document, id: 'weir' }, { pipeline })).articles[0]!.text).toBe(
      wanted.articles[0]!.text,
    )
    const jsdom = await clean(dump, { pipeline: { ...pipeline, dom: 'jsdom' } })
    expect(jsdom.articles[0]!.text).toBe(wanted.articles[0]!.text)
  })

  it.each([
    [
      'rules:\n  ads: { drp: .shelf }',
      'own.yaml:2:3 rules.ads: unknown rule; one of your own has match, keep, drop, not "drp"',
    ],
    ['rules:\n  ads: { doc: Ads., mtach: a }', 'has match, keep, drop, not "mtach"'],
    ['rules:\n  ads: { doc: Ads. }', 'unknown rule; one of your own has match, keep, drop: say one of them'],
    ['rules:\n  share-baar: { weight: 5 }', 'unknown rule, did you mean "share-bar"?'],
    ['rules:\n  ads: { keep: 5 }', 'rules.ads.keep: must be a selector, a list of them, or a map of line,'],
    [
      'rules:\n  ads: { drop: a, examples: [{ nam: b, page: c }] }',
      'rules.ads.examples.0.nam: unknown option, did you mean "name"?',
    ],
    ['rules:\n  ads: { drop: .shelf, keep: main }', 'own.yaml:2:3 rules.ads: has keep and drop'],
    ['rules:\n  ads: { drop: .shelf, weight: 3 }', 'drop is final'],
    ['rules:\n  ads: { drop: "p:nth-child(2)" }', ':nth-child is not known'],
    ['rules:\n  ads: { drop: "a >" }', '"a >" opens or ends with a combinator'],
    ['rules:\n  ads: { drop: "a[" }', 'is no selector'],
    ['rules:\n  ads: { match: { pattern: "(a)\\\\1" } }', 'is no expression RE2 takes'],
    ['rules:\n  ads: { match: { opening: "!" } }', 'must hold two letters'],
    ['rules:\n  ads: { match: { lines: a } }', 'rules.ads.match.lines: unknown option, did you mean "line"?'],
    ['rules:\n  ads: { match: {} }', 'names nothing'],
    ['rules:\n  ads: { drop: .shelf, sites: ["https://a.example"] }', 'must be a host like example.org'],
    ['rules:\n  My Ads: { drop: .shelf }', 'a rule cannot have that name; names are in kebab case'],
    [
      'rules:\n  share-bar: { drop: .shelf }',
      'rules.share-bar.drop: unknown option; the package has a rule of that name',
    ],
  ])('are refused where they do not hold: %s', async (yaml, words) => {
    expect(await faultOf(yaml.startsWith('name') ? yaml : `${yaml}\nname: own`)).toContain(words)
  })

  it('are checked by their examples when they are loaded', async () => {
    const yaml = (marked: string) => `name: own
rules:
  calls:
    match: { opening: Write to us }
    examples:
      - { name: fine, page: "✗ Write to us today\\nThey write to us." }
      - name: calls
        page: |
          ${marked}Write to us, she said.
          The weir holds.
`
    expect((await loadPipeline(file(yaml('✗ ')))).own).toHaveLength(1)
    expect(await faultOf(yaml(''))).toBe(
      'own.yaml:7:9 rules.calls: "calls": it sees "Write to us, she said.", which is not marked ✗',
    )
  })

  it('cannot be made slow by a page', async () => {
    const pipeline = file(`name: own
rules:
  slow:
    match: { pattern: '(a+)+$', selector: 'b div div div div div div div p' }
`)
    const html = `<main>${'<div>'.repeat(300)}${`<p>${'a'.repeat(2000)}!</p>`.repeat(200)}`
    expect((await clean({ html }, { pipeline })).status).not.toBe('failed')
  }, 60_000)
})

describe('extends', () => {
  it('takes what the file does not say from a pipeline of the package', async () => {
    const strict = await loadPipeline('strict')
    const own = await loadPipeline(
      file('name: own\nextends: strict\nrules:\n  share-bar: { weight: 7 }\nlimits: { blocks: 50 }\n'),
    )
    expect(own).toEqual({
      ...strict,
      name: 'own',
      about: '',
      rules: { ...strict.rules, 'share-bar': { ...strict.rules['share-bar'], weight: 7 } },
      limits: { ...strict.limits, blocks: 50 },
    })
  })

  it('takes it from another file, rules of its own among it, over any number of steps', async () => {
    file(
      'name: base\nextends: strict\nbias: 1\nrules:\n  ads: { drop: .shelf }\n  calls: { match: { line: Call us }, weight: 2 }\n  menu-run: off\n',
      'base.yaml',
    )
    file('name: middle\nextends: base.yaml\nrules:\n  calls: { weight: 5 }\n', 'middle.yaml')
    const own = await loadPipeline(
      file('name: own\nextends: middle.yaml\nrules:\n  ads: off\n  menu-run: { weight: 1 }\n'),
    )
    expect(own).toMatchObject({
      bias: 1,
      hidden: 'drop',
      rules: { calls: { weight: 5 }, 'menu-run': { weight: 1 } },
    })
    expect(own.own.map(({ id }) => id)).toEqual(['calls'])
  })

  it('says where what is extended is wrong', async () => {
    expect(await faultOf('name: own\nextends: artcle\n')).toBe(
      'own.yaml:2:1 extends: unknown pipeline "artcle"; did you mean "article"?',
    )
    file('name: round\nextends: round.yaml\n', 'round.yaml')
    expect(await faultOf('name: own\nextends: round.yaml\n')).toContain('extends this file again')
    const base = file('name: bad\nbias: high\n', 'bad.yaml')
    expect(await faultOf('name: own\nextends: bad.yaml\n')).toContain(`${base}:2:1 bias`)
    expect(await faultOf('name: own\nextends: strict\nrules:\n  ads: { weight: 2 }\n')).toContain(
      'unknown rule',
    )
  })
})

describe('selectors', () => {
  const names = fc.constantFrom(
    'div',
    'p',
    'b',
    '.a',
    '.c',
    '#i',
    '[d]',
    '[d=x]',
    '[d^=x]',
    '[d~=y i]',
    '*',
    ':not(.a)',
    ':is(p, .c)',
  )
  const compound = fc.tuple(names, fc.constantFrom('', '.a', '.c', '[d]')).map((parts) => parts.join(''))
  const joint = fc.constantFrom(' ', ' > ', ' + ', ' ~ ')
  const selector = fc
    .array(fc.tuple(joint, compound), { minLength: 1, maxLength: 4 })
    .map((steps) => steps.map(([by, one], i) => (i === 0 ? one : by + one)).join(''))
  const attributes = fc.constantFrom(
    '',
    ' class=a',
    ' class="c a"',
    ' id=i',
    ' d=x',
    ' d="xx Y"',
    ' class=c d',
  )
  const leaf = fc.constantFrom('x', '<p class=a>x</p>', '<b d=xy>x</b>')
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('div', 'b'), attributes, fc.array(tie('tree'), { maxLength: 3 }))
        .map(([name, said, inside]) => `<${name}${said}>x${inside.join('')}</${name}>`),
    ),
  }))

  it('fit what a browser says they fit', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), selector, (trees, css) => {
        const html = `<!doctype html><html><head></head><body>${trees.join('')}</body></html>`
        const { document } = new JSDOM(html).window
        const places = (all: Iterable<unknown>, every: Iterable<unknown>) => {
          const order = [...every]
          return [...all].map((element) => order.indexOf(element)).sort((a, b) => a - b)
        }
        const wanted = places(document.querySelectorAll(css), document.querySelectorAll('*'))
        const light = parseLight(html, undefined, DEFAULT_LIMITS).document
        const root = light.documentElement as unknown as DomElement
        const { fits } = select(root, { selectors: [css], against: new Set() })
        expect(places(fits.keys(), light.getElementsByTagName('*'))).toEqual(wanted)
      }),
      { numRuns: 100 },
    )
  })
})
