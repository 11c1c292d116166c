import {
  type ScoreCustomersDeps,
  type ScoreCustomersInput,
  type ScoreCustomersResult,
  scoreCustomers,
} from "../risk/scoring/score-customers.ts";
import { type RetrainAndAlertDeps, type RetrainAndAlertInput, retrainAndAlert } from "./retrain-and-alert.ts";

export type ScoreOrRetrainDeps = ScoreCustomersDeps & RetrainAndAlertDeps;

export type ScoreOrRetrainInput = {
  readonly scoring: ScoreCustomersInput;
  readonly training: RetrainAndAlertInput;
};

/** Scores everybody. An upgrade can leave a model behind that only the earlier version could read: then it trains first. */
export async function scoreOrRetrain(
  deps: ScoreOrRetrainDeps,
  { scoring, training }: ScoreOrRetrainInput,
): Promise<ScoreCustomersResult> {
  const result = await scoreCustomers(deps, scoring);
  if (result.kind !== "unusable-model") return result;
  const retrained = await retrainAndAlert(deps, training);
  return retrained.kind === "trained" ? scoreCustomers(deps, scoring) : result;
}
