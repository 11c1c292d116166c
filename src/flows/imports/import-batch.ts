import type { ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import type { RejectReason } from "../../domain/rejection.ts";

/** What was taken over, but not as whoever wrote the file may think. */
export type Noticed =
  | "unknown-member"
  | "unknown-customer"
  | "new-customer"
  | "contracts-not-taken"
  | "contracts-of-rows"
  | "repeated-id";

/** What one batch of the file brought, apart from its bad rows. */
export type BatchCounts = {
  accepted: number;
  duplicates: number;
  updated: number;
  repeated: number;
  rejected: Partial<Record<RejectReason, number>>;
  noticed?: Partial<Record<Noticed, number>>;
};

/** The place of a batch among those of its file. */
export type BatchTurn = {
  /** The writing of the batch before: until it is done, this one may get ready but writes nothing. */
  readonly before: Promise<unknown>;
  /** Called when the rows are with the database: reading on earlier would hold up what is being sent. */
  readonly onSent: () => void;
};

/** Writes the rows of one batch. */
export type BatchWriter = (
  importId: number,
  rows: readonly ImportedRow[],
  turn?: BatchTurn,
) => Promise<BatchCounts>;

/** For a writer that has nothing to get ready. */
export function inTurn(write: BatchWriter): BatchWriter {
  return async (importId, rows, turn) => {
    await turn?.before;
    turn?.onSent();
    return write(importId, rows);
  };
}

/** The physical lines a batch spans. */
export function linesOf(rows: readonly ImportedRow[]): { fromLine: number; toLine: number } {
  return { fromLine: rows[0]?.line ?? 0, toLine: rows.at(-1)?.line ?? 0 };
}

export function countReasons(rows: readonly RejectedRow[]): Partial<Record<RejectReason, number>> {
  const counts: Partial<Record<RejectReason, number>> = {};
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
