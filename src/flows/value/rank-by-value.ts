import { customerWorth } from "../../domain/value/segments/customer-worth.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { type Ranked, rankByWorth } from "../../domain/value/segments/value-tier.ts";
import type { ValueTierStore } from "../../store/value/value-tiers.ts";
import type { WorthStore } from "../../store/value/worth.ts";
import { unlessRateMissing, type WorthValuationDeps, worthValuation } from "./worth-valuation.ts";

export type RankByValueDeps = WorthValuationDeps & {
  readonly worth: Pick<WorthStore, "asOf">;
  readonly valueTiers: ValueTierStore;
};

/** How many customers have a tier now, and how many none: their value is not known, or not in the ranking's currency. */
export type RankedByValue = {
  readonly ranked: number;
  readonly notValued: number;
  readonly withoutRate: number;
};

/**
 * Ranks everybody by value as of a moment and keeps each one's tier, for cards and lists to read: the same tiers as in
 * the segments of that moment. It knows nothing of the risk, so it needs no model. A rerun ends the same.
 */
export async function rankByValue(
  deps: RankByValueDeps,
  { asOf }: { readonly asOf: Date },
): Promise<RankedByValue> {
  const moment = valuePeriod(asOf, deps.timeZone);
  const valuation = await worthValuation(deps, moment);
  const ids: number[] = [];
  const worths: Ranked[] = [];
  let withoutRate = 0;
  await deps.worth.asOf(moment, (facts) => {
    const { history } = facts;
    const worth = unlessRateMissing(history, () => customerWorth(facts, valuation));
    if ("unrated" in worth) {
      withoutRate += 1;
      return;
    }
    ids.push(history.customerId);
    worths.push(worth.value);
  });
  const { tiers } = rankByWorth(worths);
  await deps.valueTiers.replaceAll(
    asOf,
    ids.map((customerId, place) => ({ customerId, tier: tiers[place] ?? "not-valued" })),
  );
  const notValued = tiers.filter((tier) => tier === "not-valued").length;
  return { ranked: tiers.length - notValued, notValued, withoutRate };
}
