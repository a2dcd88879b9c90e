import { expect, test } from 'vitest'
import { fnv1a, foldOf, inHalf, registrable, siteOf } from '../../bench/site.ts'

test('the site is the registrable host', () => {
  expect(siteOf({ id: 'x', url: 'https://www.news.quilby-post.example/a?b' })).toBe('quilby-post.example')
  expect(registrable('m.harbour.co.uk')).toBe('harbour.co.uk')
  expect(registrable('news.harbour.com.cn')).toBe('harbour.com.cn')
  expect(registrable('harbour.de')).toBe('harbour.de')
})

test('without an address the id names the site, its running number and dumper aside', () => {
  expect(siteOf({ id: 'set/harbour-12', url: null })).toBe('harbour')
  expect(siteOf({ id: 'harbour_3#lynx!0' })).toBe('harbour')
})

test('the hash is FNV-1a and halves split every site whole', () => {
  expect(fnv1a('')).toBe(0x811c9dc5)
  expect(fnv1a('a')).toBe(0xe40c292c)
  for (const site of ['quilby.example', 'harbour.example', 'tides.example']) {
    expect(inHalf(site, 'even')).toBe(!inHalf(site, 'odd'))
    expect(inHalf(site, 'all')).toBe(true)
    expect(inHalf(site, 'odd')).toBe(foldOf(site, 4) % 2 === 1)
  }
})
