import { describe, expect, it } from 'vitest'
import { foldKey } from '../../src/core/fold.ts'
import { familyCounter } from '../../src/words/families.ts'
import { partFinder } from '../../src/words/parts.ts'
import { lineFinder, openingFinder, pack } from '../../src/words/phrases.ts'

const LISTS = {
  more: [{ en: 'read more|read', zh: '更多|更多新闻' }],
  share: [{ en: 'share on' }, { en: 'read more' }],
}

describe('lineFinder', () => {
  const { find } = lineFinder(() => pack(LISTS))

  it('finds whole lines whatever their case, width and punctuation', () => {
    expect(find(foldKey('READ MORE »'))).toEqual({ more: true, share: true })
    expect(find(foldKey('ｒｅａｄ more'))).toEqual({ more: true, share: true })
    expect(find(foldKey('更多>>'))).toEqual({ more: true })
    expect(find(foldKey('read more books'))).toEqual({})
  })
})

describe('openingFinder', () => {
  const find = openingFinder(() => pack(LISTS))
  const opens = (text: string) => find(text, foldKey(text))

  it('finds the longest opening that ends where a word ends', () => {
    expect(opens('Read more: the mill')).toEqual({ more: 'readmore'.length, share: 'readmore'.length })
    expect(opens('Read on')).toEqual({ more: 'read'.length })
    expect(opens('Reading is slow')).toEqual({})
    expect(opens('Share once')).toEqual({})
    expect(opens('更多新闻在此')).toEqual({ more: 4 })
    expect(opens('')).toEqual({})
  })

  it('takes no single character for an opening', () => {
    const single = openingFinder(() => pack({ rights: [{ en: '(c)|©', zh: '注' }] }))
    for (const text of ['(c) 2031', 'C major', 'c', '注意', '注'])
      expect(single(text, foldKey(text))).toEqual({})
  })
})

describe('partFinder', () => {
  const find = partFinder(
    { rights: ['© ', 'all rights', '版权所有', 'éd.'], news: ['newsletter', 'rights res'] },
    new Set(),
  )

  it('finds parts of words only in lists that are not of words', () => {
    const lists = { paper: ['our paper', '/ap', 'фото:', '订阅'], glued: ['our paper'] }
    const some = partFinder(lists, new Set<keyof typeof lists>(['paper']))
    expect(some('Your papers')).toEqual({ glued: 'our paper' })
    expect(some('Our papers')).toEqual({ paper: 'our paper', glued: 'our paper' })
    expect(some('tolm.example/api')).toEqual({})
    expect(some('Lind/AP')).toEqual({ paper: '/ap' })
    expect(some('Автофото: Орм')).toEqual({})
    expect(some('请订阅本刊')).toEqual({ paper: '订阅' })
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

describe('familyCounter', () => {
  const count = familyCounter({ games: 'slot|casino|老虎机', loans: 'loan' })

  it('counts different words of the family most often met, at word boundaries', () => {
    expect(count('Slot, casino and slot')).toEqual({ family: 'games', words: 2, all: 2, length: 14 })
    expect(count('a casino loan')).toMatchObject({ all: 2 })
    expect(count('slots in the loaner')).toBeUndefined()
    expect(count('真人老虎机游戏')).toMatchObject({ family: 'games', words: 1 })
  })

  it('takes the longest word at a place, and stops where enough are found', () => {
    const tools = familyCounter({ tools: 'saw|saw bench|ÉTAU', wood: 'bench' })
    expect(tools('one saw bench, one étau')).toEqual({ family: 'tools', words: 2, all: 2, length: 13 })
    expect(tools('SAW, étau, saw bench', 400, 2)).toMatchObject({ all: 2, length: 7 })
    expect(tools('a bench beside the saw', 9)).toMatchObject({ family: 'wood', all: 1 })
  })
})
