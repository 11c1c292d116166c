/** Chosen: half of what is known of a statement's duration is by its last four runs. */
const WEIGHT_OF_LAST = 0.16;
/** Chosen: more than the program has; those that are written anew each time push out each other. */
const MOST_KNOWN = 2_000;

/** What statements have taken, by their text or name, in ms; one that was never seen is taken for short. */
export function statementDurations() {
  const known = new Map<string, number>();
  return {
    expectedMs: (key: string): number => known.get(key) ?? 0,
    took(key: string, ms: number): void {
      const before = known.get(key);
      known.set(key, before === undefined ? ms : before + (ms - before) * WEIGHT_OF_LAST);
      if (known.size <= MOST_KNOWN) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
  };
}
