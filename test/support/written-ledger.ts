import type { Database } from "../../src/store/database/database.ts";
import type { InventedLedger } from "./invented-ledger.ts";

const NOON = "12:00:00Z";

/** Writes an invented ledger and its customers as rows, ids included. */
export async function writeLedger(
  { pool }: Database,
  { customers, entries, rates, corrections }: InventedLedger,
) {
  const bulk = async (
    table: string,
    columns: string,
    types: string,
    rows: readonly (readonly unknown[])[],
  ) => {
    const arrays = types.split(" ").map((type, index) => `$${index + 1}::${type}[]`);
    const values = types.split(" ").map((_, index) => rows.map((row) => row[index]));
    await pool.query(`INSERT INTO ${table} (${columns}) SELECT * FROM unnest(${arrays.join(", ")})`, values);
  };
  await bulk(
    "customers",
    `id, source, external_id, name, segment, currency, monthly_revenue_minor, renews_on, started_on, ended_on,
     acquisition_cost_minor`,
    "int text text text text text bigint date date date bigint",
    customers.map((c) => [
      ...[c.id, c.source, c.externalId, `Customer ${c.externalId}`, c.segment, c.currency],
      ...[c.monthlyRevenueMinor, c.renewsOn, c.startedOn, c.endedOn, c.acquisitionCostMinor],
    ]),
  );
  const owned = <T>(rowsOf: (c: (typeof customers)[number]) => readonly T[]) =>
    customers.flatMap((c) => rowsOf(c).map((row, index) => ({ ...row, c, id: `${c.id}-${index}` })));
  await bulk(
    "activities",
    "source, external_id, customer_id, kind, at, amount_minor, currency",
    "text text int text timestamptz bigint text",
    owned((c) => c.sales).map((s) => ["test", s.id, s.c.id, s.kind, `${s.day}T${NOON}`, s.minor, s.currency]),
  );
  await bulk(
    "tickets",
    "source, external_id, customer_id, subject, opened_at",
    "text text int text timestamptz",
    owned((c) => c.tickets).map((t) => [t.source, t.externalId, t.c.id, "Help", `${t.day}T${NOON}`]),
  );
  await bulk(
    "touches",
    "source, external_id, customer_id, channel, outcome, minutes_spent, at",
    "text text int text text int timestamptz",
    owned((c) => c.touches).map((t) => [
      ...[t.source, t.externalId, t.c.id, "phone", "reached", t.minutes, `${t.day}T${NOON}`],
    ]),
  );
  await bulk(
    "suggestions",
    "key, kind, customer_id, playbook, action, reason, created_at",
    "text text int text jsonb jsonb timestamptz",
    owned((c) => c.suggestions).map((s) => [s.id, "card", s.c.id, s.playbook, {}, {}, `${s.day}T${NOON}`]),
  );
  await bulk(
    "exchange_rates",
    "from_currency, to_currency, day, rate, set_by, set_at",
    "text text date numeric text timestamptz",
    rates.map((r) => [r.fromCurrency, r.toCurrency, r.day, r.rate, "test", `${r.day}T${NOON}`]),
  );
  await bulk(
    "cost_entries",
    `id, source, external_id, category, kind, amount_minor, currency, from_day, to_day, applies_to, driver,
     corrects_id`,
    "int text text text text bigint text date date text text int",
    entries.map((e, index) => [
      ...[
        index + 1,
        e.source,
        e.externalId,
        e.category,
        e.kind,
        e.amountMinor,
        e.currency,
        e.fromDay,
        e.toDay,
      ],
      ...[e.appliesTo, e.driver, corrections.has(index) ? corrections.get(index)! + 1 : null],
    ]),
  );
}
