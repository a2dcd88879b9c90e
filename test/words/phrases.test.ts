import { describe, expect, it } from 'vitest'
import { foldKey } from '../../src/facts/fold.ts'
import { partCounter, partFinder } from '../../src/words/parts.ts'
import { phraseBook } from '../../src/words/phrases.ts'

describe('phraseBook', () => {
  const book = phraseBook({ en: 'read more|read|share on', zh: '更多|更多新闻' })
  const opens = (text: string) => book.opens(text, foldKey(text))

  it('finds whole lines whatever their case, width and punctuation', () => {
    expect(book.has(foldKey('READ MORE »'))).toBe(true)
    expect(book.has(foldKey('ｒｅａｄ more'))).toBe(true)
    expect(book.has(foldKey('更多>>'))).toBe(true)
    expect(book.has(foldKey('read more books'))).toBe(false)
  })

  it('finds the longest opening that ends where a word ends', () => {
    expect(opens('Read more: the mill')).toBe('readmore'.length)
    expect(opens('Reading is slow')).toBe(0)
    expect(opens('Share once')).toBe(0)
    expect(opens('更多新闻在此')).toBe(4)
  })
})

describe('partFinder', () => {
  const find = partFinder({
    rights: ['© ', 'all rights', '版权所有', 'éd.'],
    news: ['newsletter', 'rights res'],
  })

  it('finds the first part of every list, anywhere, whatever its case', () => {
    expect(find('(2031) ALL Rights reserved ©  2031')).toEqual({ rights: 'all rights', news: 'rights res' })
    expect(find('海岛报版权所有')).toEqual({ rights: '版权所有' })
    expect(find('© 2031 ÉD.')).toEqual({ rights: '© ' })
    expect(find('ÉD. 4')).toEqual({ rights: 'éd.' })
    expect(find('nothing of the kind, only rights')).toEqual({})
    expect(find('')).toEqual({})
  })
})

describe('partCounter', () => {
  const count = partCounter({ games: 'slot|casino|老虎机', loans: 'loan' })

  it('counts different words of the family most often met, at word boundaries', () => {
    expect(count('Slot, casino and slot')).toEqual({ family: 'games', words: 2, all: 2, length: 14 })
    expect(count('a casino loan')).toMatchObject({ all: 2 })
    expect(count('slots in the loaner')).toBeUndefined()
    expect(count('真人老虎机游戏')).toMatchObject({ family: 'games', words: 1 })
  })
})
