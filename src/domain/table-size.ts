import type { Day } from "./calendar.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** A table with its indexes, in bytes. */
export type TableSize = {
  readonly name: string;
  readonly bytes: number;
  /** 1: it is not divided. */
  readonly parts: number;
  /** On the day compared with; null: nothing was noted of it. */
  readonly earlierBytes: number | null;
};

export type TableSizes = {
  /** The largest first. */
  readonly tables: readonly TableSize[];
  readonly bytes: number;
  /** The day that is compared with: thirty days ago, or the first one noted since; null: none was. */
  readonly comparedWith: Day | null;
};

const BYTES_PER_MB = 1_000_000;
const megabytes = (bytes: number) => Math.round(bytes / BYTES_PER_MB);

/** All of them together, then the largest, with what they grew by. */
export const sizePhrases = ({ tables, bytes, comparedWith }: TableSizes, most: number): readonly Phrase[] => [
  phrase("health.size", { megabytes: megabytes(bytes) }),
  ...tables.slice(0, most).map(({ name, parts, bytes: now, earlierBytes }) =>
    phrase("health.size.table", {
      ...{ table: name, parts },
      megabytes: megabytes(now),
      known: earlierBytes !== null && comparedWith !== null ? "yes" : "no",
      more: megabytes(now - (earlierBytes ?? 0)),
      since: { day: comparedWith ?? "" },
    }),
  ),
];
