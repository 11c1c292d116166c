import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { PlainCompany, PlainCustomer, PlainEntry, PlainFile } from "../reference/plain-company.ts";
import { plainFigures } from "../reference/plain-figures.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { printedFigures } from "../support/printed-figures.ts";
import { writeCompany } from "../support/write-company.ts";

const QUARTER = { fromDay: "2026-01-01", toDay: "2026-03-31", currency: "EUR" };

function customer(
  id: number,
  name: string,
  file: Partial<PlainFile>,
  more: Partial<PlainCustomer>,
): PlainCustomer {
  return {
    ...{ id, source: "test", externalId: name, name, closedFiles: [], contracts: [], ends: [], sales: [] },
    ...{ tickets: [], touches: [], answers: [], suggestions: [], adjustments: [] },
    file: {
      ...{ segment: null, ownerEmail: null, country: null, currency: "EUR", marginPercent: null },
      acquisitionMinor: null,
      ...file,
    },
    ...more,
  };
}

const sale = (day: string, minor: number, kind: "order" | "refund" = "order", currency = "EUR") => ({
  ...{ kind, at: `${day}T12:00:00Z`, minor, currency, bookedOn: null },
});
const price = (fromDay: string, monthlyMinor: number) => ({ fromDay, monthlyMinor, currency: "EUR" });
const cost = (minor: number, more: Partial<PlainEntry>): PlainEntry => ({
  ...{ source: "test", category: "tools", kind: "indirect", minor, ...QUARTER, targets: [{ kind: "all" }] },
  ...{ driver: "equal", corrects: null, bookedOn: null, ...more },
});

/** The company of docs/metrics.md, as it is told there. */
const COMPANY: PlainCompany = {
  timeZone: "Europe/Berlin",
  customers: [
    customer(
      1,
      "Acme",
      { segment: "VIP", marginPercent: 50 },
      {
        contracts: [
          {
            startedOn: "2025-01-01",
            continues: true,
            endedOn: null,
            prices: [price("2025-01-01", 100_000), price("2026-03-01", 120_000)],
          },
        ],
        sales: [sale("2026-01-14", 20_000, "refund")],
      },
    ),
    customer(
      2,
      "北山科技",
      { marginPercent: 40 },
      {
        ends: [{ endedOn: "2026-01-20", resumedOn: null }],
        sales: [sale("2025-11-11", 90_000), sale("2026-03-05", 60_000), sale("2026-03-12", 6_000, "refund")],
      },
    ),
    customer(
      3,
      "Café Río",
      {},
      {
        contracts: [
          {
            startedOn: "2025-06-01",
            continues: true,
            endedOn: "2026-02-15",
            prices: [price("2025-06-01", 40_000)],
          },
        ],
      },
    ),
    customer(
      4,
      "Dupont",
      { marginPercent: 30, acquisitionMinor: 15_000 },
      {
        sales: [sale("2026-02-01", 30_000), sale("2026-02-01", 22_000, "order", "USD")],
      },
    ),
  ],
  members: [],
  entries: [
    cost(48_400, {}),
    cost(10_000, { driver: "orders" }),
    cost(5_000, { kind: "direct", targets: [{ kind: "customer", name: "北山科技" }] }),
  ],
  rates: [{ from: "EUR", to: "USD", day: "2025-01-01", rate: "1.10" }],
  budgets: [],
  closedThrough: null,
};

/** The example's tables: the cells of each row by what stands in its first. */
function tables(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync("docs/metrics.md", "utf8");
  const section = page.split("## A worked example")[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("|--"));
  return new Map(
    rows.map((line) => {
      const [name = "", ...cells] = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name, cells];
    }),
  );
}

const euros = (minor: number | null | undefined) =>
  minor == null ? "n/a" : `€${(minor / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`;
const percent = (value: number | null | undefined) => (value == null ? "n/a" : `${value.toFixed(1)} %`);

