import type { Note, Page } from '../core/page.ts'
import { disguisesIn } from '../facts/spam/disguise.ts'

/** Tells of characters nobody sees and letters in disguise; `text` is a text dump as it came, before it was read. */
export function disguiseNotes({ door, blocks }: Page, text: string): readonly Note[] {
  const { unseen, dressed } = disguisesIn(door === 'text' ? [text] : blocks.map((block) => block.text))
  const notes: Note[] = []
  if (unseen > 0)
    notes.push({
      kind: 'unseen-characters',
      message: `${unseen} characters nobody sees (zero-width, direction, tags); rules read the text without them`,
    })
  if (dressed > 0)
    notes.push({
      kind: 'disguised-letters',
      message: `${dressed} places in full-width letters or letters of two scripts; read as plain ones where spam is looked for`,
    })
  return notes
}
