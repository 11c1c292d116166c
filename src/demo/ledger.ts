import type { CostBudget } from "../domain/costs/budget.ts";
import type { RecurringCost } from "../domain/costs/recurring.ts";
import type { HourlyCost } from "../domain/costs/touch-labour.ts";
import type { ExchangeRate } from "../domain/exchange-rates.ts";
import type { Calendar } from "./calendar.ts";
import { amountForAll } from "./cost-scale.ts";
import { DEMO_TEAM } from "./team.ts";

/** What the invented team's figures are worked out with, beside its entries. */
export type DemoLedger = {
  readonly recurringCosts: ReadonlyArray<Omit<RecurringCost, "id">>;
  readonly hourlyCosts: readonly HourlyCost[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly budgets: readonly CostBudget[];
};

const TEAM_CURRENCY = "EUR";
/** Before the first record of any customer. */
const FIRST_MONTH = 26;
const RISE_MONTH = 7;

/** Of the reps, in the order of the team, in cents; from the seventh month before on 4 % more. */
const HOURLY_MINOR = [4_600, 4_400, 4_500, 4_800, 4_200, 4_300, 4_400, 4_200, 4_300];

/** What one unit is in euros: first, and from some months ago on. */
const RATES = [
  { currency: "USD", first: "0.93", since: "0.91" },
  { currency: "GBP", first: "1.17", since: "1.15" },
  { currency: "JPY", first: "0.0062", since: "0.006" },
] as const;

/** What may be spent in a quarter on 300 customers, in cents. Chosen so that the whole is kept and marketing is a little over. */
const QUARTERLY: ReadonlyArray<Pick<CostBudget, "scope" | "amountMinor">> = [
  { scope: { kind: "all" }, amountMinor: 8_000_000 },
  { scope: { kind: "segment", name: "VIP" }, amountMinor: 2_600_000 },
  { scope: { kind: "category", category: "marketing" }, amountMinor: 340_000 },
];
const QUARTERS = 4;

/** The hourly costs, rates and budgets of the invented team, and a subscription that comes back every month. */
export function demoLedger(calendar: Calendar, customers: number): DemoLedger {
  return {
    recurringCosts: [
      {
        every: "month",
        category: "tools",
        subcategory: null,
        kind: "indirect",
        amountMinor: amountForAll(39_000, customers),
        currency: TEAM_CURRENCY,
        fromDay: calendar.monthStart(8),
        untilDay: null,
        appliesTo: "all",
        driver: "tickets",
        note: "Service desk software, per month",
      },
    ],
    hourlyCosts: hourlyCosts(calendar),
    exchangeRates: RATES.flatMap(({ currency, first, since }) => [
      rate(currency, calendar.monthStart(FIRST_MONTH), first),
      rate(currency, calendar.monthStart(RISE_MONTH), since),
    ]),
    budgets: budgets(calendar, customers),
  };
}

function hourlyCosts(calendar: Calendar): HourlyCost[] {
  const reps = DEMO_TEAM.filter(({ role }) => role === "rep");
  return reps.flatMap(({ slackUserId: memberId }, index) => {
    const minor = HOURLY_MINOR[index] ?? 0;
    const perHour = (amount: number) => ({ minor: amount, currency: TEAM_CURRENCY });
    return [
      { memberId, fromDay: calendar.monthStart(FIRST_MONTH), perHour: perHour(minor) },
      { memberId, fromDay: calendar.monthStart(RISE_MONTH), perHour: perHour(Math.round(minor * 1.04)) },
    ];
  });
}

function rate(fromCurrency: string, day: string, value: string): ExchangeRate {
  return { fromCurrency, toCurrency: TEAM_CURRENCY, day, rate: value };
}

/** For the running calendar quarter and those before it, and for so many after it. */
export function budgets(calendar: Calendar, customers: number, quartersAhead = 0): CostBudget[] {
  const monthsIntoQuarter = calendar.asOf.getUTCMonth() % 3;
  const quartersAgo = Array.from({ length: QUARTERS + quartersAhead }, (_, index) => index - quartersAhead);
  return quartersAgo
    .map((quarters) => monthsIntoQuarter + 3 * quarters)
    .flatMap((monthsAgo) =>
      QUARTERLY.map((budget) => ({
        ...budget,
        amountMinor: amountForAll(budget.amountMinor, customers),
        fromDay: calendar.monthStart(monthsAgo),
        toDay: calendar.monthEnd(monthsAgo - 2),
        currency: TEAM_CURRENCY,
      })),
    );
}
