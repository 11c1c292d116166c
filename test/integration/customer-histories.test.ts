import { expect, it } from "vitest";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";
import { customerRevenue } from "../../src/domain/figures/customer-revenue.ts";
import type { Database } from "../../src/store/database/database.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const QUARTER = { fromDay: "2026-01-01", toDay: "2026-03-31", timeZone: "America/New_York" };

async function histories(database: Database): Promise<CustomerHistory[]> {
  const found: CustomerHistory[] = [];
  await customerHistoriesStore(database).over(QUARTER, (history) => found.push(history));
  return found;
}

describeOnEachDatabase("customer histories", (database) => {
  it("keep the contract that was, when the file says that it begins anew", async () => {
    const { pool } = database();
    await pool.query(`INSERT INTO customers (source, external_id, name, currency, monthly_revenue_minor, started_on, ended_on)
      VALUES ('t', 'a', 'A', 'EUR', 10000, '2024-01-01', '2024-12-31')`);
    await pool.query(
      "UPDATE customers SET started_on = '2026-02-01', ended_on = NULL, monthly_revenue_minor = 20000",
    );
    const [history] = await histories(database());
    expect(history?.contracts).toEqual([
      {
        startedOn: "2024-01-01",
        endedOn: "2024-12-31",
        continues: true,
        prices: [{ fromDay: "2024-01-01", monthly: { minor: 10000, currency: "EUR" } }],
      },
      {
        startedOn: "2026-02-01",
        endedOn: null,
        continues: true,
        prices: [{ fromDay: "2026-02-01", monthly: { minor: 20000, currency: "EUR" } }],
      },
    ]);
    const spans = history ? customerSpans(history) : [];
    expect(customerTurn(spans, QUARTER)).toMatchObject({
      atStart: false,
      joined: false,
      reactivated: 1,
      atEnd: true,
    });
    expect(history && customerRevenue(history, QUARTER)).toMatchObject([
      { currency: "EUR", netMinor: 40000 },
    ]);
  });

  it("count the last purchase before also where it was told later, from the day it is booked on", async () => {
    const { pool } = database();
    await pool.query(
      "INSERT INTO customers (source, external_id, name, currency) SELECT 't', name, name, 'EUR' FROM unnest('{A,B,C}'::text[]) AS name",
    );
    await pool.query(`INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, booked_on)
      SELECT 't', at::text || id, id, 'order', at::timestamptz, 100, 'EUR', booked::date FROM (VALUES
        (1, '2025-05-01T12:00:00Z', NULL), (1, '2025-06-01T12:00:00Z', '2025-12-01'), (1, '2025-07-01T12:00:00Z', '2026-04-01'),
        (2, '2025-06-01T12:00:00Z', '2025-12-01')) AS row (id, at, booked)`);
    const found = await histories(database());
    expect(found.map(({ name, lastPurchaseBefore }) => [name, lastPurchaseBefore])).toEqual([
      ["A", "2025-06-01"],
      ["B", "2025-06-01"],
    ]);
  });

  it("tell purchases by the team's days, and of the time before only the last", async () => {
    const { pool } = database();
    await pool.query(
      "INSERT INTO customers (source, external_id, name, currency) VALUES ('t', 'a', 'A', 'EUR')",
    );
    await pool.query(`INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      SELECT 't', at::text, 1, kind, at::timestamptz, minor, 'EUR' FROM (VALUES
        ('2025-06-01T12:00:00Z', 'order', 100), ('2026-01-01T02:00:00Z', 'order', 200),
        ('2026-01-01T06:00:00Z', 'order', 300), ('2026-01-02T06:00:00Z', 'refund', 50)) AS row (at, kind, minor)`);
    const [history] = await histories(database());
    expect(history).toMatchObject({
      lastPurchaseBefore: "2025-12-31",
      purchases: [{ bookedOn: "2026-01-01", day: "2026-01-01" }],
      amounts: [
        { day: "2026-01-01", currency: "EUR", orderedMinor: 300, refundedMinor: 0 },
        { day: "2026-01-02", currency: "EUR", orderedMinor: 0, refundedMinor: 50 },
      ],
    });
  });
});
