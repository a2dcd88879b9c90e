// Everything of C0 but tab, line feed, form feed and carriage return; DEL; C1; U+FEFF.
const UNSAFE = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]/
const LINE_ENDS = /[\x0b\x85]/g
const REMOVED = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]/g
/** Control sequences of terminals (ECMA-48: CSI with its parameters, OSC with its string, single commands). */
const SEQUENCES =
  /\x1b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|[\]P^_X][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|[()*+][0-9A-Z]|[78=>])/g
/** Bold and underlined letters as `nroff` prints them: a character, a backspace, and the character over it. */
const OVERSTRUCK = /[^\n\x08]\x08/gu

/**
 * Makes decoded text safe for everything after it, without moving a line that a line feed ends:
 * - Colours, links and other commands to a terminal go with all their letters, overstruck letters come out once.
 * - NUL and the other control characters are removed: the HTML standard drops NUL from text, JSON and XML cannot print
 *   it plainly, ESC and C1 drive terminals. None of them carries meaning in an article.
 * - Vertical tab and NEL become U+2028, the line separator: they end a line, and HTML takes it for white space.
 * - U+FEFF is removed: inside a text it is the mark of a second file glued on, and it breaks words apart unseen.
 * - A lone surrogate becomes U+FFFD: it cannot be written as UTF-8.
 */
export function safeText(text: string): string {
  return withoutControls(text.toWellFormed())
}

/** The same for text that comes from a decoder, which lets no lone surrogate through. */
export function withoutControls(text: string): string {
  if (!UNSAFE.test(text)) return text
  return text.replace(SEQUENCES, '').replace(OVERSTRUCK, '').replace(LINE_ENDS, '\u2028').replace(REMOVED, '')
}
