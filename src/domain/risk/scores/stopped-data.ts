import type { Day } from "../../calendar.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import type { RestingSource } from "./stale-source.ts";

/** Sources that stopped sending: the risks of their customers are as of the last day each sent rows of. */
export type StoppedData = {
  /** At least one, by name. */
  readonly sources: ReadonlyArray<{ readonly source: string; readonly since: Day }>;
  /** No source sends any more. */
  readonly isAll: boolean;
};

/**
 * Null where no source has stopped.
 * @param known how many sources there are
 */
export function stoppedData(resting: readonly RestingSource[], known: number): StoppedData | null {
  const stopped = resting.filter((source) => source.stopped);
  if (stopped.length === 0) return null;
  const sources = stopped.map(({ source, lastDay: since }) => ({ source, since }));
  return { sources, isAll: stopped.length === known };
}

/** What every surface with risks on it says: one sentence where all data ended on one day, else one for each source. */
export function stoppedPhrases({ sources, isAll }: StoppedData): readonly Phrase[] {
  const [first, ...others] = sources;
  const isOneDay = others.every(({ since }) => since === first?.since);
  if (first !== undefined && isAll && isOneDay)
    return [phrase("stopped.all", { since: { day: first.since } })];
  return sources.map(({ source, since }) => phrase("stopped.source", { source, since: { day: since } }));
}

export const hasStopped = (stopped: StoppedData | null, source: string): boolean =>
  stopped?.sources.some((one) => one.source === source) ?? false;
