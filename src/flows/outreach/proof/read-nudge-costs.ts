import { addDays, type Day, localTime } from "../../../domain/calendar.ts";
import type { CostRates } from "../../../domain/costs/trace/entry-rows.ts";
import { PLAYBOOKS } from "../../../domain/outreach/playbooks/playbooks.ts";
import { type ActedOn, type NudgeCost, nudgeCosts } from "../../../domain/outreach/proof/nudge-costs.ts";
import { WITHIN_DAYS } from "../../../domain/outreach/proof/within-days.ts";
import type { ExchangeRateStore } from "../../../store/costs/exchange-rates.ts";
import type { HourlyCostStore } from "../../../store/costs/hourly-costs.ts";
import type { TracedCostStore } from "../../../store/costs/traced-costs.ts";
import type { SentNudgeRow } from "../../../store/outreach/playbook-cases.ts";
import { isKnownBy } from "./read-stayed.ts";

export type ReadNudgeCostsDeps = {
  readonly hourlyCosts: Pick<HourlyCostStore, "all">;
  readonly tracedCosts: Pick<TracedCostStore, "sharedEntries">;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly timeZone: string;
};

/** What the nudges of a quarter cost, by playbook. */
export type QuarterCosts = {
  /** Up to now. */
  readonly soFar: ReadonlyMap<string, NudgeCost>;
  /** Of what it is known what came of: this is what a gain is set against. */
  readonly judged: ReadonlyMap<string, NudgeCost>;
};

type QuarterInput = {
  readonly days: { readonly fromDay: Day; readonly toDay: Day };
  readonly sent: readonly SentNudgeRow[];
  readonly currency: string;
  readonly now: Date;
};

/** The time of those who acted on a quarter's nudges, and what the ledger has for their playbooks on its days. */
export async function readNudgeCosts(
  deps: ReadNudgeCostsDeps,
  { days, sent, currency, now }: QuarterInput,
): Promise<QuarterCosts> {
  const rates: CostRates = { currency, rates: await deps.exchangeRates.all() };
  const entries = await deps.tracedCosts.sharedEntries(days);
  const hourlyCosts = await deps.hourlyCosts.all();
  const today = localTime(now, deps.timeZone).day;
  const until = (last: Day, nudges: readonly SentNudgeRow[]) => {
    const toDay = last < days.toDay ? last : days.toDay;
    const period = { fromDay: days.fromDay, toDay };
    const ofDays = toDay < days.fromDay ? [] : entries.filter(({ fromDay }) => fromDay <= toDay);
    const actedOn = nudges.flatMap((nudge) => actedOnIn(nudge, deps.timeZone));
    return nudgeCosts({ actedOn, entries: ofDays, period, hourlyCosts, rates, minutesOf });
  };
  return {
    soFar: until(today, sent),
    judged: until(
      addDays(today, -WITHIN_DAYS),
      sent.filter((one) => isKnownBy(one, now)),
    ),
  };
}

const MINUTES: ReadonlyMap<string, number> = new Map(PLAYBOOKS.map(({ key, minutes }) => [key, minutes]));
const minutesOf = (playbook: string) => MINUTES.get(playbook) ?? 0;

function actedOnIn(
  { playbook, customerId, status, settledBy, settledAt, at }: SentNudgeRow,
  timeZone: string,
): ActedOn[] {
  if (status !== "reached_out" && status !== "touched") return [];
  return [{ playbook, customerId, memberId: settledBy, day: localTime(settledAt ?? at, timeZone).day }];
}
