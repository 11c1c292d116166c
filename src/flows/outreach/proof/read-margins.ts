import { type Day, localTime } from "../../../domain/calendar.ts";
import type { CostRates } from "../../../domain/costs/trace/entry-rows.ts";
import { MissingRateError } from "../../../domain/exchange-rates.ts";
import { converterTo } from "../../../domain/figures/converted-revenue.ts";
import type { CustomerHistory } from "../../../domain/figures/customer-history.ts";
import { groupedBy } from "../../../domain/outreach/proof/grouped-by.ts";
import {
  daysBeforeOutcome,
  type MarginOutcome,
  marginOutcome,
  outcomeDays,
} from "../../../domain/outreach/proof/margin-outcome.ts";
import { WITHIN_DAYS } from "../../../domain/outreach/proof/within-days.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import { missingRate } from "../../../domain/value/missing-rate.ts";
import type { CustomerHistoriesStore } from "../../../store/figures/customer-histories.ts";
import type { CustomerMarginStore } from "../../../store/figures/customer-margins.ts";
import { reportCurrency, type WorthValuationDeps } from "../../value/worth-valuation.ts";
import { type Dealt, isKnownBy, keyOf } from "./read-stayed.ts";

export type ReadMarginsDeps = WorthValuationDeps & {
  readonly customerHistories: Pick<CustomerHistoriesStore, "among">;
  readonly customerMargins: CustomerMarginStore;
};

/** What customers brought after they were dealt, in one currency. */
export type Margins = {
  readonly currency: string;
  /** The first rate that nobody stated: then no margin is compared, because those who did not buy would need none. */
  readonly missingRate: Phrase | null;
  /** `unknown`: neither the file nor the settings name the margin; null: it is not known yet what became of them. */
  readonly of: (dealt: Dealt) => MarginOutcome | "unknown" | null;
};

/** The margin of those of whom it is known by now, in the currency that most customers have; read by the day. */
export async function readMargins(
  deps: ReadMarginsDeps,
  dealt: readonly Dealt[],
  now: Date,
): Promise<Margins> {
  const currency = await reportCurrency(deps, null);
  const known = dealt.filter((one) => isKnownBy(one, now));
  const dayOf = ({ at }: Dealt) => localTime(at, deps.timeZone).day;
  const outcomes = new Map<string, MarginOutcome | "unknown">();
  const rates = await deps.exchangeRates.all();
  try {
    for (const [day, own] of groupedBy(known, dayOf)) {
      const ids = [...new Set(own.map(({ customerId }) => customerId))];
      const found = await marginsOfDay(deps, day, ids, { currency, rates });
      for (const one of own) outcomes.set(keyOf(one), found.get(one.customerId) ?? "unknown");
    }
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
    return { currency, missingRate: missingRate(error), of: () => null };
  }
  return { currency, missingRate: null, of: (one) => outcomes.get(keyOf(one)) ?? null };
}

/** By customer; `unknown` where no margin is named. @throws MissingRateError */
async function marginsOfDay(
  deps: ReadMarginsDeps,
  day: Day,
  ids: readonly number[],
  { currency, rates }: CostRates,
): Promise<ReadonlyMap<number, MarginOutcome | "unknown">> {
  const { toDay } = outcomeDays(day, WITHIN_DAYS);
  const days = { fromDay: daysBeforeOutcome(day).fromDay, toDay, timeZone: deps.timeZone };
  const percents = await deps.customerMargins.of(ids, toDay);
  const convert = converterTo(currency, toDay, rates);
  const found = new Map<number, MarginOutcome | "unknown">();
  const percentOf = (id: number) => percents.get(id) ?? deps.clv.marginPercentIfUnknown;
  // Who never bought and has no contract has no history: they brought nothing, where their margin is known.
  for (const id of ids) found.set(id, percentOf(id) === null ? "unknown" : NOTHING_BROUGHT);
  await deps.customerHistories.among(days, ids, (history: CustomerHistory) => {
    const marginPercent = percentOf(history.customerId);
    if (marginPercent === null) return;
    found.set(
      history.customerId,
      marginOutcome(history, day, { withinDays: WITHIN_DAYS, convert, marginPercent }),
    );
  });
  return found;
}

const NOTHING_BROUGHT: MarginOutcome = { marginMinor: 0, beforeMinor: 0 };
