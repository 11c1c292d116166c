import type { RejectedRow } from "../../domain/imports/imports.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import type { Database } from "../database/database.ts";

export type ImportsStore = ReturnType<typeof importsStore>;

export type ImportKey = {
  readonly preset: string;
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
};

/** A stretch of an import that is written as one: the lines it spans and the bad rows among them. */
export type ImportedStretch = {
  readonly importId: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly rejected: readonly RejectedRow[];
};

/**
 * What was imported when, and the rows that could not be. The same file (by its bytes) with the same preset and
 * source is one import, however often it runs; its row counts what all runs together brought.
 */
export function importsStore(database: Database) {
  return {
    /** Begins an import or takes up an earlier one of the same file. @returns its id */
    async start(key: ImportKey, now: Date): Promise<number> {
      const { rows } = await database.pool.query<{ id: number }>(START, [
        key.preset,
        key.source,
        key.fileName,
        key.sha256,
        now,
      ]);
      const [row] = rows;
      if (!row) throw new Error("The import was not recorded.");
      return row.id;
    },

    /** @param read lines read in this run; with what was accepted and rejected they tell the duplicates */
    async finish(importId: number, read: number, now: Date): Promise<void> {
      await database.pool.query(FINISH, [importId, read, now]);
    },

    /** The first rejected rows of an import, in the order of the file. */
    async rejectedRows(importId: number, limit: number): Promise<RejectedRow[]> {
      const rows = await database.prisma.rejectedRow.findMany({
        where: { importId },
        orderBy: { lineNumber: "asc" },
        take: limit,
      });
      return rows.map(({ lineNumber, reason, detail, raw }) => ({
        kind: "rejected",
        line: lineNumber,
        reason: reason as RejectReason,
        detail,
        raw,
      }));
    },
  };
}

const START = `
  INSERT INTO imports (preset, source, file_name, sha256, status, started_at) VALUES ($1, $2, $3, $4, 'running', $5)
  ON CONFLICT (preset, source, sha256) DO UPDATE
    SET status = 'running', file_name = excluded.file_name, finished_at = NULL
  RETURNING id`;

const FINISH = `
  UPDATE imports SET status = 'done', read = $2, duplicates = GREATEST(0, $2 - accepted - rejected), finished_at = $3
  WHERE id = $1`;

/**
 * The end of the statement that writes a stretch's good rows: keeps its bad rows and counts what it brought, in the
 * same transaction. Rows of an earlier run that are good now (their customer has come since) leave the bad ones.
 * Uses $1 to $7, see `settleValues`.
 * @param accepted SQL for the number of new rows
 */
export const settleSql = (accepted: string) => `
  healed AS (
    DELETE FROM rejected_rows
    WHERE import_id = $1 AND line_number BETWEEN $2 AND $3 AND line_number <> ALL ($4::int[])
    RETURNING 1
  ), kept AS (
    INSERT INTO rejected_rows (import_id, line_number, reason, detail, raw)
    SELECT $1, line_number, reason, detail, raw
    FROM unnest($4::int[], $5::text[], $6::text[], $7::text[]) AS bad (line_number, reason, detail, raw)
    ON CONFLICT DO NOTHING
    RETURNING 1
  ), settled AS (
    UPDATE imports SET
      accepted = accepted + ${accepted},
      rejected = rejected + (SELECT count(*) FROM kept) - (SELECT count(*) FROM healed)
    WHERE id = $1
  )`;

export function settleValues({ importId, fromLine, toLine, rejected }: ImportedStretch): unknown[] {
  return [
    importId,
    fromLine,
    toLine,
    rejected.map((row) => row.line),
    rejected.map((row) => row.reason),
    rejected.map((row) => row.detail),
    rejected.map((row) => row.raw),
  ];
}
