// Everything of C0 but tab, line feed, form feed and carriage return; DEL; C1; U+FEFF.
const UNSAFE = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]/
const SPACING = /[\x0b\x85]/g
const REMOVED = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]/g

/**
 * Makes decoded text safe for everything after it, without moving a line:
 * - NUL and the other control characters are removed: the HTML standard drops NUL from text, JSON and XML cannot print
 *   it plainly, ESC and C1 drive terminals. None of them carries meaning in an article.
 * - Vertical tab and NEL become a space: they part words.
 * - U+FEFF is removed: inside a text it is the mark of a second file glued on, and it breaks words apart unseen.
 * - A lone surrogate becomes U+FFFD: it cannot be written as UTF-8.
 */
export function safeText(text: string): string {
  return withoutControls(text.toWellFormed())
}

/** The same for text that comes from a decoder, which lets no lone surrogate through. */
export function withoutControls(text: string): string {
  return UNSAFE.test(text) ? text.replace(SPACING, ' ').replace(REMOVED, '') : text
}
