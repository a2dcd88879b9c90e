import { describe, expect, it } from 'vitest'
import { GATES } from '../../src/gates/all.ts'
import { judge, type Sketch } from './view.ts'

const PROSE =
  'The council of Larkhaven met on Tuesday and agreed to repair the old bridge before winter comes to the valley.'
const LONG = [
  PROSE,
  PROSE.toUpperCase(),
  `Later, ${PROSE}`,
  `Even so, ${PROSE}`,
  `At last, ${PROSE}`,
  `In short, ${PROSE}`,
  `And ${PROSE}`,
  `But ${PROSE}`,
  `Then ${PROSE}`,
]

/** Pages each gate must reject, and pages that look like them and must pass. */
const CASES: Readonly<Record<string, { reject: Record<string, Sketch>; pass: Record<string, Sketch> }>> = {
  captcha: {
    reject: {
      'an interstitial': {
        title: 'Just a moment...',
        lines: ['# larkhaven.example', 'Checking your browser before you go on.'],
      },
      'a script test': { title: 'larkhaven.example', lines: ['Enable JavaScript and cookies to continue'] },
      'a puzzle, all dropped': {
        lines: ['- Please complete the security check to access larkhaven.example', '- Ray ID: 12'],
      },
      'a Chinese check': { title: '安全验证', lines: ['请完成安全验证', '拖动滑块完成拼图'] },
      'a German one': {
        title: 'Moment',
        lines: ['Bitte bestätigen: Ich bin kein Roboter', 'Ich bin kein Roboter'],
      },
      'a title alone': { title: 'Robot Check', lines: ['Sorry about that.'] },
    },
    pass: {
      'an article on captchas': {
        title: 'Why every site asks if you are human',
        lines: ['Verify you are human: few sentences are clicked as often.', ...LONG],
      },
      'a short note that speaks of one': {
        title: 'Shop drops its robot test',
        lines: [`Readers no longer have to verify you are human boxes. ${PROSE}`],
      },
      'a page with a form check in its footer': {
        title: 'Bridge',
        lines: [...LONG, ...LONG, '- Please complete the captcha'],
      },
    },
  },
  'consent-wall': {
    reject: {
      'only a notice': {
        lines: [
          `-consent: We and our partners store cookies on your device. ${PROSE} ${PROSE}`,
          '-consent: Accept all',
          '- Larkhaven Post',
        ],
      },
      'a notice kept because nothing else stands there': {
        lines: [
          `+consent: We and our partners store cookies on your device. ${PROSE}`,
          '-consent: Accept all',
        ],
      },
    },
    pass: {
      'a notice above an article': { lines: [`-consent: We use cookies. ${PROSE}`, ...LONG] },
      'a short note under a short notice': { lines: ['-consent: We use cookies.', PROSE] },
    },
  },
  empty: {
    reject: {
      'no block': { lines: [] },
      'only marks': { lines: ['***', '- |'] },
    },
    pass: { 'one word': { lines: ['Closed'] }, 'one number': { lines: ['- 404'] } },
  },
  'error-page': {
    reject: {
      'a title': {
        title: 'Page not found | Larkhaven Post',
        lines: ['# Oops', 'Try the search or go home.', '- News', '- Sport'],
      },
      'a number': { title: '404', lines: ['Nothing to see.'] },
      'a heading': { lines: ['# Error 404', 'Go back to the start page.'] },
      'a server message': { title: '502 Bad Gateway', lines: ['# 502 Bad Gateway', '- nginx'] },
      'a line': { title: 'Larkhaven Post', lines: ["We can't find the page you're looking for.", '- Home'] },
      'a first sentence': {
        title: 'Larkhaven Post',
        lines: ['This page does not exist. Please use the menu.'],
      },
      German: { title: 'Seite nicht gefunden – Larkhavener Bote', lines: ['Bitte nutzen Sie die Suche.'] },
      French: { title: 'Page introuvable (404) - Le Courrier', lines: ['Retour à l’accueil'] },
      Russian: { title: 'Ошибка 404', lines: ['Страница не найдена.'] },
      Chinese: { title: '某某网', lines: ['您访问的页面不存在！', '- 首页'] },
      Japanese: { title: 'お知らせ', lines: ['お探しのページは見つかりませんでした。'] },
      Korean: { title: '소식', lines: ['페이지를 찾을 수 없습니다.'] },
      Arabic: { title: 'الصفحة غير موجودة', lines: ['عد إلى الصفحة الرئيسية'] },
    },
    pass: {
      'an article on error pages': {
        title: 'The art of the 404 page',
        lines: ['Page not found: the saddest words of the web.', ...LONG],
      },
      'a short note on one': {
        title: "Council's 404 page wins a prize",
        lines: [`The page that says page not found made visitors laugh. ${PROSE}`],
      },
      'an article that is titled so': { title: 'Page not found', lines: LONG },
      'a long article that quotes one': { title: 'Bridge', lines: [...LONG, 'Page not found'] },
    },
  },
  'not-an-article': {
    reject: {
      'nothing kept': { lines: ['- Home', '- News'] },
      'next to nothing kept': { lines: ['Read more here'] },
      'no confidence': { lines: LONG, article: { confidence: 0.01 } },
    },
    pass: {
      'a short note': { lines: [PROSE] },
      'a short Chinese note': { lines: ['市政府昨天宣布，新的图书馆将在明年春天开放，居民可免费借书。'] },
    },
  },
}

