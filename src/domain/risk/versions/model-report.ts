import type { CustomersOfCurrency } from "../model-money.ts";
import type { StoppedData } from "../scores/stopped-data.ts";
import type { ModelVersion } from "./model-version.ts";
import type { ModelFindings } from "./model-watch.ts";

/** What there is to say about the model that serves. */
export type ModelReport = {
  readonly champion: ModelVersion;
  /** The version trained last: the champion itself, or one that was not promoted or has been replaced. */
  readonly newest: ModelVersion;
  /** What the weekly look found about this champion; null before the first one. */
  readonly findings: ModelFindings | null;
  /** Customers whose money the champion does not know, because no rate to its currency is stated; most first. */
  readonly unrated: readonly CustomersOfCurrency[];
  /** Sources that send no more; left out: none. */
  readonly stopped?: StoppedData | null;
};
