import type { FilePlace, RejectedRow } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { rejection } from "../../domain/rejection.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";

/** What becomes of a row that needs a customer whom nobody has told of: it waits for them among the rejected. */
export function unknownCustomer(row: FilePlace & { readonly customer: string }, source: string): RejectedRow {
  const problem = phrase("rejected.unknown-customer", { customer: row.customer, source });
  return rejectedRow(row, rejection("unknown_customer", problem));
}
