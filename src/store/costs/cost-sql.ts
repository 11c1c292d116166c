import { NO_OWNER, NO_SEGMENT } from "../../domain/costs/cost-report.ts";
import { relationshipOn } from "../customers/relationship-on.ts";
import { arrayOf, date, numeric, text, type ValuesOf } from "../database/column-kinds.ts";

/** Whole days in `FROM exchange-rate intervals`: how to come from a currency to the report's, on which days. */
export type Conversion = {
  readonly currency: string;
  readonly firstDay: string;
  /** Included. */
  readonly lastDay: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
};

export const CONVERSION_PARAMETERS = {
  currencies: arrayOf(text),
  firstDays: arrayOf(date),
  lastDays: arrayOf(date),
  numerators: arrayOf(numeric),
  denominators: arrayOf(numeric),
};

export function conversionValues(conversions: readonly Conversion[]): ValuesOf<typeof CONVERSION_PARAMETERS> {
  return {
    currencies: conversions.map(({ currency }) => currency),
    firstDays: conversions.map(({ firstDay }) => firstDay),
    lastDays: conversions.map(({ lastDay }) => lastDay),
    numerators: conversions.map(({ numerator }) => String(numerator)),
    denominators: conversions.map(({ denominator }) => String(denominator)),
  };
}

/**
 * A FROM item of conversions; takes `CONVERSION_PARAMETERS`.
 * @param added to the end of each parameter's name, where a statement has conversions twice
 */
export const conversionsSql = (added = "") => `unnest(:currencies${added}::text[], :firstDays${added}::date[],
    :lastDays${added}::date[], :numerators${added}::numeric[], :denominators${added}::numeric[])
    AS f(currency, first_day, last_day, num, den)`;
export const CONVERSIONS = conversionsSql();

/** What of a customer the rows of a report can be by. */
export type CustomerKey = "customer" | "segment" | "owner";
export const CUSTOMER_KEYS: readonly CustomerKey[] = ["customer", "segment", "owner"];

/** The key in a row of customers or of `peopleSql`, by its alias. */
export const keySql: Readonly<Record<CustomerKey, (alias: string) => string>> = {
  customer: (c) => `${c}.id::text`,
  segment: (c) => `COALESCE(${c}.segment, '${NO_SEGMENT}')`,
  owner: (c) => `COALESCE(lower(${c}.owner_email), '${NO_OWNER}')`,
};

/** A numeric amount by the fraction of `f`, rounded as `convertMoney` does: halves away from zero, nothing before. */
export function convertedSql(amount: string): string {
  return `(sign(${amount}) * div(2 * abs(${amount}) * f.num + f.den, 2 * f.den))`;
}

/** What of entry `e` falls on the days it has between two days (SQL dates); see `shareOfDays`. */
export function dayShareSql(fromDay: string, toDay: string): string {
  const days = "(e.to_day - e.from_day + 1)";
  const before = `GREATEST(${fromDay} - e.from_day, 0)`;
  const until = `(LEAST(${toDay}, e.to_day) - e.from_day + 1)`;
  const size = "abs(e.amount_minor)";
  return `(sign(e.amount_minor)::bigint * ((${until} - ${before}) * (${size} / ${days})
    + LEAST(${until}, ${size} % ${days}) - LEAST(${before}, ${size} % ${days})))`;
}

/** Entry `e` names one customer, ticket or touch; the predicate of index `cost_entries_shared_idx` is its opposite. */
export const NAMES_ONE = `e.applies_to ~ '^(customer|ticket|touch):[^|]*$'`;

/** A name inside `applies_to` as `printAppliesTo` writes it. */
export function writtenSql(name: string): string {
  return `replace(replace(${name}, '%', '%25'), '|', '%7C')`;
}

/** Whether an `applies_to` says whose ids it uses: then the entry's source is part of what it is for. */
export const NAMES_IDS = `e.applies_to ~ '(^|\\|)(customer|ticket|touch):'`;

export type NamedKind = "customer" | "ticket" | "touch";
export const NAMED_KINDS: readonly NamedKind[] = ["customer", "ticket", "touch"];
export const NAMED_TABLES: Readonly<Record<NamedKind, { readonly table: string; readonly owner: string }>> = {
  customer: { table: "customers", owner: "id" },
  ticket: { table: "tickets", owner: "customer_id" },
  touch: { table: "touches", owner: "customer_id" },
};

/**
 * Whether a row of a table is meant by an external id in an entry of a source: the row of that source; where it has
 * none, the oldest row of the others.
 */
export function isMeantSql(table: string, row: string, entrySource: string): string {
  return `(${row}.source = ${entrySource} OR NOT EXISTS (
    SELECT FROM ${table} o WHERE o.external_id = ${row}.external_id AND o.id <> ${row}.id
      AND (o.source = ${entrySource} OR o.id < ${row}.id)))`;
}

/**
 * Who was a customer from when to when, of a range of customers: first_day and last_day, both included, null
 * where they never were. A contract runs from its first day; without one a customer is who bought, else who was in touch
 * at all, else who began on a day by their file. `infinity` for those who did not leave. As of `:toDay`: who left and came
 * back after it has left.
 */
export function peopleSql(timeZone: string): string {
  const day = (at: string) => `(${at} AT TIME ZONE ${timeZone})::date`;
  const first = (table: string, at: string) =>
    `(SELECT ${day(`x.${at}`)} FROM ${table} x WHERE x.customer_id = c.id ORDER BY x.${at} LIMIT 1)`;
  return `
    SELECT c.id, c.segment, c.owner_email, c.currency::text AS currency, c.acquisition_cost_minor,
      CASE WHEN c.has_contract THEN c.monthly_revenue_minor END AS monthly_minor,
      CASE WHEN c.has_contract THEN c.started_on ELSE COALESCE(
        (SELECT ${day("a.at")} FROM activities a
         WHERE a.customer_id = c.id AND a.kind = 'order' AND a.amount_minor > 0 ORDER BY a.at LIMIT 1),
        LEAST(${first("activities", "at")}, ${first("touches", "at")}, ${first("tickets", "opened_at")}),
        c.started_on) END AS first_day,
      COALESCE(c.ended_on, 'infinity'::date) AS last_day
    FROM (SELECT c.id, c.segment, c.owner_email, c.currency, c.acquisition_cost_minor, c.monthly_revenue_minor,
            at_end.started_on, at_end.ended_on, at_end.has_contract
          FROM customers c CROSS JOIN ${relationshipOn(":toDay::date")} at_end
          WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId) c`;
}

/** A sum as SQL gives it. @throws RangeError where it is too large to be exact as a number */
export function exactMinor(text: string): number {
  const minor = Number(text);
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`Costs of ${text} minor units are too large to be exact.`);
  return minor;
}
