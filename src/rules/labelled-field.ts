import { rule } from '../core/rule.ts'
import { labelledHead } from '../facts/labelled-head.ts'

export default rule({
  id: 'labelled-field',
  role: 'boilerplate',
  doc: 'A line at the head of a dump that a feed reader or an extractor wrote: "Title: ...", "Link: ...", one field a line.',
  weight: 4,
  evidence: 'proof',
  door: 'text',
  examples: [
    {
      name: 'an item of a feed',
      page: `
        ✗ Title: Ferry to Tolm runs again
        ✗ Link: https://tolm.example/ferry
        ✗ Comments: https://tolm.example/ferry#comments
        ✗ Published: Thu, 5 May 2022 06:00:00 +0000
        The ferry to Tolm runs again, with a new rope and the old captain, who was asked twice.
        Captain: I never said yes.`,
    },
    {
      name: 'a line with a colon',
      page: `
        Title: holder for one day
        The belt was won on Friday and lost on Saturday, both times in front of the same nine people.`,
    },
  ],
  *see({ blocks }) {
    for (const { at, label } of labelledHead(blocks))
      yield { at, because: `is the field "${label}" of the head of the dump` }
  },
})
