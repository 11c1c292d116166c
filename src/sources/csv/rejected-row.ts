import type { FilePlace, RejectedRow } from "../../domain/imports/imports.ts";
import type { Rejection } from "../../domain/rejection.ts";

const MAX_RAW_LENGTH = 2_000;

/** A row that is kept for correction; its text shortened, and without what the database cannot hold. */
export function rejectedRow({ line, raw }: FilePlace, { reason, detail }: Rejection): RejectedRow {
  const kept = raw.length > MAX_RAW_LENGTH ? raw.slice(0, MAX_RAW_LENGTH) : raw;
  return { kind: "rejected", line, raw: printable(kept), reason, detail: printable(detail) };
}

function printable(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "␀") : text;
}
