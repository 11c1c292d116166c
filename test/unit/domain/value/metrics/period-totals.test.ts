import { describe, expect, it } from "vitest";
import { converterTo } from "../../../../../src/domain/figures/converted-revenue.ts";
import type {
  Contract,
  CustomerHistory,
  FileFacts,
} from "../../../../../src/domain/figures/customer-history.ts";
import { daysBefore } from "../../../../../src/domain/figures/monthly-at-close.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import {
  type PeriodTotalsInput,
  periodTotals,
} from "../../../../../src/domain/value/metrics/period-totals.ts";
import { NO_MOVEMENT } from "../../../../../src/domain/value/metrics/revenue-retention.ts";

const period = { fromDay: "2026-04-01", toDay: "2026-06-30" };
const eur = (minor: number) => ({ minor, currency: "EUR" });
const usd = (minor: number) => ({ minor, currency: "USD" });
const RATES = [
  { fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-01", rate: "0.9" },
  { fromCurrency: "USD", toCurrency: "EUR", day: "2026-06-30", rate: "0.5" },
  { fromCurrency: "USD", toCurrency: "EUR", day: "2026-07-01", rate: "0.1" },
];

type Traded = CustomerHistory["amounts"][number];
const order = (day: string, orderedMinor = 900, currency = "EUR"): Traded => ({
  ...{ day, currency, orderedMinor },
  refundedMinor: 0,
});
const refund = (day: string, refundedMinor: number, currency = "EUR"): Traded => ({
  ...{ day, currency, refundedMinor },
  orderedMinor: 0,
});

let ids = 0;
type Given = Partial<Omit<CustomerHistory, "file" | "purchases">> & { readonly file?: Partial<FileFacts> };
function customer({ file, amounts = [], ...given }: Given): CustomerHistory {
  ids += 1;
  return {
    ...{ customerId: ids, externalId: String(ids), name: "C", contracts: [], ends: [], adjustments: [] },
    lastPurchaseBefore: null,
    amounts,
    purchases: amounts
      .filter(({ orderedMinor }) => orderedMinor > 0)
      .map(({ day }) => ({ bookedOn: day, day })),
    file: {
      ...{ segment: null, ownerEmail: null, country: null, acquisitionCost: null },
      marginPercent: 50,
      ...file,
    },
    ...given,
  };
}
/** 600 net before the period, 800 in it; a customer at its start and its end. */
const buyer = (given: Given = {}) =>
  customer({
    amounts: [
      order("2026-01-10", 1_000),
      refund("2026-02-10", 400),
      order("2026-05-10"),
      refund("2026-05-20", 100),
    ],
    ...given,
  });
const contract = (monthlyMinor: number | null, given: Partial<Contract> = {}): Contract => ({
  ...{ startedOn: "2025-01-01", endedOn: null, continues: true },
  prices: [{ fromDay: "2025-01-01", monthly: monthlyMinor === null ? null : eur(monthlyMinor) }],
  ...given,
});
/** 100 a month at the start, another price from the middle of the period on. */
const repriced = (monthly: ReturnType<typeof eur> | null) =>
  contract(100, {
    prices: [
      { fromDay: "2025-01-01", monthly: eur(100) },
      { fromDay: "2026-05-16", monthly },
    ],
  });

function totalsOf(
  customers: readonly CustomerHistory[],
  given: Partial<PeriodTotalsInput> = {},
  costs: ReadonlyMap<number, number> = new Map(),
) {
  const convert = converterTo("EUR", period.toDay, RATES);
  const adding = periodTotals({
    ...{ period, convert, marginPercentIfUnknown: null },
    ...given,
  });
  for (const one of customers) adding.add(one);
  return adding.totals(costs);
}

it("is nothing without customers", () => {
  expect(totalsOf([])).toEqual({
    cohort: { atStart: 0, atEnd: 0, retained: 0, joined: 0, reactivated: 0, left: 0, served: 0 },
    orders: 0,
    buyers: 0,
    repeatBuyers: 0,
    orderedMinor: { value: 0 },
    revenue: { value: { netMinor: 0, adjustmentsMinor: 0, ordersNotCountedMinor: 0 } },
    acquisition: { joined: 0, known: 0, costMinor: { value: 0 } },
    contracts: { value: NO_MOVEMENT },
    buyersWithoutContract: { value: NO_MOVEMENT },
    contractsLeftOut: 0,
    returnOnCost: {
      value: {
        ...{ customers: 0, marginMinor: 0, costMinor: 0, ratio: null },
        withoutMargin: { customers: 0, costMinor: 0 },
      },
    },
  });
});

it("compares with as many days before, the last of them the day before the period", () => {
  expect(daysBefore(period)).toEqual({ fromDay: "2025-12-31", toDay: "2026-03-31" });
  expect(daysBefore({ fromDay: "2026-03-01", toDay: "2026-03-01" })).toEqual({
    fromDay: "2026-02-28",
    toDay: "2026-02-28",
  });
});

describe("the customers of a period", () => {
  const first = customer({ amounts: [order("2026-05-10")] });
  const back = customer({
    contracts: [contract(100, { endedOn: "2025-06-30" })],
    amounts: [order("2026-05-10")],
  });
  const gone = customer({ contracts: [contract(100, { endedOn: "2026-05-10" })] });
  const inside = customer({
    contracts: [contract(100, { startedOn: "2026-04-05", endedOn: "2026-04-20" })],
  });
  const longGone = customer({ contracts: [contract(100, { endedOn: "2025-06-30" })] });

  it("are told apart: who joined, came back, left, stayed, and who was one on any day", () => {
    const { cohort } = totalsOf([buyer(), first, back, gone, inside, longGone]);
    expect(cohort).toEqual({
      ...{ atStart: 2, retained: 1, joined: 2, reactivated: 1, left: 2, atEnd: 3 },
      served: 5,
    });
    expect(cohort.atStart + cohort.joined + cohort.reactivated - cohort.left).toBe(cohort.atEnd);
  });

  it("cost to win what the file says, once: in the period of their first day ever, also of who left in it", () => {
    const file = { acquisitionCost: eur(300) };
    const { acquisition } = totalsOf([
      { ...first, file: { ...first.file, ...file } },
      { ...inside, file: { ...inside.file, acquisitionCost: usd(300) } },
      first,
      ...[buyer({ file }), { ...back, file: { ...back.file, ...file } }],
    ]);
    expect(acquisition).toEqual({ joined: 3, known: 2, costMinor: { value: 300 + 150 } });
  });
});

describe("orders", () => {
  it("are counted, who ordered, and who did so more than once; refunds and other days are none", () => {
    const on = (...days: string[]) => customer({ amounts: days.map((day) => order(day, 100)) });
    const others = customer({
      amounts: [order("2026-03-31", 100), refund("2026-04-01", 50)],
    });
    const three = on("2026-04-01", "2026-05-01", "2026-06-30");
    expect(totalsOf([others, on("2026-05-05"), three])).toMatchObject({
      orders: 4,
      buyers: 2,
      repeatBuyers: 1,
      orderedMinor: { value: 400 },
    });
  });

  it("of one customer on one day are one, in two currencies too; under a contract they are orders as well", () => {
    const day = "2026-05-10";
    const both = customer({ amounts: [order(day, 900), order(day, 300, "USD")] });
    expect(totalsOf([both])).toMatchObject({
      orders: 1,
      buyers: 1,
      repeatBuyers: 0,
      orderedMinor: { value: 900 + 150 },
    });
    const under = customer({ contracts: [contract(100)], amounts: [order(day, 900)] });
    expect(totalsOf([under])).toMatchObject({ orders: 1, orderedMinor: { value: 900 } });
  });
});

describe("revenue", () => {
  const revenueOf = (...customers: CustomerHistory[]) => totalsOf(customers).revenue;
  const net = (netMinor: number) => ({ value: { netMinor, adjustmentsMinor: 0, ordersNotCountedMinor: 0 } });

  it("is what was ordered less what was given back, of everybody, whether they stayed or not", () => {
    const gone = buyer({ ends: [{ endedOn: "2026-06-15", resumedOn: null }] });
    expect(revenueOf(buyer(), gone)).toEqual(net(1_600));
  });

  it("of a contract is its price by the day, net of credit notes", () => {
    const noted = customer({ contracts: [contract(100)], amounts: [refund("2026-05-10", 30)] });
    expect(revenueOf(noted)).toEqual(net(300 - 30));
    expect(revenueOf(customer({ contracts: [contract(100, { endedOn: "2026-05-31" })] }))).toEqual(net(200));
  });

  it("leaves out orders on days of a contract with a price, and says what they came to", () => {
    const orders = { amounts: [order("2026-05-10")] };
    expect(revenueOf(customer({ contracts: [contract(100)], ...orders }))).toEqual({
      value: { netMinor: 300, adjustmentsMinor: 0, ordersNotCountedMinor: 900 },
    });
    expect(revenueOf(customer({ contracts: [contract(null)], ...orders }))).toEqual(net(900));
  });

  it("has what is about closed days in it, and says how much that is", () => {
    const adjustment = {
      ...{ id: 1, bookedOn: "2026-04-01", fromDay: "2026-01-01", toDay: "2026-03-31" },
      ...{ amount: eur(-70), why: "price-changed" as const },
    };
    expect(revenueOf(customer({ contracts: [contract(100)], adjustments: [adjustment] }))).toEqual({
      value: { netMinor: 230, adjustmentsMinor: -70, ordersNotCountedMinor: 0 },
    });
  });

  it("is converted once for each customer, at the rate of the period's last day, and rounded before it is added", () => {
    const dollars = customer({ amounts: [order("2026-04-10", 201, "USD"), order("2026-05-10", 100, "USD")] });
    // 150.5 cents each; 301 together, if they were added first.
    expect(revenueOf(dollars)).toEqual(net(151));
    expect(revenueOf(dollars, dollars)).toEqual(net(302));
    const odd = customer({ amounts: [order("2026-04-10", 101, "USD"), order("2026-05-10", 101, "USD")] });
    expect(revenueOf(odd)).toEqual(net(101));
  });
});

describe("the return on what keeping customers cost", () => {
  const returnOf = (
    customers: readonly (readonly [CustomerHistory, number])[],
    marginPercentIfUnknown: number | null = null,
  ) => {
    const costs = new Map(customers.map(([{ customerId }, cost]) => [customerId, cost]));
    return totalsOf(
      customers.map(([one]) => one),
      { marginPercentIfUnknown },
      costs,
    ).returnOnCost;
  };
  const unknown = () => buyer({ file: { marginPercent: null } });

  it("has the same customers above and below the line: those who stayed and whose margin is known", () => {
    const gone = buyer({ ends: [{ endedOn: "2026-06-15", resumedOn: null }] });
    const isNew = customer({ amounts: [order("2026-05-10")] });
    const all = [
      [buyer(), 100],
      [gone, 40],
      [isNew, 50],
      [unknown(), 70],
    ] as const;
    expect(returnOf(all)).toEqual({
      value: {
        ...{ customers: 1, marginMinor: 400, costMinor: 100, ratio: 3 },
        withoutMargin: { customers: 1, costMinor: 70 },
      },
    });
  });

  it("takes the margin that is assumed for whoever has none, and no cost of whoever bears none", () => {
    expect(returnOf([[unknown(), 100]], 25)).toMatchObject({
      value: { customers: 1, marginMinor: 200, costMinor: 100, withoutMargin: { customers: 0 } },
    });
    expect(totalsOf([buyer()]).returnOnCost).toMatchObject({ value: { costMinor: 0, ratio: null } });
  });

  it("has the margin of contracts net of credit notes", () => {
    const noted = customer({ contracts: [contract(100)], amounts: [refund("2026-05-10", 60)] });
    expect(returnOf([[noted, 60]])).toMatchObject({ value: { marginMinor: 120, ratio: 1 } });
  });
});

describe("how revenue moved", () => {
  const noMovement = { value: NO_MOVEMENT };

  it("compares a buyer's days with as many before, refunds taken off both, in the report's currency", () => {
    const dollars = customer({
      amounts: [order("2026-01-10", 1_000, "USD"), order("2026-05-10", 400, "USD")],
    });
    expect(totalsOf([buyer(), dollars])).toMatchObject({
      contracts: noMovement,
      buyersWithoutContract: {
        value: {
          ...{ customers: 2, beforeMinor: 600 + 500 },
          ...{ expansionMinor: 200, contractionMinor: 300, lostMinor: 0 },
        },
      },
    });
  });

  it("takes no one for a buyer of before who first came in the period, or bought earlier than the days before", () => {
    const isNew = customer({ amounts: [order("2026-05-10")] });
    const earlier = customer({ amounts: [order("2025-12-30"), order("2026-05-10")] });
    expect(totalsOf([isNew, earlier]).buyersWithoutContract).toEqual(noMovement);
  });

  it("compares a contract's price at the start and at the end, and not what it brought in between", () => {
    const { contracts, buyersWithoutContract, contractsLeftOut } = totalsOf([
      customer({ contracts: [repriced(eur(150))] }),
      customer({ contracts: [repriced(eur(70))], amounts: [refund("2026-05-10", 60)] }),
    ]);
    expect(buyersWithoutContract).toEqual(noMovement);
    expect(contractsLeftOut).toBe(0);
    expect(contracts).toEqual({
      value: { customers: 2, beforeMinor: 200, expansionMinor: 50, contractionMinor: 30, lostMinor: 0 },
    });
  });

  it("converts a contract that is in another currency by now, at the rate of the period's last day", () => {
    expect(totalsOf([customer({ contracts: [repriced(usd(150))] })])).toMatchObject({
      contracts: { value: { customers: 1, beforeMinor: 100, contractionMinor: 25, lostMinor: 0 } },
      contractsLeftOut: 0,
    });
  });

  it("goes on with the contract that renews one, and adds up what runs side by side", () => {
    const renewed = [
      contract(100, { endedOn: "2026-04-30" }),
      contract(0, { startedOn: "2026-05-01", prices: [{ fromDay: "2026-05-01", monthly: eur(130) }] }),
    ];
    expect(totalsOf([customer({ contracts: renewed })]).contracts).toMatchObject({
      value: { customers: 1, beforeMinor: 100, expansionMinor: 30, lostMinor: 0 },
    });
    const two = [contract(100, { endedOn: "2026-05-31" }), contract(40)];
    expect(totalsOf([customer({ contracts: two })]).contracts).toMatchObject({
      value: { customers: 1, beforeMinor: 140, contractionMinor: 100, lostMinor: 0 },
    });
  });

  it.each([
    ["in the period", "2026-05-10"],
    ["on its last day", "2026-06-30"],
  ])("has nothing left of a contract that ended %s, whatever it brought until then", (_when, endedOn) => {
    const { contracts } = totalsOf([customer({ contracts: [contract(100, { endedOn })] })]);
    expect(contracts).toMatchObject({ value: { customers: 1, beforeMinor: 100, lostMinor: 100 } });
  });

  it.each([
    ["whose price at the start is not known", contract(null), 1],
    ["whose price at the end is not known", repriced(null), 1],
    ["that began in the period", contract(100, { startedOn: "2026-04-01" }), 0],
    ["that ended before it", contract(100, { endedOn: "2026-03-31" }), 0],
  ])("compares no contract %s", (_which, given, contractsLeftOut) => {
    const totals = totalsOf([customer({ contracts: [given] })]);
    expect(totals).toMatchObject({ contracts: noMovement, contractsLeftOut });
  });
});

it("without a rate has no sum that needs it, says which rate that is, and has everything else", () => {
  const yen = (given: Given) => ({ ...given, amounts: [order("2026-05-10", 900, "JPY")] });
  const missing = phrase("cost.missing-rate", {
    from: "JPY",
    to: "EUR",
    day: { day: "2026-06-30" },
  });
  const isNew = customer(yen({ file: { acquisitionCost: eur(300) } }));
  expect(totalsOf([buyer(), isNew, buyer()])).toMatchObject({
    orders: 3,
    orderedMinor: { missing },
    revenue: { missing },
    acquisition: { joined: 1, known: 1, costMinor: { value: 300 } },
    contracts: { value: NO_MOVEMENT },
    // Who is new is none of those who stayed, and had no revenue before.
    buyersWithoutContract: { value: { customers: 2, beforeMinor: 1_200 } },
    returnOnCost: { value: { customers: 2 } },
  });
  const stayed = customer(yen({ lastPurchaseBefore: "2025-11-01" }));
  expect(totalsOf([stayed])).toMatchObject({ returnOnCost: { missing }, cohort: { retained: 1 } });
  const inYen = [{ fromDay: "2025-01-01", monthly: { minor: 900, currency: "JPY" } }];
  expect(totalsOf([customer({ contracts: [contract(0, { prices: inYen })] }), buyer()])).toMatchObject({
    contracts: { missing },
    buyersWithoutContract: { value: { customers: 1 } },
  });
  // All of them, so that nobody has to ask again after each.
  const alsoPounds = customer({ amounts: [order("2026-05-10", 900, "GBP")] });
  expect(totalsOf([isNew, alsoPounds, isNew]).orderedMinor).toMatchObject({
    missing: { code: "value.missing-rates", parameters: { others: "JPY" } },
  });
});
