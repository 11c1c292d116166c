import type { Phrase } from "../phrase.ts";

/** The metrics a digest shows beside customer retention. */
export const DIGEST_FIGURES = [
  "gross-revenue-retention-contracts",
  "net-revenue-retention-contracts",
  "gross-revenue-retention-buyers",
  "net-revenue-retention-buyers",
  "retention-cost-per-retained-customer",
] as const;

/** A figure of the month, or why there is none: percent, or minor units where it has a currency. */
export type DigestFigure = {
  readonly key: (typeof DIGEST_FIGURES)[number];
  readonly value: number | null;
  readonly because: Phrase | null;
  readonly currency: string | null;
};