describe.each(Object.entries(CASES))('%s', (id, { reject, pass }) => {
  it.each(Object.entries(reject))('rejects %s', (_, sketch) => {
    expect(judge(id, sketch)).toMatch(/^[^\n]{10,200}$/)
  })
  it.each(Object.entries(pass))('lets pass %s', (_, sketch) => {
    expect(judge(id, sketch)).toBeUndefined()
  })
})

describe('types of pages', () => {
  const shop = { lines: LONG, article: { pageType: 'product', pageTypeConfidence: 0.9 } } as const
  it('rejects a page of an unwanted type, where types are named', () => {
    expect(judge('not-an-article', shop)).toBeUndefined()
    expect(judge('not-an-article', shop, { types: ['article', 'product'] })).toBeUndefined()
    expect(judge('not-an-article', shop, { types: ['article'] })).toContain('product')
  })
  it('lets pass a page whose type is unsure', () => {
    const unsure = { ...shop, article: { ...shop.article, pageTypeConfidence: 0.4 } }
    expect(judge('not-an-article', unsure, { types: ['article'] })).toBeUndefined()
  })
})

describe('language', () => {
  const of = (language?: string, languages?: { language: string; share: number }[]): Sketch => ({
    lines: [PROSE],
    article: { ...(language && { language }), ...(languages && { languages }) },
  })
  it.each([
    ['another language', of('de'), ['en', 'fr']],
    ['a tag that only begins alike', of('fil'), ['fi']],
    [
      'too small a share',
      of('de', [
        { language: 'de', share: 0.8 },
        { language: 'en', share: 0.2 },
      ]),
      ['en'],
    ],
  ])('rejects %s', (_, sketch, languages) => {
    expect(judge('language', sketch, { languages })).toBe(
      `the text is in ${sketch.article?.language}, wanted: ${languages.join(', ')}`,
    )
  })
  it.each([
    ['any language where none is named', of('de'), []],
    ['the language', of('en'), ['EN']],
    ['a narrower tag', of('zh-Hant'), ['zh']],
    ['an unknown language', of('und'), ['en']],
    ['no language', of(), ['en']],
    [
      'two wanted languages together',
      of('de', [
        { language: 'de', share: 0.4 },
        { language: 'en', share: 0.3 },
        { language: 'fr', share: 0.3 },
      ]),
      ['de', 'en'],
    ],
  ])('lets pass %s', (_, sketch, languages) => {
    expect(judge('language', sketch, { languages })).toBeUndefined()
  })
})

describe('the list', () => {
  it('holds every gate once, alphabetical, with docs', () => {
    const ids = GATES.map((one) => one.id)
    expect(ids).toEqual([...new Set(ids)].sort())
    for (const one of GATES) {
      expect(one.doc.length).toBeGreaterThan(20)
      for (const option of Object.values(one.options)) expect(option.doc).not.toBe('')
    }
  })
})
