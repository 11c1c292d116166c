import { addDays, type Day, localTime } from "../../../domain/calendar.ts";
import type { CostRates } from "../../../domain/costs/trace/entry-rows.ts";
import { inForce } from "../../../domain/outreach/playbooks/in-force.ts";
import { playbookOf } from "../../../domain/outreach/playbooks/playbooks.ts";
import { type ActedOn, type NudgeCost, nudgeCosts } from "../../../domain/outreach/proof/nudge-costs.ts";
import { WITHIN_DAYS } from "../../../domain/outreach/proof/within-days.ts";
import type { ExchangeRateStore } from "../../../store/costs/exchange-rates.ts";
import type { HourlyCostStore } from "../../../store/costs/hourly-costs.ts";
import type { TracedCostStore } from "../../../store/costs/traced-costs.ts";
import type { SentNudgeRow } from "../../../store/outreach/playbook-cases.ts";
import type { KeptSetting, PlaybookSettingStore } from "../../../store/outreach/playbook-settings.ts";
import { isKnownBy } from "./read-stayed.ts";

export type ReadNudgeCostsDeps = {
  readonly hourlyCosts: Pick<HourlyCostStore, "all">;
  readonly tracedCosts: Pick<TracedCostStore, "sharedEntries">;
  readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  readonly playbookSettings: Pick<PlaybookSettingStore, "all">;
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

/**
 * The time of those who acted on a quarter's nudges, and what the ledger has for their playbooks on its days. A contact takes what
 * the team has set by now, as the choice of nudges reckons: what was set earlier is not kept by day.
 */
export async function readNudgeCosts(
  deps: ReadNudgeCostsDeps,
  { days, sent, currency, now }: QuarterInput,
): Promise<QuarterCosts> {
  const rates: CostRates = { currency, rates: await deps.exchangeRates.all() };
  const entries = await deps.tracedCosts.sharedEntries(days);
  const hourlyCosts = await deps.hourlyCosts.all();
  const minutesOf = minutesBy(await deps.playbookSettings.all());
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

/** What a playbook takes, as it is set; 0 for one that is known no more. */
function minutesBy(kept: readonly KeptSetting[]): (playbook: string) => number {
  const settings = Object.fromEntries(kept.map((one) => [one.playbook, one]));
  return (key) => {
    const playbook = playbookOf(key);
    return playbook === null ? 0 : inForce(playbook, settings).minutes;
  };
}

function actedOnIn(
  { playbook, customerId, status, settledBy, settledAt, at }: SentNudgeRow,
  timeZone: string,
): ActedOn[] {
  if (status !== "reached_out" && status !== "touched") return [];
  return [{ playbook, customerId, memberId: settledBy, day: localTime(settledAt ?? at, timeZone).day }];
}
