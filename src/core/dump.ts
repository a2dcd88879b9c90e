/** What a caller hands in: bytes, or text already decoded, and what is known from outside the page. */
export interface Dump {
  /** HTML or plain text in any charset; found out from the bytes, what they say of themselves, and `contentType`. */
  readonly bytes?: Uint8Array
  /** Decoded HTML. */
  readonly html?: string
  /** Decoded plain text. */
  readonly text?: string
  /** A standard DOM document; it is copied, never changed. */
  readonly document?: object
  /** Absolute address the page came from: links are absolute by it, else by the canonical address the page names. */
  readonly url?: string
  /** HTTP `Content-Type`, for its charset and its media type. */
  readonly contentType?: string
  /** ISO 8601 moment of retrieval; no date of the article can be later. */
  readonly retrieved?: string
  /** Whatever else the caller knows of the page, as JSON holds it; it stands in the record under `input.fields`. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Stable name in the output; default: the path, else a hash of the input. */
  readonly id?: string
  /** How the page is known to be cut: it is read as far as it goes, and the record says so in `limits`. */
  readonly truncated?: string
  /** Where the bytes were read from. */
  readonly path?: string
}
