import type { CostEntry, LedgerEntry } from "../../domain/costs/cost-entry.ts";

/** The columns of an entry in the order of `entryValues`, and their types as arrays. */
export const ENTRY_COLUMNS =
  "source, external_id, category, subcategory, kind, amount_minor, currency, from_day, to_day, applies_to, driver, note";
const ENTRY_TYPES = "text text text text text bigint text date date text text text".split(" ");

/** Rows from arrays of columns, the first of them parameter `$from`. */
export function entriesFrom(from: number): string {
  const arrays = ENTRY_TYPES.map((type, index) => `$${from + index}::${type}[]`);
  return `unnest(${arrays.join(", ")}) AS row (${ENTRY_COLUMNS})`;
}

export function entryValues(entries: readonly CostEntry[]): unknown[][] {
  return [
    entries.map((entry) => entry.source),
    entries.map((entry) => entry.externalId),
    entries.map((entry) => entry.category),
    entries.map((entry) => entry.subcategory),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.amountMinor),
    entries.map((entry) => entry.currency),
    entries.map((entry) => entry.fromDay),
    entries.map((entry) => entry.toDay),
    entries.map((entry) => entry.appliesTo),
    entries.map((entry) => entry.driver),
    entries.map((entry) => entry.note),
  ];
}

/** What to read of `cost_entries e`, for `entryFrom`. */
export const ENTRY_FIELDS = `
  e.source, e.external_id AS "externalId", e.category, e.subcategory, e.kind, e.amount_minor AS "amountMinor",
  e.currency, to_char(e.from_day, 'YYYY-MM-DD') AS "fromDay", to_char(e.to_day, 'YYYY-MM-DD') AS "toDay",
  e.applies_to AS "appliesTo", e.driver, e.note`;

/** As `ENTRY_FIELDS`, with what the ledger adds, for `ledgerEntryFrom`. */
export const LEDGER_FIELDS = `e.id, ${ENTRY_FIELDS}, e.corrects_id AS "correctsId",
  e.recurring_id AS "recurringId", e.created_by AS "createdBy", e.created_at AS "createdAt"`;

/** bigint comes as text. */
export type EntryRow = Omit<CostEntry, "amountMinor"> & { readonly amountMinor: string };
export type LedgerRow = Omit<LedgerEntry, "amountMinor"> & { readonly amountMinor: string };

export function entryFrom<Row extends { readonly amountMinor: string }>(
  row: Row,
): Omit<Row, "amountMinor"> & { readonly amountMinor: number } {
  return { ...row, amountMinor: Number(row.amountMinor) };
}