describeOnOneDatabase("the worked example of docs/metrics.md", (database) => {
  const page = tables();
  const value = (name: string) => page.get(name)?.at(-1);
  const NAMES = ["Acme", "北山科技", "Café Río", "Dupont"];

  it("is what counting day by day comes to", () => {
    const { customers, rows, ...figures } = plainFigures(COMPANY, QUARTER);
    const { revenueMinor, acquisitionMinor, costMinor, profitabilityMinor } = figures;
    for (const [index, name] of NAMES.entries()) {
      const row = rows[index]!;
      const [revenue, , acquisition, costs, , profit] = page.get(name) ?? [];
      const own = row.revenueMinor - row.acquisitionMinor - row.costMinor;
      expect([revenue, acquisition, costs, profit], name).toEqual(
        [row.revenueMinor, row.acquisitionMinor, row.costMinor, own].map(euros),
      );
    }
    const [revenue, , acquisition, costs, , profit] = page.get("together") ?? [];
    expect([revenue, acquisition, costs, profit]).toEqual(
      [revenueMinor, acquisitionMinor, costMinor, profitabilityMinor].map(euros),
    );
    const { atStart, joined, reactivated, left, atEnd, served, retained } = customers;
    expect(
      ["at the start", "joined", "reactivated", "left", "at the end", "served", "retained"].map((name) =>
        Number(value(name)),
      ),
    ).toEqual([atStart, joined, reactivated, left, atEnd, served, retained]);
    expect({
      "retention-rate": percent(figures.retentionRate),
      "churn-rate": percent(figures.churnRate),
      "gross-revenue-retention-contracts": percent(figures.grrContracts),
      "net-revenue-retention-contracts": percent(figures.nrrContracts),
      "gross-revenue-retention-buyers": percent(figures.grrBuyers),
      "net-revenue-retention-buyers": percent(figures.nrrBuyers),
      "average-order-value": euros(figures.averageOrderMinor),
      "repeat-rate": percent(figures.repeatRate),
      "retention-cost-per-retained-customer": euros(figures.costPerRetainedMinor),
      "retention-cost-per-customer": euros(figures.costPerServedMinor),
      cac: euros(figures.cacMinor),
      profitability: euros(profitabilityMinor),
      "return-on-cost-to-serve": percent(figures.returnPercent),
    }).toEqual(Object.fromEntries(keyed()));
  });

  const keyed = () =>
    [...page]
      .filter(([name]) => /^[a-z-]+$/.test(name))
      .flatMap(([name, cells]) => (KEYS.has(name) ? [[name, cells.at(-1)] as const] : []));
  const KEYS = new Set(
    (
      "retention-rate churn-rate gross-revenue-retention-contracts net-revenue-retention-contracts " +
      "gross-revenue-retention-buyers net-revenue-retention-buyers average-order-value repeat-rate " +
      "retention-cost-per-retained-customer retention-cost-per-customer cac profitability return-on-cost-to-serve"
    ).split(" "),
  );

  it("is what the program says", async () => {
    await writeCompany(database(), COMPANY);
    const printed = printedFigures(database(), COMPANY.timeZone);
    const figures = await printed.metrics(QUARTER);
    const said = keyed().map(([key]) => {
      const figure = figures.get(key);
      return [key, figure?.unit === "minor" ? euros(figure.value) : percent(figure?.value)];
    });
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(keyed()));
    const report = await printed.costs(QUARTER, "customer");
    for (const name of NAMES) {
      const row = report.rows.find(({ label }) => label === name);
      const [revenue, , acquisition, costs, , profit] = page.get(name) ?? [];
      expect(
        [row?.revenueMinor, row?.acquisitionMinor, row?.totalMinor, row?.profitabilityMinor].map(euros),
        name,
      ).toEqual([revenue, acquisition, costs, profit]);
    }
    expect(report).toMatchObject({
      customersAtStart: Number(value("at the start")),
      newCustomers: Number(value("joined")),
      reactivatedCustomers: Number(value("reactivated")),
      leftCustomers: Number(value("left")),
      customersAtEnd: Number(value("at the end")),
      servedCustomers: Number(value("served")),
      retainedCustomers: Number(value("retained")),
    });
  });
});
