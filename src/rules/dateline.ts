import { rule } from '../core/rule.ts'
import { hasCredits, isDateLine, namesByDay } from '../facts/line.ts'

export default rule({
  id: 'dateline',
  role: 'dateline',
  doc: 'A line that is only a date: with its time and the words that say what it is, a name or a section beside it perhaps. A paragraph that mentions a date is none.',
  weight: 2,
  evidence: { html: 'name', text: 'proof' },
  options: {
    longest: { default: 90, min: 6, max: 220, doc: 'Longest line, in characters without white space.' },
  },
  examples: [
    {
      name: 'day and time',
      page: '✗ 3. Mai 2024, 17:47\nAm 3. Mai 2024 wurde die Brücke wieder geöffnet.',
    },
    { name: 'published and updated', page: '✗ Published 14 June 2025, 07:22. Updated 15 June 2025' },
    { name: 'a name beside it', page: '✗ Ann Lee · 14 June 2025' },
    {
      name: 'Japanese',
      page: '✗ 公開日：2025年6月16日 8時55分\n橋は2025年6月16日に再び開通し、多くの住民が集まりました。',
    },
    { name: 'a sentence with a date', page: 'The bridge opened on 14 June 2025 and closed a week later.' },
    { name: 'a day without a year', page: 'Concert in the park, 14 June' },
  ],
  seeBlock({ text }, fact, { longest }) {
    if (fact.digits < 4 || fact.chars > longest) return undefined
    const reading = fact.line
    if (reading === undefined || hasCredits(reading) || !isDateLine(reading)) return undefined
    const because = `is the date ${reading.dates![0]!.iso} and little else`
    return namesByDay(text, reading) ? { because, evidence: 'hint' } : because
  },
})
