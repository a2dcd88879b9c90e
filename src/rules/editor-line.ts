import { rule } from '../core/rule.ts'

export default rule({
  id: 'editor-line',
  role: 'editor',
  doc: 'A line that names the editor in charge, and neither author nor outlet.',
  weight: 3,
  evidence: { html: 'proof', text: 'name' },
  options: {
    longest: { default: 80, min: 4, max: 220, doc: 'Longest line, in characters without white space.' },
  },
  examples: [
    { name: 'in brackets', page: '✗ [ 责编:周晓明 ]\n编辑部认为，大桥的修复带来了新的机会。' },
    { name: 'two editors', page: '✗ （责任编辑：周晓明、李娜）' },
    { name: 'English', page: '✗ Editor: Ann Lee\nThe editor of the paper came to the opening.' },
    { name: 'Russian', page: '✗ Редактор: Анна Ли' },
  ],
  seeBlock(_, fact, { longest }) {
    const reading = fact.chars > longest ? undefined : fact.line
    if (reading?.editors === undefined || reading.editors.length === 0) return undefined
    if (reading.authors!.length > 0 || reading.source !== undefined) return undefined
    return `names ${reading.editors.join(', ')} as editor`
  },
})
