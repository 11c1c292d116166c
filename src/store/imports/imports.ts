import { z } from "zod";
import type {
  CorrectedLine,
  ImportStatus,
  KeptImport,
  RejectedReason,
  RejectedRow,
} from "../../domain/imports/imports.ts";
import type { RejectReason } from "../../domain/rejection.ts";
import {
  arrayOf,
  int4,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { KEPT_PHRASE } from "../database/kept-phrase.ts";
import { statement } from "../database/statement.ts";

export type ImportsStore = ReturnType<typeof importsStore>;

export type ImportKey = {
  readonly preset: string;
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
  /** The line that names the columns, and what divides them: with them rejected lines make a file again. */
  readonly header: string;
  readonly delimiter: string;
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

    /** The newest first. */
    list: (limit: number): Promise<KeptImport[]> => LIST.all(database.pool, { limit }),

    /** The line that names the columns of an import's file; null where it was not kept. */
    async headerOf(importId: number): Promise<{ header: string; delimiter: string } | null> {
      const found = await HEADER.first(database.pool, { importId });
      if (found === null || found.header === null || found.delimiter === null) return null;
      return { header: found.header, delimiter: found.delimiter };
    },

    /** The first rejected rows of an import, in the order of the file. */
    async rejectedRows(importId: number, limit: number): Promise<RejectedRow[]> {
      return (await REJECTED.all(database.pool, { importId, limit })).map(rejectedFrom);
    },

    /** Why lines of an import are rejected: the commonest reasons first, each with its first line. */
    async reasons(importId: number): Promise<RejectedReason[]> {
      const rows = await REASONS.all(database.pool, { importId });
      return rows.map(({ rows, ...row }) => ({ reason: row.reason, rows, example: rejectedFrom(row) }));
    },

    /**
     * Takes rejected lines off the list of their import, since a file of corrected lines tells them anew.
     * @param from the import of that file: only lines of the same preset and source go
     */
    async heal(from: number, lines: readonly CorrectedLine[]): Promise<void> {
      const importIds = lines.map(({ importId }) => importId);
      await HEAL.run(database.pool, { from, importIds, lines: lines.map(({ line }) => line) });
    },
  };
}

function rejectedFrom(row: ValuesOf<typeof REJECTED_ROW>): RejectedRow {
  const { line, reason, problems, raw } = row;
  return { kind: "rejected", line, reason, problems: PROBLEMS.parse(problems), raw };
}

const PROBLEMS = z.tuple([KEPT_PHRASE]).rest(KEPT_PHRASE);

const START = statement({
  name: "imports/imports: start",
  sql: `
  INSERT INTO imports (preset, source, file_name, sha256, header, delimiter, status, started_at)
  VALUES (:preset, :source, :fileName, :sha256, :header, :delimiter, 'running', :now)
  ON CONFLICT (preset, source, sha256) DO UPDATE
    SET status = 'running', file_name = excluded.file_name, header = excluded.header, delimiter = excluded.delimiter,
      finished_at = NULL
  RETURNING id`,
  parameters: {
    preset: text,
    source: text,
    fileName: text,
    sha256: text,
    header: text,
    delimiter: text,
    now: timestamptz,
  },
  row: { id: int4 },
});

const KEPT_FIELDS = `id, preset, source, file_name AS "fileName", started_at AS "startedAt", status, read, accepted,
    updated, duplicates, rejected`;
const KEPT_ROW = {
  id: int4,
  preset: text,
  source: text,
  fileName: text,
  startedAt: timestamptz,
  status: textOf<ImportStatus>(),
  read: int4,
  accepted: int4,
  updated: int4,
  duplicates: int4,
  rejected: int4,
};

const FIND = statement({
  name: "imports/imports: find",
  sql: `
  SELECT ${KEPT_FIELDS} FROM imports
  WHERE CASE WHEN :importId::int IS NULL THEN rejected > 0 ELSE id = :importId::int END
  ORDER BY COALESCE(finished_at, started_at) DESC, id DESC LIMIT 1`,
  parameters: { importId: nullable(int4) },
  row: KEPT_ROW,
});

const LIST = statement({
  name: "imports/imports: list",
  sql: `SELECT ${KEPT_FIELDS} FROM imports ORDER BY COALESCE(finished_at, started_at) DESC, id DESC LIMIT :limit::int`,
  parameters: { limit: int4 },
  row: KEPT_ROW,
});

const HEADER = statement({
  name: "imports/imports: header",
  sql: "SELECT header, delimiter FROM imports WHERE id = :importId",
  parameters: { importId: int4 },
  row: { header: nullable(text), delimiter: nullable(text) },
});

const REJECTED_ROW = { line: int4, reason: textOf<RejectReason>(), problems: json(), raw: text };

const REJECTED = statement({
  name: "imports/imports: rejected",
  sql: `
  SELECT line_number AS line, reason, problems, raw FROM rejected_rows WHERE import_id = :importId
  ORDER BY line_number LIMIT :limit::int`,
  parameters: { importId: int4, limit: int4 },
  row: REJECTED_ROW,
});

const REASONS = statement({
  name: "imports/imports: reasons",
  sql: `
  SELECT r.line_number AS line, r.reason, r.problems, r.raw, counted.rows
  FROM (
    SELECT reason, count(*)::int AS rows, min(line_number) AS line FROM rejected_rows
    WHERE import_id = :importId GROUP BY reason
  ) counted JOIN rejected_rows r ON r.import_id = :importId AND r.line_number = counted.line
  ORDER BY counted.rows DESC, r.line_number`,
  parameters: { importId: int4 },
  row: { ...REJECTED_ROW, rows: int4 },
});

const HEAL = statement({
  name: "imports/imports: heal",
  sql: `
  WITH healed AS (
    DELETE FROM rejected_rows r USING unnest(:importIds::int[], :lines::int[]) AS told (import_id, line), imports i,
      imports now
    WHERE r.import_id = told.import_id AND r.line_number = told.line AND i.id = r.import_id AND now.id = :from
      AND (i.preset, i.source) = (now.preset, now.source) AND i.id <> now.id
    RETURNING r.import_id
  )
  UPDATE imports SET rejected = rejected - gone.rows
  FROM (SELECT import_id, count(*)::int AS rows FROM healed GROUP BY 1) gone WHERE imports.id = gone.import_id`,
  parameters: { from: int4, importIds: arrayOf(int4), lines: arrayOf(int4) },
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
