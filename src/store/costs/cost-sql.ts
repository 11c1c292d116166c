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

/** A numeric amount by the fraction of `f`, rounded as `convertMoney` does: halves away from zero, nothing before. */
export function convertedSql(amount: string): string {
  return `(sign(${amount}) * div(2 * abs(${amount}) * f.num + f.den, 2 * f.den))`;
}

/** The days on which entry `e` counts: a correction of closed days on the one it is booked on, and on no other. */
export const ENTRY_FROM_DAY = "COALESCE(e.booked_on, e.from_day)";
export const ENTRY_TO_DAY = "COALESCE(e.booked_on, e.to_day)";

/** Whether entry `e` counts on a day between two (SQL dates); each half is found by an index of its own. */
export const coveringSql = (
  fromDay: string,
  toDay: string,
) => `(e.booked_on IS NULL AND e.from_day <= ${toDay}
    AND e.to_day >= ${fromDay} OR e.booked_on BETWEEN ${fromDay} AND ${toDay})`;

/** What of entry `e` falls on the days on which it counts between two days (SQL dates); see `shareOfDays`. */
export function dayShareSql(fromDay: string, toDay: string): string {
  const days = "(e.to_day - e.from_day + 1)";
  const before = `GREATEST(${fromDay} - e.from_day, 0)`;
  const until = `(LEAST(${toDay}, e.to_day) - e.from_day + 1)`;
  const size = "abs(e.amount_minor)";
  return `CASE WHEN e.booked_on IS NOT NULL OR (e.from_day >= ${fromDay} AND e.to_day <= ${toDay}) THEN e.amount_minor
    ELSE (sign(e.amount_minor)::bigint * ((${until} - ${before}) * (${size} / ${days})
    + LEAST(${until}, ${size} % ${days}) - LEAST(${before}, ${size} % ${days}))) END`;
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
/** A cost that names a customer by an id of any system is for whom that one is joined into. Two halves, so that indexes serve. */
const CUSTOMERS_BY_THEIR_IDS = `(
    SELECT id, source, external_id, id AS customer_id FROM customers WHERE joined_into IS NULL
    UNION ALL SELECT id, source, external_id, joined_into FROM customers WHERE joined_into IS NOT NULL)`;

export const NAMED_TABLES: Readonly<Record<NamedKind, { readonly table: string; readonly owner: string }>> = {
  customer: { table: CUSTOMERS_BY_THEIR_IDS, owner: "customer_id" },
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

/** A sum as SQL gives it. @throws RangeError where it is too large to be exact as a number */
export function exactMinor(text: string): number {
  const minor = Number(text);
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`Costs of ${text} minor units are too large to be exact.`);
  return minor;
}
