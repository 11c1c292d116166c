import type { Day } from "../../calendar.ts";
import { parseAppliesTo } from "../../costs/applies-to.ts";
import { type HourlyCost, priceTouches, type TouchLabour } from "../../costs/touch-labour.ts";
import { type CostRates, entryParts, type TracedEntry } from "../../costs/trace/entry-rows.ts";
import { convertMoney, MissingRateError } from "../../exchange-rates.ts";
import type { Phrase } from "../../phrase.ts";
import { missingRate } from "../../value/missing-rate.ts";
import { groupedBy } from "./grouped-by.ts";

/** A nudge that somebody acted on. */
export type ActedOn = {
  readonly playbook: string;
  readonly customerId: number;
  /** Who acted; null where that is not known. */
  readonly memberId: string | null;
  /** The day they did, where the team is. */
  readonly day: Day;
};

/** What the nudges of one playbook cost; minor units of the report's currency. */
export type NudgeCost = {
  /** The time of who acted: the playbook's minutes at their hourly cost. */
  readonly timeMinor: number;
  /** What the ledger has for the playbook: gifts, vouchers, events. */
  readonly giftsMinor: number;
  /** Contacts of members without an hourly cost on that day: their time is unknown, never free. */
  readonly unpriced: number;
  /** The first amount without a stated rate; it is in no sum. */
  readonly missingRate: Phrase | null;
};

export const NO_NUDGE_COST: NudgeCost = { timeMinor: 0, giftsMinor: 0, unpriced: 0, missingRate: null };

export type NudgeCostInput = {
  readonly actedOn: readonly ActedOn[];
  /** Of the ledger; those that name no playbook are left aside. */
  readonly entries: readonly TracedEntry[];
  readonly period: { readonly fromDay: Day; readonly toDay: Day };
  readonly hourlyCosts: readonly HourlyCost[];
  readonly rates: CostRates;
  /** What a playbook takes of somebody's time; 0 for one that is known no more. */
  readonly minutesOf: (playbook: string) => number;
};

/** What nudges cost, by playbook. Amounts are converted at the rate of their own day, as cost reports do. */
export function nudgeCosts(input: NudgeCostInput): ReadonlyMap<string, NudgeCost> {
  const costs = new Map<string, NudgeCost>();
  const change = (playbook: string, next: (cost: NudgeCost) => NudgeCost) =>
    costs.set(playbook, next(costs.get(playbook) ?? NO_NUDGE_COST));
  for (const [playbook, acted] of groupedBy(input.actedOn, (one) => one.playbook)) {
    const time = timeOf(acted, input.minutesOf(playbook), input);
    change(playbook, (cost) => ({ ...cost, ...time }));
  }
  for (const { playbook, minor, missing } of gifts(input))
    change(playbook, (cost) => ({
      ...cost,
      giftsMinor: cost.giftsMinor + minor,
      missingRate: cost.missingRate ?? missing,
    }));
  return costs;
}

/** Of all playbooks together. */
export function totalNudgeCost(costs: Iterable<NudgeCost>): NudgeCost {
  return [...costs].reduce(
    (sum, cost) => ({
      timeMinor: sum.timeMinor + cost.timeMinor,
      giftsMinor: sum.giftsMinor + cost.giftsMinor,
      unpriced: sum.unpriced + cost.unpriced,
      missingRate: sum.missingRate ?? cost.missingRate,
    }),
    NO_NUDGE_COST,
  );
}

function timeOf(
  acted: readonly ActedOn[],
  minutes: number,
  { hourlyCosts, rates }: Pick<NudgeCostInput, "hourlyCosts" | "rates">,
): Omit<NudgeCost, "giftsMinor"> {
  const times = acted.map(({ playbook: _of, ...one }) => ({ ...one, minutes }));
  const { priced, unpriced } = priceTouches(times, hourlyCosts);
  const { minor, missing } = convertedLabour(priced, rates);
  return {
    timeMinor: minor,
    unpriced: unpriced.reduce((sum, { touches }) => sum + touches, 0),
    missingRate: missing,
  };
}

/** A currency and day at a time, so that rounded parts do not add up to something else. */
function convertedLabour(priced: readonly TouchLabour[], { currency, rates }: CostRates) {
  let [minor, missing]: [number, Phrase | null] = [0, null];
  for (const group of groupedBy(priced, ({ day, cost }) => `${day} ${cost.currency}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const sum = group.reduce((total, { cost }) => total + cost.minor, 0);
    try {
      const money = { minor: sum, currency: first.cost.currency };
      minor += convertMoney(money, currency, first.day, rates).money.minor;
    } catch (error) {
      if (!(error instanceof MissingRateError)) throw error;
      missing ??= missingRate(error);
    }
  }
  return { minor, missing };
}

type Gift = { readonly playbook: string; readonly minor: number; readonly missing: Phrase | null };

/** An entry for several playbooks is shared equally by them; what is for somebody else besides is in no playbook's cost. */
function gifts({ entries, period, rates }: NudgeCostInput): Gift[] {
  return entryParts(entries, period, rates).flatMap(({ entry, minor, toDay }) => {
    const parsed = parseAppliesTo(entry.appliesTo);
    if (parsed.kind === "wrong") return [];
    const targets = parsed.targets;
    const missing =
      minor === null
        ? missingRate({ fromCurrency: entry.currency, toCurrency: rates.currency, day: toDay })
        : null;
    return targets.flatMap((target, place) =>
      target.kind === "playbook"
        ? [{ playbook: target.key, minor: sharedEqually(minor ?? 0, targets.length, place), missing }]
        : [],
    );
  });
}

/** A part of an amount in whole units; what the division leaves over goes to the first ones. */
function sharedEqually(minor: number, parts: number, place: number): number {
  const each = Math.trunc(minor / parts);
  const left = minor - each * parts;
  return each + (place < Math.abs(left) ? Math.sign(left) : 0);
}
