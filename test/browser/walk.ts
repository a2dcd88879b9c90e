import type { Page } from 'playwright-core'

/** What a page shows of one entry of its list, block by block. */
export interface Shown {
  readonly head: string
  readonly words: readonly string[]
  readonly title: string | undefined
  /** Why the third block is what it is, with the pointer on it. */
  readonly because: string | undefined
  /** want.yaml after the fifth block was flipped. */
  readonly want: string
}

/** All of it happens in the page: a key or a choice from outside is a message there and back, and there would be hundreds. */
const TOOLS = `
  const one = (selector) => document.querySelector(selector)
  const press = (key) =>
    one('#source-tree').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  const until = async (holds, what) => {
    for (const end = Date.now() + 60_000; !holds(); ) {
      if (Date.now() > end) throw new Error('waited for ' + what)
      await new Promise((next) => setTimeout(next))
    }
  }`

const WALK = `async (count) => {${TOOLS}
  const shown = []
  for (let at = 0; at < count; at++) {
    press('o')
    const blocks = [...document.querySelectorAll('.block')]
    const words = [...document.querySelectorAll('.block .words')].map((element) => element.textContent)
    blocks[2]?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
    const because = one('#verdict .because')?.textContent
    blocks[4]?.click()
    press(' ')
    press('w')
    const want = one('#want-text').value
    one('#want-close').click()
    const head = one('#page-head').textContent
    shown.push({ head, words, title: one('#article h2')?.textContent, because, want })
    if (at === count - 1) break
    press('n')
    await until(() => one('#page-head').textContent !== head && one('.page-head .id') !== null, 'the page after ' + head)
  }
  return shown
}`

const FILTER = `async (searched) => {${TOOLS}
  const tell = (field, value, event) => {
    field.value = value
    field.dispatchEvent(new Event(event, { bubbles: true }))
  }
  const told = () => / of [0-9]+ pages$/.test(one('#found').textContent)
  for (const name of ['status', 'reason', 'role', 'rule']) {
    const select = one('#by-' + name)
    const values = [...select.options].map(({ value }) => value)
    for (const value of [values[1], values.at(-1), values[0]]) {
      tell(select, value, 'change')
      await until(told, name + ' ' + value)
    }
  }
  for (const text of searched) {
    tell(one('#search'), text, 'input')
    await until(told, text)
  }
}`

/** Goes through so many pages by the keys a person would press, and tells what each showed. */
export const walk = (page: Page, count: number): Promise<readonly Shown[]> =>
  page.evaluate<Shown[]>(`(${WALK})(${count})`)

/** Chooses the first and the last value of every filter, then searches for these words, one after the other. */
export const filter = (page: Page, searched: readonly string[]): Promise<void> =>
  page.evaluate<void>(`(${FILTER})(${JSON.stringify(searched)})`)
