import { expect, it } from "vitest";
import { addDays } from "../../../../../src/domain/calendar.ts";
import { joinedFacts } from "../../../../../src/domain/costs/sharing/joined-facts.ts";
import { periodFactsBuilder } from "../../../../../src/domain/costs/sharing/period-facts.ts";
import { customerSpans } from "../../../../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../../../../src/domain/figures/customer-history.ts";
import { NO_HISTORY } from "../../../../support/customer-history.ts";
import { randomNumbers } from "../../../../support/invented-log.ts";

const PERIOD = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const CURRENCIES = ["EUR", "JPY", "USD"];

/** Contracts with and without an end, orders before and in the period, and some who never were customers. */
function invented(seed: number): CustomerHistory[] {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const day = () => addDays("2025-12-01", below(140));
  const money = () => ({ minor: 1 + below(9_999), currency: CURRENCIES[below(3)]! });
  return Array.from({ length: 40 }, (_, at): CustomerHistory => {
    const [startedOn, ordered, amount] = [day(), day(), money()];
    return {
      ...NO_HISTORY,
      customerId: 1 + 3 * at,
      file: { ...NO_HISTORY.file, segment: [null, "VIP", "大客户"][below(3)]! },
      contracts:
        below(3) > 0
          ? []
          : [
              {
                ...{ startedOn, endedOn: below(2) ? null : addDays(startedOn, 40), continues: false },
                prices: [{ fromDay: startedOn, monthly: money() }],
              },
            ],
      purchases: below(4) === 0 ? [] : [{ bookedOn: ordered, day: ordered }],
      amounts: [
        { day: ordered, currency: amount.currency, orderedMinor: amount.minor, refundedMinor: below(50) },
      ],
    };
  });
}

function facts(histories: readonly CustomerHistory[]) {
  const builder = periodFactsBuilder(PERIOD);
  for (const history of histories) builder.add(history, customerSpans(history));
  return builder.finish();
}

it.each([1, 2, 3, 4])("joins the facts of ranges as if one had laid out everybody, seed %i", (seed) => {
  const histories = invented(seed);
  const everybody = facts(histories);
  expect(everybody.customerIds.length).toBeGreaterThan(10);
  for (const cuts of [[40], [13, 13, 40], [1, 2, 20, 40], [0, 40, 40]]) {
    const parts = cuts.map((to, at) => facts(histories.slice(cuts[at - 1] ?? 0, to)));
    const joined = joinedFacts(PERIOD, parts);
    expect(joined).toEqual(everybody);
    expect([...joined.revenue.keys()]).toEqual([...everybody.revenue.keys()]);
  }
});

it("joins nothing to the facts of nobody", () => {
  expect(joinedFacts(PERIOD, [])).toEqual(facts([]));
});
