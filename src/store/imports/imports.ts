import { z } from "zod";
import type { KeptImport, RejectedRow } from "../../domain/imports/imports.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import { arrayOf, int4, nullable, text, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { KEPT_PHRASE } from "../database/kept-phrase.ts";
import { statement } from "../database/statement.ts";

export type ImportsStore = ReturnType<typeof importsStore>;

export type ImportKey = {
  readonly preset: string;
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
};

/** Lines read, and known rows that took other facts. */
export type ImportRun = { readonly read: number; readonly updated: number };

/** A batch of an import that is written as one: the lines it spans and the bad rows among them. */
export type ImportedBatch = {
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
      return (await START.one(database.pool, { ...key, now })).id;
    },

    /** @param of this run: the lines it read tell, with what was accepted and rejected, the duplicates */
    async finish(importId: number, { read, updated }: ImportRun, now: Date): Promise<void> {
      await FINISH.run(database.pool, { importId, read, updated, now });
    },

    /** One import; of null the newest one that has rejected lines. Null where there is none. */
    find: (importId: number | null): Promise<KeptImport | null> => FIND.first(database.pool, { importId }),

    /** The first rejected rows of an import, in the order of the file. */
    async rejectedRows(importId: number, limit: number): Promise<RejectedRow[]> {
      const rows = await database.prisma.rejectedRow.findMany({
        where: { importId },
        orderBy: { lineNumber: "asc" },
        take: limit,
      });
      return rows.map(({ lineNumber, reason, problems, raw }) => ({
        kind: "rejected",
        line: lineNumber,
        reason: reason as RejectReason,
        problems: PROBLEMS.parse(problems),
        raw,
      }));
    },
  };
}

const PROBLEMS = z.tuple([KEPT_PHRASE]).rest(KEPT_PHRASE);

const START = statement({
  name: "imports/imports: start",
  sql: `
  INSERT INTO imports (preset, source, file_name, sha256, status, started_at)
  VALUES (:preset, :source, :fileName, :sha256, 'running', :now)
  ON CONFLICT (preset, source, sha256) DO UPDATE
    SET status = 'running', file_name = excluded.file_name, finished_at = NULL
  RETURNING id`,
  parameters: { preset: text, source: text, fileName: text, sha256: text, now: timestamptz },
  row: { id: int4 },
});

const FIND = statement({
  name: "imports/imports: find",
  sql: `
  SELECT id, preset, source, file_name AS "fileName", started_at AS "startedAt", rejected FROM imports
  WHERE CASE WHEN :importId::int IS NULL THEN rejected > 0 ELSE id = :importId::int END
  ORDER BY COALESCE(finished_at, started_at) DESC, id DESC LIMIT 1`,
  parameters: { importId: nullable(int4) },
  row: { id: int4, preset: text, source: text, fileName: text, startedAt: timestamptz, rejected: int4 },
});

const FINISH = statement({
  name: "imports/imports: finish",
  sql: `
  UPDATE imports SET status = 'done', read = :read, updated = updated + :updated,
    duplicates = GREATEST(0, :read - accepted - :updated - rejected), finished_at = :now
  WHERE id = :importId`,
  parameters: { importId: int4, read: int4, updated: int4, now: timestamptz },
});

/**
 * The end of the statement that writes a batch's good rows: keeps its bad rows and counts what it brought, in the
 * same transaction. Rows of an earlier run that are good now (their customer has come since) leave the bad ones.
 * Takes `SETTLE_PARAMETERS`.
 * @param accepted SQL for the number of new rows
 */
export const settleSql = (accepted: string) => `
  healed AS (
    DELETE FROM rejected_rows
    WHERE import_id = :importId AND line_number BETWEEN :fromLine AND :toLine AND line_number <> ALL (:badLines::int[])
    RETURNING 1
  ), kept AS (
    INSERT INTO rejected_rows (import_id, line_number, reason, problems, raw)
    SELECT :importId, line_number, reason, problems::jsonb, raw
    FROM unnest(:badLines::int[], :badReasons::text[], :badProblems::text[], :badRows::text[]) AS bad (line_number, reason, problems, raw)
    ON CONFLICT DO NOTHING
    RETURNING 1
  ), settled AS (
    UPDATE imports SET
      accepted = accepted + ${accepted},
      rejected = rejected + (SELECT count(*) FROM kept) - (SELECT count(*) FROM healed)
    WHERE id = :importId
  )`;

export const SETTLE_PARAMETERS = {
  importId: int4,
  fromLine: int4,
  toLine: int4,
  badLines: arrayOf(int4),
  badReasons: arrayOf(text),
  badProblems: arrayOf(text),
  badRows: arrayOf(text),
};

export function settleValues(batch: ImportedBatch): ValuesOf<typeof SETTLE_PARAMETERS> {
  const { importId, fromLine, toLine, rejected } = batch;
  return {
    importId,
    fromLine,
    toLine,
    badLines: rejected.map((row) => row.line),
    badReasons: rejected.map((row) => row.reason),
    badProblems: rejected.map((row) => JSON.stringify(row.problems)),
    badRows: rejected.map((row) => row.raw),
  };
}
