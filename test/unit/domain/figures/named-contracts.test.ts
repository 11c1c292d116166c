import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../../../src/domain/calendar.ts";
import { customerSpans, customerTurn } from "../../../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../../../src/domain/figures/customer-history.ts";
import { customerRevenue, monthlyOn } from "../../../../src/domain/figures/customer-revenue.ts";
import { runningAtClose } from "../../../../src/domain/figures/monthly-at-close.ts";
import {
  type CountedContract,
  countedAsTold,
  type NamedContract,
} from "../../../../src/domain/figures/named-contracts.ts";
import { uniformNumbers } from "../../../../src/domain/risk/evaluation/uniform-numbers.ts";

const CLOSED = "2026-09-30";
const FIRST_OPEN = "2026-10-01";
const QUARTER = { fromDay: "2026-07-01", toDay: CLOSED };
const ALL_DAYS = { fromDay: "2024-01-01", toDay: "2028-12-31" };

type State = {
  readonly told: readonly NamedContract[];
  readonly counted: readonly CountedContract[];
  readonly adjustments: ReturnType<typeof countedAsTold>["adjustments"];
};
const EMPTY: State = { told: [], counted: [], adjustments: [] };

/** What counts after somebody was told. */
function tell(state: State, told: readonly NamedContract[], closedThrough: Day | null): State {
  const counts = countedAsTold({
    told,
    before: state.told.length > 0 ? state.told : null,
    counted: state.counted,
    booked: state.adjustments.map(({ amount }) => amount),
    closedThrough,
  });
  return { told, counted: counts.contracts, adjustments: [...state.adjustments, ...counts.adjustments] };
}

/** As the store reads it for a period. */
function historyOf({ counted, adjustments }: State, toDay: Day): CustomerHistory {
  return {
    customerId: 1,
    externalId: "C1",
    name: "Acme",
    file: { segment: null, ownerEmail: null, country: null, marginPercent: null, acquisitionCost: null },
    contracts: counted
      .filter(({ startedOn, continues }) => startedOn <= (continues ? addDays(toDay, 1) : toDay))
      .map((contract) => ({
        ...contract,
        prices: contract.prices.filter(({ fromDay }) => fromDay <= toDay),
      })),
    ends: [],
    lastPurchaseBefore: null,
    purchases: [],
    amounts: [],
    adjustments: adjustments.map((adjustment, id) => ({ ...adjustment, id })),
  };
}

function revenueOver(state: State, days: typeof ALL_DAYS) {
  const found = customerRevenue(historyOf(state, days.toDay), days);
  return Object.fromEntries(
    found.filter(({ netMinor }) => netMinor !== 0).map(({ currency, netMinor }) => [currency, netMinor]),
  );
}

/** All that a closed period says of the customer. */
function printed(state: State, days = QUARTER) {
  const history = historyOf(state, days.toDay);
  return {
    ...customerTurn(customerSpans(history), days),
    revenue: revenueOver(state, days),
    monthly: monthlyOn(runningAtClose(history.contracts, days.toDay), days.toDay),
    runsPast: history.contracts.some(
      ({ startedOn, endedOn }) => startedOn <= days.toDay && (endedOn === null || endedOn > days.toDay),
    ),
  };
}

const contract = (changes: Partial<NamedContract> = {}, minor = 31_007): NamedContract => ({
  externalId: "K1",
  startedOn: "2026-01-01",
  endedOn: null,
  prices: [{ fromDay: changes.startedOn ?? "2026-01-01", monthly: { minor, currency: "EUR" } }],
  ...changes,
});

/** What the customer file had made of a contract, before any was named. */
const fromFile = (...contracts: NamedContract[]): State => ({
  ...EMPTY,
  counted: contracts.map((told) => ({ ...told, externalId: null, continues: true })),
});

