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
  const { from } = valuePeriod(asOf);
  const valuation = await worthValuation(deps, asOf);
  await deps.worth.among({ asOf, from }, customerIds, (facts) => {
    stakes.set(facts.customerId, stakeIn(facts, valuation));
  });
  return stakes;
}

function stakeIn(facts: WorthAtRisk, valuation: WorthValuation): Stake {
  const worth = unlessRateMissing(() => customerWorth(facts, valuation));
  if (worth === null) return { kind: "unknown", because: "no-rate" };
  return stakeOf(facts.probability, worth.marginIfStaying);
}
