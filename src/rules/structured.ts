import { rule } from '../core/rule.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'structured',
  role: 'body',
  doc: 'Code, quotes and table cells inside the densest run: menus have none.',
  weight: 1.2,
  examples: [
    {
      name: 'a quote in the story',
      html: `<p>The poet of Ansel Bay wrote one poem a year, and he sent each of them to the harbour master.</p>
        <blockquote>✗ Salt on the sill, and no letter.</blockquote>
        <p>Nobody knows why, but the harbour master kept them all in the drawer where he kept the tide tables.</p>
        <p>Contact</p>`,
    },
  ],
  *see(view) {
    for (const { at, kind } of view.blocks) {
      if ((kind === 'code' || kind === 'quote' || kind === 'cell') && isInside(view, at))
        yield { at, because: `is a ${kind} inside the story` }
    }
  },
})