describe("contracts told by name", () => {
  it("count as they are told while nothing is closed, and what the file made of them goes", () => {
    const told = [contract(), contract({ externalId: "K2", startedOn: "2026-03-01" }, 5_000)];
    const { counted, adjustments } = tell(fromFile(contract({}, 99_000)), told, null);
    expect(counted.map(({ externalId, startedOn }) => [externalId, startedOn])).toEqual([
      ["K1", "2026-01-01"],
      ["K2", "2026-03-01"],
    ]);
    expect(adjustments).toEqual([]);
  });

  it("go on from what was printed under its name, or under none", () => {
    const { counted } = tell(fromFile(contract({}, 20_000)), [contract()], CLOSED);
    expect(counted).toEqual([
      {
        externalId: "K1",
        startedOn: "2026-01-01",
        endedOn: null,
        continues: true,
        prices: [
          { fromDay: "2026-01-01", monthly: { minor: 20_000, currency: "EUR" } },
          { fromDay: FIRST_OPEN, monthly: { minor: 31_007, currency: "EUR" } },
        ],
      },
    ]);
  });

  it("book nothing where they say what was counted", () => {
    const state = tell(fromFile(contract()), [contract()], CLOSED);
    expect(state.adjustments).toEqual([]);
    expect(tell(state, [contract()], CLOSED)).toEqual(state);
  });

  it("begin on the first open day where they are told late, and say for which days they are booked", () => {
    const told = contract({ startedOn: "2026-09-16" }, 30_000);
    const { counted, adjustments } = tell(EMPTY, [told], CLOSED);
    expect(counted).toMatchObject([{ startedOn: FIRST_OPEN, continues: false }]);
    expect(adjustments).toEqual([
      {
        bookedOn: FIRST_OPEN,
        fromDay: "2026-09-16",
        toDay: CLOSED,
        amount: { minor: 15_000, currency: "EUR" },
        why: "contract-added",
      },
    ]);
  });

  it("let a customer leave on the first open day who had left by then", () => {
    const ended = contract({ endedOn: "2026-08-10" }, 31_000);
    const before = tell(EMPTY, [contract({}, 31_000)], null);
    const after = tell(before, [ended], CLOSED);
    expect(printed(after)).toEqual(printed(before));
    expect(after.counted).toMatchObject([{ externalId: null, endedOn: FIRST_OPEN }]);
    expect(after.adjustments).toMatchObject([
      { fromDay: "2026-08-11", toDay: CLOSED, why: "contract-changed" },
    ]);
    expect(revenueOver(after, ALL_DAYS)).toEqual(revenueOver(tell(EMPTY, [ended], null), ALL_DAYS));
  });

  it("keep a renewal that the closed quarter knew of, and continue none that it did not", () => {
    const old = contract({ endedOn: CLOSED });
    const renewal = contract({ externalId: "K2", startedOn: FIRST_OPEN });
    const agreed = tell(EMPTY, [old, renewal], null);
    expect(printed(agreed)).toMatchObject({ left: 0, atEnd: true });
    expect(printed(tell(agreed, [old, { ...renewal, startedOn: "2026-11-01" }], CLOSED))).toEqual(
      printed(agreed),
    );
    const alone = tell(EMPTY, [old], null);
    expect(printed(alone)).toMatchObject({ left: 1, atEnd: false });
    expect(printed(tell(alone, [old, renewal], CLOSED))).toEqual(printed(alone));
  });

  it("leave closed days without a price where none was known", () => {
    const before: State = {
      ...EMPTY,
      counted: [{ ...contract(), externalId: null, continues: true, prices: [] }],
    };
    const after = tell(before, [contract()], CLOSED);
    expect(printed(after)).toEqual(printed(before));
    expect(revenueOver(after, ALL_DAYS)).toEqual(revenueOver(tell(EMPTY, [contract()], null), ALL_DAYS));
  });

  it("say that only a price differs where closed days are the same, whatever end is told for later", () => {
    const ends = contract({ endedOn: "2026-12-31" }, 40_000);
    const state = tell(tell(EMPTY, [contract()], null), [ends], CLOSED);
    expect(state.adjustments).toMatchObject([{ why: "price-changed", fromDay: "2026-01-01" }]);
  });
});

describe("any contracts, told in any number of steps and closings", () => {
  const random = uniformNumbers(41);
  const below = (count: number) => Math.floor(random() * count);
  const someDay = () => addDays("2026-01-01", below(700));

  function someContracts(): NamedContract[] {
    return Array.from({ length: 1 + below(3) }, (_, place) => {
      const startedOn = below(4) === 0 ? FIRST_OPEN : someDay();
      const endedOn =
        below(2) === 0
          ? null
          : below(4) === 0 && startedOn <= CLOSED
            ? CLOSED
            : addDays(startedOn, below(300));
      const days = [startedOn, addDays(startedOn, below(200)), addDays(startedOn, below(400))];
      const prices = [...new Set(days)].sort().map((fromDay) => ({
        fromDay,
        monthly: { minor: below(50_000), currency: below(4) === 0 ? "USD" : "EUR" },
      }));
      return { externalId: `K${place + 1}`, startedOn, endedOn, prices };
    });
  }

  it("leave closed quarters as they were printed, and come to what is told in all", () => {
    const later = { fromDay: FIRST_OPEN, toDay: "2026-12-31" };
    for (let company = 0; company < 400; company += 1) {
      const started = below(2) === 0 ? fromFile(...someContracts()) : tell(EMPTY, someContracts(), null);
      const first = tell(tell(started, someContracts(), CLOSED), someContracts(), CLOSED);
      expect(printed(first), `company ${company}`).toEqual(printed(started));
      const told = someContracts();
      const second = tell(first, told, later.toDay);
      expect(printed(second), `company ${company}, later`).toEqual(printed(started));
      expect(printed(second, later), `company ${company}, second quarter`).toEqual(printed(first, later));
      expect(revenueOver(second, ALL_DAYS), `company ${company}, in all`).toEqual(
        revenueOver(tell(EMPTY, told, null), ALL_DAYS),
      );
      expect(tell(second, told, later.toDay), `company ${company}, again`).toEqual(second);
    }
  });
});
