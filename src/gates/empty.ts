import { gate } from './gate.ts'

export default gate({
  id: 'empty',
  doc: 'Rejects a page on which not one letter or digit was found.',
  judge({ page, facts }) {
    if (facts.some((fact) => fact.letters + fact.digits > 0)) return undefined
    return page.blocks.length === 0
      ? 'the page holds no text'
      : `none of the page's ${page.blocks.length} blocks holds a letter or a digit`
  },
})
