/** Bytes of pictures that are held from one edition to the next, beyond the last one. */
const MOST_BYTES = 128 * 1024 * 1024

/**
 * The pictures that editions showed last, so that a mail merge that shows the same one in each edition decodes it once: what is
 * made of a picture is remembered with its bytes.
 */
export class RecentPictures {
  /** By their hash, the longest unused first. */
  readonly #known = new Map<string, Uint8Array>()
  #bytes = 0

  constructor(private readonly most = MOST_BYTES) {}

  /** The bytes of that hash that were given before, if they are still held, else these. */
  keep(hash: string, bytes: Uint8Array): Uint8Array {
    const known = this.#known.get(hash)
    const kept = known ?? bytes
    this.#known.delete(hash)
    this.#known.set(hash, kept)
    if (!known) this.#bytes += kept.length
    for (const [oldest, { length }] of this.#known) {
      if (this.#bytes <= this.most || oldest === hash) break
      this.#known.delete(oldest)
      this.#bytes -= length
    }
    return kept
  }
}
