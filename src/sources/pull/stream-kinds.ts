import { type KindMapping, MAPPING, type WrittenMapping } from "../mapping/mapping.ts";

/** How a stream's records become rows, written as in a mapping of a file. @throws ZodError where it is none */
export const streamKinds = (...kinds: WrittenMapping["kinds"]): readonly KindMapping[] =>
  MAPPING.parse({ source: "pulled", kinds }).kinds;

/** How every system writes moments, once a stream has reshaped those in seconds. */
export const ISO = { date: "yyyy-mm-dd" } as const;
/** "1234.5" */
export const DECIMAL = { number: "1,234.50" } as const;
