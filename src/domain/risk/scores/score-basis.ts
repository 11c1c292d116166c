import type { ServingKind } from "../churn-model.ts";
/** What the scores in a message rest on; null: there are none yet. */
export type ScoreBasis = {
  /** When the oldest score shown was made. */
  readonly scoredAt: string;
  readonly horizonDays: number;
  readonly serves: ServingKind;
};
