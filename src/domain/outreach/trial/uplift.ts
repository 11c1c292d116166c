import type { Dataset } from "../../risk/dataset.ts";

/** A randomised trial's rows: the inputs known before it, who was treated (1) or not (0), and what came of it. */
export type TrialRows = {
  readonly inputs: Dataset;
  readonly treated: Uint8Array;
  readonly outcomes: Float64Array;
};

export type ExpectedUplift = {
  /** How much more of the outcome to expect with the treatment than without, per row. */
  readonly uplift: Float64Array;
  /** The outcome to expect without it. */
  readonly untreated: Float64Array;
};

/** Learns from some rows of a trial what the treatment adds for other rows, by their inputs. */
export type UpliftModel = (training: TrialRows, test: Dataset, seed: number) => ExpectedUplift;

/** A split of a trial's rows into those that are learnt from and those that are judged. */
export type TrialSplit = { readonly training: readonly number[]; readonly test: readonly number[] };
