import { expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

/** A figure that contradicted its definition or another report, each: files in, commands, and what is right. */
describeOnOneDatabase("figures that were wrong", (database) => {
  const { run, inZone, customers, activities, costs, metrics, costReport, spending } = mainstayIn(database);
  const Q4 = ["2025-10-01", "2025-12-31"] as const;
  const Q1 = ["2026-01-01", "2026-03-31"] as const;
  const q1 = { from: Q1[0], to: Q1[1] };
  const contract = { started_on: "2025-01-01" };
  const score = async (name: string, asOf: string, probability: number) => {
    const rows = fileRows(database());
    const { rows: found } = await database().pool.query("SELECT id FROM customers WHERE external_id = $1", [
      name,
    ]);
    await rows.score(found[0].id, asOf, probability, await rows.model());
  };
  const monthly = (customer: string, months: readonly string[], amount = 1_000) =>
    months.map((month) => ({ customer, at: `${month}-15T12:00:00Z`, amount }));

  it("an order of a day in two currencies is one order", async () => {
    await customers([{ external_id: "a" }]);
    await run("ledger", "rate", "EUR", "USD", "1.10", "--from", "2025-01-01");
    await activities([
      { customer: "a", at: "2026-02-10T09:00:00Z", amount: 8 },
      { customer: "a", at: "2026-02-10T15:00:00Z", amount: 11, currency: "USD" },
    ]);
    const figures = await metrics(...Q1);
    expect(figures.get("average-order-value")).toMatchObject({ value: 1_800, denominator: { count: 1 } });
    expect(figures.get("repeat-rate")?.value).toBe(0);
  });

  it("a buyer who pays in another currency is kept, by the stated rate", async () => {
    await customers([{ external_id: "a" }]);
    await run("ledger", "rate", "EUR", "USD", "1.10", "--from", "2025-01-01");
    await activities([
      { customer: "a", at: "2025-11-10T12:00:00Z", amount: 100 },
      { customer: "a", at: "2026-02-10T12:00:00Z", amount: 110, currency: "USD" },
    ]);
    const figures = await metrics(...Q1);
    expect(figures.get("gross-revenue-retention-buyers")?.value).toBe(100);
    expect(figures.get("net-revenue-retention-buyers")?.value).toBe(100);
  });

  it("the period before has as many days, whichever way the clocks went", async () => {
    inZone("Europe/Berlin");
    await customers([{ external_id: "a" }]);
    // 2 October 2023, half past midnight in Berlin: the first of the 91 days before the quarter.
    await activities([
      { customer: "a", at: "2023-10-01T22:30:00Z", amount: 1_000 },
      { customer: "a", at: "2024-02-10T12:00:00Z", amount: 1_000 },
    ]);
    const figures = await metrics("2024-01-01", "2024-03-31");
    expect(figures.get("gross-revenue-retention-buyers")?.value).toBe(100);
    expect(figures.get("net-revenue-retention-buyers")?.value).toBe(100);
  });

  it("whose value counts at a period's end is told by days of the zone", async () => {
    await customers([
      {
        external_id: "old",
        monthly_revenue: 100,
        margin_percent: 50,
        started_on: "2023-01-01",
        ended_on: "2024-03-31",
        country: "OLD",
      },
      {
        external_id: "new",
        monthly_revenue: 300,
        margin_percent: 50,
        started_on: "2024-03-31",
        country: "NEW",
      },
    ]);
    await score("old", "2024-03-31T20:00:00Z", 0.1);
    await score("new", "2024-03-31T20:00:00Z", 0.1);
    for (const [zone, midnight] of [
      ["Europe/Berlin", "2024-03-31T22:00:00Z"],
      ["America/Los_Angeles", "2024-04-01T07:00:00Z"],
    ] as const) {
      inZone(zone);
      const { denominator, value } = (await metrics("2024-01-01", "2024-03-31")).get("margin-clv") ?? {};
      // 150 of margin a month, three years long, at that risk: some 2,600. Who has left would bring a third of it.
      expect([denominator?.count, (value ?? 0) > 200_000], zone).toEqual([1, true]);
      const { json } = await run("segments", "--by", "geography", "--as-of", midnight, "--json");
      const now = json.segments.filter((one: { customers: number }) => one.customers > 0);
      expect(
        now.map(({ key }: { key: string }) => key),
        zone,
      ).toEqual(["NEW"]);
    }
  });

  it("a buyer who signs a contract keeps the time before", async () => {
    await customers([{ external_id: "a", monthly_revenue: 1_000, started_on: "2026-01-01" }]);
    await activities(monthly("a", ["2025-09", "2025-10", "2025-11", "2025-12"]));
    await costs([{ from: Q4[0], to: Q4[1], amount: 600 }]);
    const report = await costReport(...Q4, "customer");
    expect(report).toMatchObject({ customersAtStart: 1, retainedCustomers: 1, unallocatedMinor: 0 });
    expect(report.row("a")).toMatchObject({ revenueMinor: 300_000, totalMinor: 60_000 });
    const figures = await metrics(...Q4);
    expect(figures.get("retention-rate")).toMatchObject({ value: 100, denominator: { count: 1 } });
    expect(figures.get("profitability")?.value).toBe(240_000);
  });

  it("a closed quarter keeps its revenue when a contract is told later", async () => {
    await customers([{ external_id: "a" }, { external_id: "b" }]);
    await activities([
      ...monthly("a", ["2025-09", "2025-10", "2025-11", "2025-12"]),
      ...monthly("b", ["2025-09", "2025-10", "2025-11", "2025-12"], 500),
    ]);
    await costs([{ from: Q4[0], to: Q4[1], amount: 600 }]);
    await run("ledger", "close", Q4[1]);
    const printed = async () => {
      const { rows, customersAtStart, retainedCustomers } = await costReport(...Q4, "customer");
      const figures = await metrics(...Q4);
      return {
        rows,
        customersAtStart,
        retainedCustomers,
        figures: [...figures.values()].map(({ key, value }) => [key, value]),
      };
    };
    const before = await printed();
    expect(before.rows).toMatchObject([
      { label: "a", revenueMinor: 300_000, totalMinor: 30_000 },
      { label: "b", revenueMinor: 150_000, totalMinor: 30_000 },
    ]);
    await customers([{ external_id: "a", monthly_revenue: 1_000, started_on: "2026-01-01" }]);
    expect(await printed()).toEqual(before);
  });

  it("a new price does not move a closed quarter", async () => {
    await customers([{ external_id: "a", monthly_revenue: 100, ...contract }]);
    await costs([{ ...q1, amount: 30 }]);
    await run("ledger", "close", Q1[1]);
    for (const price of [100, 200]) {
      await customers([{ external_id: "a", monthly_revenue: price, ...contract }]);
      const { row } = await costReport(...Q1, "customer");
      expect(row("a")).toMatchObject({ revenueMinor: 30_000, profitabilityMinor: 27_000 });
      expect((await metrics(...Q1)).get("profitability")?.value).toBe(27_000);
    }
  });

  it("a credit note lowers a contract's revenue", async () => {
    await customers([{ external_id: "a", monthly_revenue: 1_000, ...contract }]);
    await activities([{ customer: "a", kind: "refund", at: "2026-02-15T12:00:00Z", amount: 500 }]);
    await costs([{ ...q1, amount: 100 }]);
    expect((await costReport(...Q1, "customer")).row("a")).toMatchObject({
      revenueMinor: 250_000,
      profitabilityMinor: 240_000,
    });
    expect((await metrics(...Q1)).get("profitability")?.value).toBe(240_000);
  });

  it("who has not bought for years bears no costs", async () => {
    await customers([{ external_id: "a" }, { external_id: "dormant" }]);
    await activities([
      { customer: "a", at: "2025-12-10T12:00:00Z", amount: 10 },
      { customer: "dormant", at: "2021-01-10T12:00:00Z", amount: 10 },
    ]);
    await costs([{ ...q1, amount: 100 }]);
    const report = await costReport(...Q1, "customer");
    expect(report).toMatchObject({ servedCustomers: 1, costPerCustomerMinor: 10_000 });
    expect(report.rows).toMatchObject([{ label: "a", totalMinor: 10_000 }]);
  });

  it("a budget is used by all that is spent under it, also on those who joined", async () => {
    await customers([
      { external_id: "a", segment: "VIP", monthly_revenue: 100, margin_percent: 50, ...contract },
      {
        external_id: "b",
        segment: "VIP",
        monthly_revenue: 100,
        margin_percent: 50,
        started_on: "2026-01-02",
      },
    ]);
    await costs([
      { ...q1, amount: 100, applies_to: "customer:a" },
      { from: "2026-01-02", to: Q1[1], amount: 900, applies_to: "customer:b" },
    ]);
    await run("ledger", "budget", "segment:VIP", "1000", "EUR", "--from", Q1[0], "--to", Q1[1]);
    expect((await costReport(...Q1, "segment")).row("VIP").totalMinor).toBe(100_000);
    expect((await spending(...Q1)).of("VIP")).toMatchObject({ costMinor: 100_000, budgetUsedPercent: 100 });
  });

  it("one who left tells nobody's lifetime", async () => {
    const many = Array.from({ length: 60 }, (_, place) => `c${place}`);
    await customers(
      many.map((name, place) => ({
        external_id: name,
        ...contract,
        renews_on: "2027-01-01",
        ended_on: place ? "" : "2026-02-15",
      })),
    );
    await activities(many.map((customer) => ({ customer, at: "2026-02-10T10:00:00Z", amount: 100 })));
    const figures = await metrics(...Q1);
    expect(figures.get("churn-rate")?.value).toBeCloseTo(100 / 60, 9);
    expect(figures.get("customer-lifetime")?.value).toBeNull();
    expect(figures.get("lifetime-revenue")?.value).toBeNull();
  });

  it("who has given notice brings what is left until then", async () => {
    await customers([
      {
        external_id: "a",
        monthly_revenue: 1_000,
        margin_percent: 50,
        started_on: "2023-01-01",
        ended_on: "2024-04-10",
      },
    ]);
    await score("a", "2024-03-31T20:00:00Z", 0.02);
    const { json } = await run("segments", "--by", "value-tier", "--as-of", "2024-04-01", "--json");
    const [tier] = json.segments.filter((one: { customers: number }) => one.customers > 0);
    // Ten of April's thirty days: 1,000 × 10 ÷ 30 × 50 %.
    expect(tier.marginClv.minor).toBeLessThanOrEqual(16_667);
    expect(tier.marginClv.minor).toBeGreaterThan(16_000);
  });

  it("monthly revenue without a start is said, by name", async () => {
    const { out, err } = await customers([
      { external_id: "a", name: "北山科技", monthly_revenue: 500, renews_on: "2027-01-01" },
    ]);
    expect(out + err).toMatch(/北山科技/);
    expect(out + err).toMatch(/start/);
    expect((await run("metrics", "--from", Q1[0], "--to", Q1[1])).out).toMatch(/in no figure.*北山科技/);
  });

  it("a reason stands for its own figure", async () => {
    await customers([{ external_id: "a", monthly_revenue: 100, ...contract }]);
    const lines = (await run("metrics", "--from", Q1[0], "--to", Q1[1])).out.split("\n");
    const place = lines.findIndex((line) => /return on cost to serve/i.test(line));
    expect(lines[place + 1]).toMatch(/no costs/i);
  });

  it("a contract that comes back keeps both spans, is no newcomer and costs nothing to win", async () => {
    const row = { external_id: "a", monthly_revenue: 1_000, acquisition_cost: 100 };
    await customers([{ ...row, started_on: "2024-01-01", ended_on: "2024-12-31" }]);
    await customers([{ ...row, started_on: "2025-07-01" }]);
    const [was, is] = [
      await costReport("2024-01-01", "2024-12-31", "customer", "--currency", "EUR"),
      await costReport("2025-01-01", "2025-12-31", "customer", "--currency", "EUR"),
    ];
    expect(was.row("a")).toMatchObject({ revenueMinor: 1_200_000, acquisitionMinor: 10_000 });
    expect(is).toMatchObject({ newCustomers: 0, reactivatedCustomers: 1, customersAtEnd: 1 });
    expect(is.row("a")).toMatchObject({ revenueMinor: 600_000, acquisitionMinor: 0 });
    expect((await metrics("2025-01-01", "2025-12-31")).get("cac")?.value).toBeNull();
  });

  it("a plain day is that day, west of UTC as well", async () => {
    inZone("America/New_York");
    await customers([{ external_id: "a", currency: "USD" }]);
    await activities([{ customer: "a", at: "2024-04-01", amount: 100, currency: "USD" }]);
    await costs([
      { from: "2024-04-01", to: "2024-04-30", amount: 10, currency: "USD", applies_to: "customer:a" },
    ]);
    expect((await metrics("2024-01-01", "2024-03-31")).get("average-order-value")?.value).toBeNull();
    const april = await costReport("2024-04-01", "2024-04-30", "customer");
    expect(april.row("a")).toMatchObject({ revenueMinor: 10_000, totalMinor: 1_000 });
  });

  it("a quarter's budget is part of the year's", async () => {
    await customers([
      { external_id: "a", segment: "VIP", monthly_revenue: 10_000, margin_percent: 50, ...contract },
    ]);
    await costs([{ ...q1, amount: 3_000, applies_to: "customer:a" }]);
    await run(
      "ledger",
      "budget",
      "segment:VIP",
      "12000",
      "EUR",
      "--from",
      "2026-01-01",
      "--to",
      "2026-12-31",
    );
    await run("ledger", "budget", "segment:VIP", "3000", "EUR", "--from", Q1[0], "--to", Q1[1]);
    expect((await spending(...Q1)).of("VIP")).toMatchObject({ budgetMinor: 300_000, budgetUsedPercent: 100 });
  });

  it("who never bought nor signed cost nothing to win", async () => {
    await customers([
      { external_id: "used", acquisition_cost: 300 },
      { external_id: "started", acquisition_cost: 300, started_on: "2026-02-05" },
    ]);
    await activities([
      { customer: "used", kind: "usage", at: "2026-02-10T12:00:00Z", quantity: 3, amount: "", currency: "" },
    ]);
    await costs([{ ...q1, amount: 10, applies_to: "customer:used" }]);
    const report = await costReport(...Q1, "customer");
    expect(report).toMatchObject({ newCustomers: 0 });
    expect(report.row("used")).toMatchObject({
      acquisitionMinor: 0,
      totalMinor: 1_000,
      profitabilityMinor: -1_000,
    });
    expect(report.row("started")).toBeUndefined();
    expect((await metrics(...Q1)).get("cac")).toMatchObject({ value: null });
  });

  it("an ended buyer who buys again has come back", async () => {
    await customers([{ external_id: "a", ended_on: "2025-06-30" }, { external_id: "b" }]);
    await activities([
      { customer: "a", at: "2025-03-01T12:00:00Z", amount: 10 },
      { customer: "a", at: "2026-02-10T12:00:00Z", amount: 10 },
      { customer: "b", at: "2025-12-01T12:00:00Z", amount: 10 },
    ]);
    await costs([{ ...q1, amount: 100 }]);
    const report = await costReport(...Q1, "customer");
    expect(report).toMatchObject({
      customersAtStart: 1,
      newCustomers: 0,
      reactivatedCustomers: 1,
      customersAtEnd: 2,
    });
    // 50 of a's days from 10 February, 90 of b's.
    expect(report.row("a").totalMinor).toBe(3_571);
    expect(report.row("b").totalMinor).toBe(6_429);
    expect((await costReport("2026-04-01", "2026-06-30", "customer", "--currency", "EUR")).newCustomers).toBe(
      0,
    );
  });

  it("days that have not come are no fact", async () => {
    await customers([{ external_id: "a", monthly_revenue: 3_000, started_on: "2020-01-01" }]);
    for (const command of ["costs", "metrics"]) {
      const { code, err, out } = await run(
        command,
        "--from",
        "2199-01-01",
        "--to",
        "2199-03-31",
        "--currency",
        "EUR",
      );
      expect(code, command).not.toBe(0);
      expect(err + out).toMatch(/still to come|has not begun/);
    }
    const today = new Date().toISOString().slice(0, 10);
    const from = `${today.slice(0, 7)}-01`;
    const { denominator, value } = (await metrics(from, "2199-12-31")).get("profitability") ?? {};
    expect([denominator?.count, (value ?? 0) <= 300_000]).toEqual([1, true]);
    const report = await costReport(from, "2199-12-31", "customer", "--currency", "EUR");
    expect(report.toDay).toBe(today);
  });

  it("a budget for a segment that nobody is in is refused", async () => {
    await customers([{ external_id: "a", segment: "VIP", monthly_revenue: 100, ...contract }]);
    const { code, err } = await run(
      "ledger",
      "budget",
      "segment:Nope",
      "100",
      "EUR",
      "--from",
      Q1[0],
      "--to",
      Q1[1],
    );
    expect(code).toBe(1);
    expect(err).toMatch(/No customer is in a segment.*Nope/);
  });

  it("rejected lines can be read where the import ran, and a script sees them", async () => {
    await customers([{ external_id: "a" }]);
    const rows = [
      { external_id: "k", from: Q1[0], to: Q1[1], amount: -10 },
      { external_id: "k2", from: "2026-02-30", to: Q1[1], amount: 10 },
    ];
    const { code, out, err } = await costs(rows);
    expect(code).toBe(1);
    expect(out + err).toMatch(/2026-02-30/);
    expect(out + err).toMatch(/\b3\b/);
    const asked = await costs(
      rows.map((row) => ({ ...row, note: "again" })),
      "--json",
    );
    expect(JSON.stringify(asked.json)).toMatch(/2026-02-30/);
  });

  it("the return on cost to serve is of the same customers above and below the line, in every report", async () => {
    await customers([
      { external_id: "a", segment: "VIP", monthly_revenue: 1_000, margin_percent: 50, ...contract },
      { external_id: "b", segment: "VIP", monthly_revenue: 1_000, ...contract },
      { external_id: "w", segment: "Web", monthly_revenue: 1_000, ...contract },
    ]);
    await costs([
      { ...q1, amount: 500, applies_to: "customer:a" },
      { ...q1, amount: 500, applies_to: "customer:b" },
      { ...q1, amount: 100, applies_to: "customer:w" },
    ]);
    expect((await metrics(...Q1)).get("return-on-cost-to-serve")?.value).toBe(200);
    const spent = await spending(...Q1);
    expect(spent.of("VIP").returnOnCost).toBe(2);
    expect(spent.of("Web")).toMatchObject({ marginRetainedMinor: null, returnOnCost: null });
  });
});
