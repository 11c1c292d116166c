import { firstDayOfWeek, startOfDay, weekOf } from "../../domain/calendar.ts";
import { contactPricer } from "../../domain/outreach/contact-cost.ts";
import type { NudgeGivens } from "../../domain/outreach/nudge-givens.ts";
import { type KnownCandidate, worthNudging } from "../../domain/outreach/nudges.ts";
import { type HoldOut, isHeldOut } from "../../domain/outreach/proof/hold-out.ts";
import type { HourlyCostStore } from "../../store/costs/hourly-costs.ts";
import type { PlaybookEffectStore } from "../../store/outreach/playbook-effects.ts";
import type { RiskListStore } from "../../store/outreach/risk-list.ts";
import { type ReadStakesDeps, readStakes } from "../value/read-stakes.ts";
import { reportCurrency } from "../value/worth-valuation.ts";
import type { NudgesAsOf } from "./known-candidates.ts";

export type NudgeGivensDeps = ReadStakesDeps & {
  readonly hourlyCosts: Pick<HourlyCostStore, "all">;
  readonly riskList: Pick<RiskListStore, "toldSince">;
  /** Left out: nobody is held out. */
  readonly holdOut?: HoldOut;
  readonly playbookEffects: Pick<PlaybookEffectStore, "all">;
};

/** What nudges are chosen by beside the candidates: what is at stake, what contacts cost, what each member was told. */
export async function nudgeGivens(
  deps: NudgeGivensDeps,
  candidates: readonly KnownCandidate[],
  { policy, now, day, timeZone }: NudgesAsOf & { readonly timeZone: string },
): Promise<NudgeGivens> {
  const { holdOut } = deps;
  const monday = startOfDay(firstDayOfWeek(weekOf(day)), timeZone);
  return {
    stakes: await readStakes(deps, now, worthNudging(candidates, policy, now, day)),
    priceContact: contactPricer({
      hourlyCosts: await deps.hourlyCosts.all(),
      rates: await deps.exchangeRates.all(),
      currency: await reportCurrency(deps, null),
      day,
    }),
    toldThisWeek: await deps.riskList.toldSince(monday),
    savedShares: await deps.playbookEffects.all(),
    ...(holdOut && {
      isHeldOut: (customerId: number, playbook: string) => isHeldOut(customerId, playbook, day, holdOut),
    }),
  };
}
