/** How far the pages that are done reach into the bytes of the input, as they lie on the disk, packed or not. */
export interface Track {
  /** So many more bytes have been cut into pages. */
  passed(bytes: number): void
  /** A shard of so many pages ends where the source is now. */
  shard(pages: number): void
  /** So many more pages are done; those of the oldest shard are taken to be done first. */
  done(pages: number): void
  /** Bytes that the pages done so far take. */
  at(): number
}

export function track(): Track {
  const shards: { readonly pages: number; readonly from: number; readonly to: number; done: number }[] = []
  let read = 0
  let cut = 0
  return {
    passed(bytes) {
      read += bytes
    },
    shard(pages) {
      shards.push({ pages, from: cut, to: read, done: 0 })
      cut = read
    },
    done(pages) {
      for (let left = pages; left > 0 && shards.length > 0; ) {
        const oldest = shards[0]!
        const taken = Math.min(left, oldest.pages - oldest.done)
        oldest.done += taken
        left -= taken
        if (oldest.done === oldest.pages && shards.length > 1) shards.shift()
        else break
      }
    },
    at() {
      const [oldest] = shards
      return oldest ? oldest.from + ((oldest.to - oldest.from) * oldest.done) / oldest.pages : 0
    },
  }
}
