/** Remembers at least this many of the latest different lines, in two generations of 5 MB each. */
const LINES_PER_GENERATION = 250_000;
/** A power of two, twice the lines and a little more: a search ends after a few slots. */
const SLOTS = 524_288;

/**
 * Counts how often a line has occurred, in bounded memory: once a generation of lines is full, the one before it is
 * forgotten. A line that repeats one more than 250,000 different lines back may pass for its first occurrence, and
 * then counts as a duplicate. In the log this was made for, repeats lie at most 254 lines apart.
 */
export class RepeatedLines {
  #young = new Generation();
  #old = new Generation();

  /**
   * @param fingerprint of the line's content: a whole number above 0, at least 48 bits of it
   * @returns 1 for a line seen the first time, 2 for its first repeat
   */
  occurrence(fingerprint: number): number {
    const count = (this.#young.get(fingerprint) || this.#old.get(fingerprint)) + 1;
    this.#young.set(fingerprint, count);
    if (this.#young.size >= LINES_PER_GENERATION) {
      this.#old = this.#young;
      this.#young = new Generation();
    }
    return count;
  }
}

/** A map from numbers to small counts with open addressing; a `Map` of that size takes four times the memory. */
class Generation {
  size = 0;
  readonly #fingerprints = new Float64Array(SLOTS);
  readonly #counts = new Uint16Array(SLOTS);

  get(fingerprint: number): number {
    return this.#counts[this.#slotOf(fingerprint)] ?? 0;
  }

  set(fingerprint: number, count: number): void {
    const slot = this.#slotOf(fingerprint);
    if (this.#fingerprints[slot] === 0) this.size += 1;
    this.#fingerprints[slot] = fingerprint;
    this.#counts[slot] = Math.min(count, 65_535);
  }

  #slotOf(fingerprint: number): number {
    let slot = fingerprint % SLOTS;
    while (this.#fingerprints[slot] !== 0 && this.#fingerprints[slot] !== fingerprint) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }
}
