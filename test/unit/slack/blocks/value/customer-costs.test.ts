import { describe, expect, test } from "vitest";
import { COST_CATEGORIES, COST_DRIVERS } from "../../../../../src/domain/costs/cost-entry.ts";
import {
  customerCosts,
  customerMonth,
  type SharedPart,
} from "../../../../../src/domain/costs/customer-costs.ts";
import type { MarginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import {
  type CustomerCostsView,
  customerCostsMessage,
} from "../../../../../src/slack/blocks/value/customer-costs.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const PERIOD = { fromDay: "2025-11-01", toDay: "2026-10-31" };
/** A6: the CRM's 50,000 a year ÷ 500 customers. */
const CRM: SharedPart = {
  category: "tools",
  kind: "indirect",
  minor: 10_000,
  appliesTo: "all",
  ...{ source: "", recordedIn: "EUR" },
  driver: "equal",
  ...PERIOD,
  wholeMinor: 5_000_000,
  weighedBy: "days",
  weight: 365,
  total: 182_500,
  parties: 500,
};
const RESEARCH: SharedPart = {
  ...CRM,
  category: "marketing",
  minor: 4_000,
  driver: "revenue",
  weighedBy: "driver",
  wholeMinor: 3_000_000,
  weight: 300_000,
  total: 225_000_000,
};
const parts = {
  touchLabourMinor: 50_000,
  unpricedMinutes: 0,
  named: [{ category: "goods" as const, kind: "direct" as const, minor: 2_000 }],
  shared: [RESEARCH, CRM],
  revenueMinor: 300_000,
  acquisitionMinor: 50_000,
  notes: [],
};
const months = ["2026-08", "2026-09", "2026-10"].map((month) => customerMonth(month, parts));

/** Of a value told in the morning of 22 November. */
const VALUED = { currency: "EUR", period: { fromDay: "2025-11-22", toDay: "2026-11-21" } };

const view = (change: Partial<CustomerCostsView> = {}): CustomerCostsView => ({
  customer: { id: 7, name: "北京科技 <Ltd>" },
  costs: customerCosts(PERIOD, "EUR", parts, months),
  value: null,
  dataUpTo: { day: "2026-11-21", source: "crm" },
  readAt: new Date("2026-11-22T09:00:00Z"),
  withDivisions: false,
  locale: "en",
  ...change,
});

describe("one customer's costs in Slack", () => {
  test("add up, and say what profitability takes away", () => {
    const { costs } = view();
    expect(costs.totalMinor).toBe(50_000 + 2_000 + 10_000 + 4_000);
    expect(costs.directMinor).toBe(52_000);
    const written = JSON.stringify(customerCostsMessage(view()));
    expect(written).toContain("€660.00 = €520.00 direct + €140.00 indirect");
    expect(written).toContain("€1,840.00 = €3,000.00 revenue − €500.00 acquisition − €660.00 cost");
    expect(written).toContain("Labour: €500.00 (76 %), €500.00 of it logged contact time");
    assertSendable(customerCostsMessage(view()));
  });

  test("show every division when asked, largest part first", () => {
    const written = JSON.stringify(customerCostsMessage(view({ withDivisions: true })));
    expect(written).toContain(
      "€50,000.00 indirect, Tools, for all, 1 Nov 2025 to 31 Oct 2026: ÷ 500 customers = €100.00",
    );
    expect(written).toContain(": €3,000.00 of €2,250,000.00 revenue = €40.00");
    expect(written.indexOf("indirect, Tools")).toBeLessThan(written.indexOf("indirect, Marketing"));
    assertSendable(customerCostsMessage(view({ withDivisions: true })));
  });

  test("show the margin CLV with its range and what it assumes, or why there is none", () => {
    const marginClv: MarginClv = {
      kind: "figure",
      money: { minor: 500_000, currency: "EUR" },
      lowMinor: 400_000,
      highMinor: 610_000,
      marginPercent: 40,
      marginAssumed: true,
      basis: "contract",
      parameters: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: 40 },
    };
    const value = { ...VALUED, customer: { marginClv }, lifetimeRevenueMinor: 900_000 };
    const written = JSON.stringify(customerCostsMessage(view({ value })));
    expect(written).toContain(
      "€5,000 (€4,000–€6,100) over 3 years: 40 % margin (assumed), weighed by the risk of leaving",
    );
    expect(written).toContain("€9,000 over 3 years: revenue, not profit");
    expect(written).toContain("margin-clv 2025-11-22 2026-11-22 EUR 7");
    const missing: MarginClv = { kind: "not-applicable", because: "no-score" };
    const without = { ...value, customer: { marginClv: missing } };
    expect(JSON.stringify(customerCostsMessage(view({ value: without })))).toContain(
      "n/a: the risk of leaving is not known",
    );
    expect(JSON.stringify(customerCostsMessage(view({ value: without })))).not.toContain("margin-clv 2025");
  });

  test("fit into Slack where texts are longer, and every text of it passes through the words", () => {
    for (const withDivisions of [true, false]) {
      const message = customerCostsMessage(view({ withDivisions, locale: PSEUDO_LOCALE }));
      assertSendable(message);
      expect(JSON.stringify(message)).not.toMatch(/acquisition|revenue|Revenue|divided/);
    }
  });

  test("have words for every category, unit and missing margin CLV", () => {
    for (const category of COST_CATEGORIES)
      for (const driver of COST_DRIVERS)
        for (const weighedBy of ["driver", "days", "heads"] as const) {
          const shared = [{ ...CRM, category, driver, weighedBy, parties: 3 }];
          const costs = customerCosts(PERIOD, "EUR", { ...parts, shared }, months);
          expect(() => customerCostsMessage(view({ costs, withDivisions: true }))).not.toThrow();
        }
    for (const because of ["no-score", "no-margin", "no-revenue"] as const) {
      const customer = { marginClv: { kind: "not-applicable", because } as const };
      const value = { ...VALUED, customer, lifetimeRevenueMinor: null };
      expect(JSON.stringify(customerCostsMessage(view({ value })))).toContain("n/a: ");
    }
  });

  test("show what is known where a rate is missing, and name the rate, not a command line", () => {
    const note = { kind: "rate-missing", what: "costs", from: "USD", to: "EUR", day: "2026-10-31" } as const;
    const some = { ...parts, notes: [{ ...note, minor: null }] };
    const message = customerCostsMessage(view({ costs: customerCosts(PERIOD, "EUR", some, months) }));
    const written = JSON.stringify(message);
    expect(written).toContain("n/a: an exchange rate is missing");
    expect(written).toContain(
      "Costs in USD are left out, and so is what is left after cost: there is no exchange rate from USD to EUR for 31 Oct 2026. Ask whoever runs the bot to add it.",
    );
    expect(written).not.toMatch(/npm run|ledger rate/);
    assertSendable(message);
  });

  test("say what to do where no cost falls on the customer", () => {
    const nothing = { ...parts, touchLabourMinor: 0, named: [], shared: [] };
    const message = customerCostsMessage(view({ costs: customerCosts(PERIOD, "JPY", nothing, months) }));
    expect(JSON.stringify(message)).toContain("/customer cost add");
    assertSendable(message);
  });
});
