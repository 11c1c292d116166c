import type { CostEntry } from "../../domain/costs/cost-entry.ts";
import {
  arrayOf,
  date,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";

/** The columns of an entry in the order of `ENTRIES`. */
export const ENTRY_COLUMNS =
  "source, external_id, category, subcategory, kind, amount_minor, currency, from_day, to_day, applies_to, driver, note";

/** Rows of these columns from lists; takes `ENTRY_PARAMETERS`. */
export const ENTRIES = `unnest(:sources::text[], :externalIds::text[], :categories::text[], :subcategories::text[],
    :kinds::text[], :amounts::bigint[], :currencies::text[], :fromDays::date[], :toDays::date[], :appliesTo::text[],
    :drivers::text[], :notes::text[]) AS row (${ENTRY_COLUMNS})`;

export const ENTRY_PARAMETERS = {
  sources: arrayOf(text),
  externalIds: arrayOf(text),
  categories: arrayOf(text),
  subcategories: arrayOf(nullable(text)),
  kinds: arrayOf(text),
  amounts: arrayOf(int8),
  currencies: arrayOf(text),
  fromDays: arrayOf(date),
  toDays: arrayOf(date),
  appliesTo: arrayOf(text),
  drivers: arrayOf(text),
  notes: arrayOf(nullable(text)),
};

export function entryValues(entries: readonly CostEntry[]): ValuesOf<typeof ENTRY_PARAMETERS> {
  return {
    sources: entries.map((entry) => entry.source),
    externalIds: entries.map((entry) => entry.externalId),
    categories: entries.map((entry) => entry.category),
    subcategories: entries.map((entry) => entry.subcategory),
    kinds: entries.map((entry) => entry.kind),
    amounts: entries.map((entry) => entry.amountMinor),
    currencies: entries.map((entry) => entry.currency),
    fromDays: entries.map((entry) => entry.fromDay),
    toDays: entries.map((entry) => entry.toDay),
    appliesTo: entries.map((entry) => entry.appliesTo),
    drivers: entries.map((entry) => entry.driver),
    notes: entries.map((entry) => entry.note),
  };
}

/** What to read of `cost_entries e`: a `CostEntry`. */
export const ENTRY_FIELDS = `
  e.source, e.external_id AS "externalId", e.category, e.subcategory, e.kind, e.amount_minor AS "amountMinor",
  e.currency, to_char(e.from_day, 'YYYY-MM-DD') AS "fromDay", to_char(e.to_day, 'YYYY-MM-DD') AS "toDay",
  e.applies_to AS "appliesTo", e.driver, e.note`;

export const ENTRY_ROW = {
  source: text,
  externalId: text,
  category: textOf<CostEntry["category"]>(),
  subcategory: nullable(textOf<NonNullable<CostEntry["subcategory"]>>()),
  kind: textOf<CostEntry["kind"]>(),
  amountMinor: int8,
  currency: text,
  fromDay: text,
  toDay: text,
  appliesTo: text,
  driver: textOf<CostEntry["driver"]>(),
  note: nullable(text),
};

/** The same with what the ledger adds: a `LedgerEntry`. */
export const LEDGER_FIELDS = `e.id, ${ENTRY_FIELDS}, e.corrects_id AS "correctsId",
  e.recurring_id AS "recurringId", to_char(e.booked_on, 'YYYY-MM-DD') AS "bookedOn", e.created_by AS "createdBy", e.created_at AS "createdAt"`;

export const LEDGER_ROW = {
  id: int4,
  ...ENTRY_ROW,
  correctsId: nullable(int4),
  recurringId: nullable(int4),
  bookedOn: nullable(text),
  createdBy: nullable(text),
  createdAt: timestamptz,
};
