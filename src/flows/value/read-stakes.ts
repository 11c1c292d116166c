import { customerWorth, type WorthValuation } from "../../domain/value/segments/customer-worth.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { type Stake, type Stakes, stakeOf } from "../../domain/value/stake.ts";
import type { WorthAtRisk, WorthStore } from "../../store/value/worth.ts";
import { unlessRateMissing, type WorthValuationDeps, worthValuation } from "./worth-valuation.ts";

export type ReadStakesDeps = WorthValuationDeps & { readonly worth: Pick<WorthStore, "among"> };

/**
 * The year's margin expected to be lost with each of these customers, in the currency that most customers have. Meant for those
 * at high risk: some thousands at a time are valued by one query each.
 */
export async function readStakes(
  deps: ReadStakesDeps,
  asOf: Date,
  customerIds: readonly number[],
): Promise<Stakes> {
  const stakes = new Map<number, Stake>();
  if (customerIds.length === 0) return stakes;
  const moment = valuePeriod(asOf, deps.timeZone);
  const valuation = await worthValuation(deps, moment);
  await deps.worth.among(moment, customerIds, (facts) => {
    stakes.set(facts.history.customerId, stakeIn(facts, valuation));
  });
  return stakes;
}

function stakeIn(facts: WorthAtRisk, valuation: WorthValuation): Stake {
  const worth = unlessRateMissing(facts.history, () => customerWorth(facts, valuation));
  if ("unrated" in worth) return { kind: "unknown", because: "no-rate", whose: worth.unrated };
  return stakeOf(facts.probability, worth.value.marginIfStaying);
}
