import type { ToldAttribute } from "../attribute-inputs.ts";
import type { FeatureName } from "../features.ts";

/** One reason for a score, as stored with it. Numbers are in the feature's unit; null where missing. */
export type Reason = {
  /** The one of its group that pulls most. */
  readonly feature: string;
  readonly value: number | null;
  /** The median customer of the model's training snapshots. For those who check a score; no sentence names it. */
  readonly typical: number | null;
  /** What the feature's group adds to the logit against the average training customer; above zero raises the risk. */
  readonly contribution: number;
  /** Where an attribute of the customer file pulls: which, and what it is of this customer. */
  readonly attribute?: ToldAttribute;
  /** The other features its sentences are made of, without those that are missing. */
  readonly companions?: Readonly<Partial<Record<FeatureName, number>>>;
};

/** Association, not cause: the model saw customers like this one leave more, or less, often. */
export function reasonDirection(reason: Reason): "raises" | "lowers" {
  return reason.contribution >= 0 ? "raises" : "lowers";
}
