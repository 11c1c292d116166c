/** Remembers at least this many of the latest different lines; two generations of 250,000 take some 40 MB. */
const LINES_PER_GENERATION = 250_000;

/**
 * Counts how often a line has occurred, in bounded memory: once a generation of lines is full, the one before it is
 * forgotten. A line that repeats one more than 250,000 different lines back may pass for its first occurrence, and
 * then counts as a duplicate. In the log this was made for, repeats lie at most 254 lines apart.
 */
export class RepeatedLines {
  #young = new Map<number, number>();
  #old: ReadonlyMap<number, number> = new Map();

  /**
   * @param fingerprint of the line's content, at least 48 bits of it
   * @returns 1 for a line seen the first time, 2 for its first repeat
   */
  occurrence(fingerprint: number): number {
    const count = (this.#young.get(fingerprint) ?? this.#old.get(fingerprint) ?? 0) + 1;
    this.#young.set(fingerprint, count);
    if (this.#young.size >= LINES_PER_GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return count;
  }
}
