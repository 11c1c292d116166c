import { startOfDay } from "../../domain/calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import type { Turned } from "../../domain/customers/won-and-lost.ts";
import { turnedThemselves } from "../../domain/customers/won-and-lost.ts";
import { type DigestTurns, digestTurns } from "../../domain/messages/digest-turns.ts";
import type { Money } from "../../domain/money.ts";
import { yearsRevenue } from "../../domain/value/segments/customer-worth.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { HistoryDays } from "../../store/figures/customer-histories.ts";
import type { WonAndLostStore } from "../../store/figures/won-and-lost.ts";
import type { WorthStore } from "../../store/value/worth.ts";
import { unlessRateMissing, type WorthValuationDeps, worthValuation } from "../value/worth-valuation.ts";

export type FindDigestTurnsDeps = WorthValuationDeps & {
  readonly wonAndLost: WonAndLostStore;
  readonly worth: Pick<WorthStore, "among">;
};

/** Who was won and lost in a week, the largest first: as they stood before it whoever was lost, as they stand now the others. */
export async function findDigestTurns(
  deps: FindDigestTurnsDeps,
  week: HistoryDays,
  restless: ReadonlySet<string>,
  now: Date,
): Promise<DigestTurns> {
  const turned = turnedThemselves(await deps.wonAndLost.within(week), restless);
  const isLost = ({ turn }: Turned) => turn === "ended" || turn === "lapsed";
  const lost = await yearMoneyOf(deps, turned.filter(isLost), startOfDay(week.fromDay, week.timeZone));
  const won = await yearMoneyOf(
    deps,
    turned.filter((one) => !isLost(one)),
    now,
  );
  return digestTurns(turned, new Map([...lost, ...won]), ACTIVITY_WINDOW_DAYS);
}

async function yearMoneyOf(
  deps: FindDigestTurnsDeps,
  turned: readonly Turned[],
  asOf: Date,
): Promise<ReadonlyMap<number, Money>> {
  const found = new Map<number, Money>();
  if (turned.length === 0) return found;
  const moment = valuePeriod(asOf, deps.timeZone);
  const valuation = await worthValuation(deps, moment);
  const ids = turned.map(({ customerId }) => customerId);
  await deps.worth.among(moment, ids, (facts) => {
    const worth = unlessRateMissing(facts.history, () => yearsRevenue(facts, valuation));
    if ("value" in worth) found.set(facts.history.customerId, worth.value);
  });
  return found;
}
