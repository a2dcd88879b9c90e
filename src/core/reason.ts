/** A reason a record may give, besides those of gates. */
interface ReasonDoc {
  readonly status: 'rejected' | 'failed' | 'rejected or failed'
  /** What the record's `stage` says; none for what is refused before it is read. */
  readonly stage?: 'source' | 'process' | 'clean'
  readonly doc: string
}

/** Why a page was not cleaned. Codes are stable; docs/reasons.md is made from this table. */
export const REASONS = {
  // before a page is read
  empty: { status: 'rejected', doc: 'There is no letter and no digit in it, or no page in the container.' },
  binary: { status: 'rejected', doc: 'The bytes are a picture, an archive or other data, not text or HTML.' },
  'not-a-page': { status: 'rejected', doc: 'The text is data, a feed, a style sheet or source code.' },
  'too-large': {
    status: 'rejected or failed',
    doc: 'It has more bytes than the pipeline, or the source, allows.',
  },
  // where pages come from
  folder: { status: 'rejected', stage: 'source', doc: 'A folder that is named as a page, or a link to one.' },
  'http-status': { status: 'rejected', stage: 'source', doc: 'An archived answer with an HTTP error.' },
  'media-type': { status: 'rejected', stage: 'source', doc: 'An archived picture, script or style sheet.' },
  'not-found': {
    status: 'failed',
    stage: 'source',
    doc: 'There is no such file, or no file fits the pattern.',
  },
  'not-a-file': { status: 'failed', stage: 'source', doc: 'A named pipe, a socket or a device.' },
  'dangling-link': { status: 'failed', stage: 'source', doc: 'A link to nothing, or in a circle.' },
  unreadable: { status: 'failed', stage: 'source', doc: 'Permission was denied, or reading broke off.' },
  truncated: { status: 'failed', stage: 'source', doc: 'The file or its packing ends too early.' },
  expansion: { status: 'failed', stage: 'source', doc: 'It unpacks to so much that it is taken for a bomb.' },
  'bad-json': { status: 'failed', stage: 'source', doc: 'The line or file is not valid JSON.' },
  'bad-record': { status: 'failed', stage: 'source', doc: 'Valid JSON, but no object with fields.' },
  'no-content-field': { status: 'failed', stage: 'source', doc: 'No field of the record holds a page.' },
  'bad-csv': {
    status: 'failed',
    stage: 'source',
    doc: 'The row has more or fewer cells than the head, or no end.',
  },
  'no-field-names': {
    status: 'failed',
    stage: 'source',
    doc: 'A part of a CSV file, without its first row.',
  },
  'bad-mhtml': { status: 'failed', stage: 'source', doc: 'No boundary, or no part that is a page.' },
  'warc-header': { status: 'failed', stage: 'source', doc: 'Bytes between records that belong to none.' },
  'warc-length': { status: 'failed', stage: 'source', doc: 'The length of the record is missing or wrong.' },
  'arc-header': { status: 'failed', stage: 'source', doc: 'Bytes that are no header of a record.' },
  // the process that cleans
  timeout: { status: 'failed', stage: 'process', doc: 'The page took longer than `--deadline`.' },
  memory: { status: 'failed', stage: 'process', doc: 'The page needed more memory than `--memory`.' },
  crash: { status: 'failed', stage: 'process', doc: 'The process ended while it cleaned the page.' },
  stopped: { status: 'failed', stage: 'process', doc: 'The pool was closed before the page was done.' },
  error: { status: 'failed', stage: 'clean', doc: 'The process had no answer for the page.' },
  internal: {
    status: 'failed',
    doc: 'An accident of ours; `stage` names the part, and other names are those of the error.',
  },
} as const satisfies Readonly<Record<string, ReasonDoc>>

export type ReasonCode = keyof typeof REASONS
