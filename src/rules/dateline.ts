import type { LineReading } from '../core/line-reading.ts'
import { rule, type View } from '../core/rule.ts'
import { hasCredits, isDateLine, namesByDay } from '../facts/line.ts'
import { headsStory } from './shapes/place.ts'

export default rule({
  id: 'dateline',
  role: 'dateline',
  doc: 'A line that is only a date: with its time and the words that say what it is, a name or a section beside it perhaps. A paragraph that mentions a date is none.',
  weight: 2,
  evidence: 'proof',
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
  seeBlock({ at, kind, text }, fact, { longest }, view) {
    if (fact.digits < 4 || fact.chars > longest) return undefined
    const reading = fact.line
    if (reading === undefined || hasCredits(reading) || !isDateLine(reading)) return undefined
    const because = `is the date ${reading.dates![0]!.iso} and little else`
    if (namesByDay(text, reading)) return { because, evidence: 'hint' }
    if (view.page.door === 'text') return because
    // in a document a day may head an entry, stand in a list, or be that of an event
    const told = kind === 'paragraph' && !fact.endsSentence && (LABEL.test(text) || isClaimed(view, reading))
    return told && headsStory(view, at) ? because : { because, evidence: 'name' }
  },
})

const LABEL =
  /^(?:last )?(?:published|posted|updated|modified|edited|publiziert|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено|发布|更新|公開日|更新日)/i

/** The day the page claims for its own. */
function isClaimed({ page }: View, { dates = [] }: LineReading): boolean {
  const days = dates.map(({ iso }) => iso.slice(0, 10)).filter((day) => day.length === 10)
  return page.claims.some(
    ({ field, value }) =>
      (field === 'published' || field === 'modified') && days.includes(value.slice(0, 10)),
  )
}
