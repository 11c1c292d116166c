import { type Held, HOLDS, type Hold, type Undo } from "../../domain/imports/undo.ts";
import { keepLedgerOpen } from "../costs/ledger-lock.ts";
import { noteIn } from "../database/audit.ts";
import { arrayOf, bool, int4, nullable, text, textOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { ACTIVITY_CHANGED } from "./changed-activities.ts";
import {
  COUNT_CHANGED_LATER,
  countRecordsSql,
  OWNED_RECORDS,
  removeRecords,
  restoreRecords,
} from "./undo-records.ts";

export type UndoStore = ReturnType<typeof undoStore>;

/** Rows of a source looked at in one transaction: a card waits for it some tenths of a second. */
const ROWS_PER_TRANSACTION = 10_000;
/** Names of customers who stay, for each of the reasons. */
const NAMES = 5;

type InTheWay = {
  readonly costs: number;
  readonly contracts: boolean;
  readonly closed: number;
  readonly through: string | null;
};

type Context = { readonly importId: number; readonly source: string; readonly at: Date };

/** Takes back what an import brought. */
export function undoStore(database: Database) {
  const { pool } = database;
  return {
    /** Rows of an import that cannot go: entries of the ledger, and rows on days of closed books. */
    async inTheWay(importId: number): Promise<InTheWay> {
      return IN_THE_WAY.one(pool, { importId });
    },

    /** What taking it back would do, with everything as it is now. */
    async plan(importId: number): Promise<Undo> {
      const [counts, held] = await Promise.all([COUNT.one(pool, { importId }), HELD.all(pool, { importId })]);
      return { ...counts, held: heldFrom(held) };
    },

    /**
     * Takes it back in steps of some thousand rows, each whole; one that is broken off goes on when it is asked again.
     * @returns what went and what stays
     */
    async undo(context: Context): Promise<Undo> {
      const { importId, source, at } = context;
      const changedLater = (await COUNT.one(pool, { importId })).changedLater;
      const restored = await inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const { rows } = await RESTORE.one(client, { importId });
        await FORGET_EMPTY_DAYS.run(client, { source });
        return rows + (await restoreRecords(client, importId));
      });
      const rows = (await removeActivities(database, context)) + (await removeRecords(pool, importId));
      return inTransaction(database, async (client) => {
        const { customers } = await REMOVE_CUSTOMERS.one(client, { importId });
        const held = heldFrom(await HELD.all(client, { importId }));
        await FORGET_EMPTY_DAYS.run(client, { source });
        await SETTLE.run(client, { importId, rows: rows + customers, restored });
        const undone: Undo = { rows, restored, customers, held, changedLater };
        await noteIn(client, {
          at,
          actor: `import ${importId}`,
          action: "import.undone",
          customerId: null,
          details: undone,
        });
        return undone;
      });
    },
  };
}

async function removeActivities(database: Database, { importId, source }: Context): Promise<number> {
  let removed = 0;
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    const step = await inTransaction(database, async (client) => {
      await keepLedgerOpen(client);
      return REMOVE_ACTIVITIES.one(client, { importId, source, after: from, limit: ROWS_PER_TRANSACTION });
    });
    removed += step.rows;
    after = step.last;
  }
  return removed;
}

function heldFrom(
  rows: ReadonlyArray<{ because: Hold; customers: number; names: readonly string[] }>,
): Held[] {
  return HOLDS.flatMap((because) => rows.find((row) => row.because === because) ?? []);
}

/** Rows that a closing has counted. @param at its column of when it happened */
const onClosedDay = (alias: string, at: string) =>
  `COALESCE(${alias}.booked_on <= closing.through_day, ${alias}.${at} < closing.open_from)`;
const CLOSING =
  "(SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) closing";

/** What an import changed since it was last taken back: the newest change of each row. */
const CHANGES = `
    SELECT DISTINCT ON (details ->> 'externalId') details ->> 'externalId' AS external_id,
      details ->> 'source' AS source, (details ->> 'importId')::int AS import_id, details -> 'before' AS before
    FROM audit_events e
    WHERE e.actor = 'import ' || :importId::int AND e.action = '${ACTIVITY_CHANGED}' AND e.id > COALESCE((
      SELECT max(id) FROM audit_events WHERE actor = 'import ' || :importId::int AND action = 'import.undone'), 0)
    ORDER BY details ->> 'externalId', e.id DESC`;

/** Why a customer whom an import made stays; null where nothing holds them. */
const HOLD = `CASE
      WHEN EXISTS (SELECT FROM activities a WHERE a.customer_id = c.id AND a.import_id IS DISTINCT FROM :importId)
        THEN 'activities'
      WHEN ${OWNED_RECORDS.map(
        (table) =>
          `EXISTS (SELECT FROM ${table} r WHERE r.customer_id = c.id AND r.import_id IS DISTINCT FROM :importId)`,
      ).join(" OR ")} THEN 'records'
      WHEN c.has_named_contracts THEN 'contracts'
      WHEN EXISTS (SELECT FROM cost_entries k
        WHERE 'customer:' || c.external_id = ANY (string_to_array(k.applies_to, '|'))) THEN 'costs'
      WHEN EXISTS (SELECT FROM suggestions s WHERE s.customer_id = c.id) THEN 'suggestions'
      WHEN EXISTS (SELECT FROM customer_joins j WHERE c.id IN (j.customer_id, j.into_id)) THEN 'joined'
      WHEN c.snoozed_by IS NOT NULL OR EXISTS (SELECT FROM loyalty_entries l WHERE l.customer_id = c.id
        AND l.kind IN ('redeemed', 'adjusted')) THEN 'people'
      WHEN c.updated_at > c.created_at THEN 'changed'
      WHEN EXISTS (SELECT FROM cost_closings k WHERE EXISTS (SELECT FROM contracts t
          WHERE t.customer_id = c.id AND t.started_on <= k.through_day)
        OR EXISTS (SELECT FROM revenue_adjustments r WHERE r.customer_id = c.id AND r.booked_on <= k.through_day))
        THEN 'closed'
    END`;

const IN_THE_WAY = statement({
  name: "imports/undo: in the way",
  sql: `
  SELECT (SELECT count(*) FROM cost_entries WHERE created_by = 'import ' || :importId::int)::int AS costs,
    EXISTS (SELECT FROM audit_events WHERE actor = 'import ' || :importId::int
      AND action IN ('contract.imported', 'contract.changed')) AS contracts,
    (${[
      ["activities", "at"],
      ["tickets", "opened_at"],
      ["feedback", "at"],
      ["touches", "at"],
    ]
      .map(
        ([table, at = ""]) =>
          `(SELECT count(*) FROM ${table} r, ${CLOSING} WHERE r.import_id = :importId AND ${onClosedDay("r", at)})`,
      )
      .join(" + ")})::int AS closed,
    (SELECT to_char(max(through_day), 'YYYY-MM-DD') FROM cost_closings) AS through`,
  parameters: { importId: int4 },
  row: { costs: int4, contracts: bool, closed: int4, through: nullable(text) },
});

const COUNT = statement({
  name: "imports/undo: count",
  sql: `
  WITH changes AS (${CHANGES}), mine AS (
    SELECT count(*) AS rows, count(*) FILTER (WHERE c.external_id IS NOT NULL) AS restored
    FROM activities a LEFT JOIN changes c ON c.source = a.source AND c.external_id = a.external_id
    WHERE a.import_id = :importId
  )
  SELECT (mine.rows - mine.restored + ${countRecordsSql("all")} - (${countRecordsSql("changed")}))::int AS rows,
    (mine.restored + ${countRecordsSql("changed")})::int AS restored,
    (SELECT count(*) FROM customers c WHERE c.import_id = :importId AND ${HOLD} IS NULL)::int AS customers,
    (${COUNT_CHANGED_LATER} +
      (SELECT count(DISTINCT (e.details ->> 'source', e.details ->> 'externalId')) FROM audit_events e
      JOIN activities a ON a.source = e.details ->> 'source' AND a.external_id = e.details ->> 'externalId'
      WHERE e.actor LIKE 'import %' AND e.action = '${ACTIVITY_CHANGED}' AND (e.details ->> 'importId')::int = :importId
        AND a.import_id IS DISTINCT FROM :importId))::int AS "changedLater"
  FROM mine`,
  parameters: { importId: int4 },
  row: { rows: int4, restored: int4, customers: int4, changedLater: int4 },
});

const HELD = statement({
  name: "imports/undo: held",
  sql: `
  SELECT because, count(*)::int AS customers, (array_agg(name ORDER BY name, id))[1:${NAMES}] AS names
  FROM (SELECT c.id, c.name, ${HOLD} AS because FROM customers c WHERE c.import_id = :importId) held
  WHERE because IS NOT NULL GROUP BY because`,
  parameters: { importId: int4 },
  row: { because: textOf<Hold>(), customers: int4, names: arrayOf(text) },
});

/** What leaves a day and what comes back to one is a single sum: two CTEs could not change the same day. */
const RESTORE = statement({
  name: "imports/undo: restore",
  sql: `
  WITH changes AS (${CHANGES}), told AS (
    SELECT c.source, c.external_id, c.import_id, a.at AS at_now, b.*
    FROM changes c JOIN activities a ON a.source = c.source AND a.external_id = c.external_id,
      LATERAL jsonb_to_record(c.before) AS b (at timestamptz(3), "amountMinor" bigint, currency text, category text,
        quantity float8, document text, note text)
    WHERE a.import_id = :importId
  ), days AS (
    INSERT INTO source_days (source, day, rows)
    SELECT told.source, moved.day, sum(moved.rows)::int FROM told,
      LATERAL (VALUES ((told.at_now AT TIME ZONE 'UTC')::date, -1), ((told.at AT TIME ZONE 'UTC')::date, 1))
        AS moved (day, rows)
    GROUP BY 1, 2 HAVING sum(moved.rows) <> 0 ORDER BY 1, 2
    ON CONFLICT (source, day) DO UPDATE SET rows = source_days.rows + excluded.rows
  ), restored AS (
    UPDATE activities a SET at = told.at, amount_minor = told."amountMinor", currency = told.currency,
      category = told.category, quantity = told.quantity, document = told.document, note = told.note,
      import_id = told.import_id,
      booked_on = CASE WHEN told.at = a.at THEN a.booked_on
        WHEN told.at < closing.open_from THEN closing.through_day + 1 END
    FROM told LEFT JOIN ${CLOSING} ON true
    WHERE a.source = told.source AND a.external_id = told.external_id
    RETURNING 1
  )
  SELECT count(*)::int AS rows FROM restored`,
  parameters: { importId: int4 },
  row: { rows: int4 },
});

const FORGET_EMPTY_DAYS = statement({
  name: "imports/undo: forget empty days",
  sql: "DELETE FROM source_days WHERE source = :source AND rows <= 0",
  parameters: { source: text },
});

/** Along the primary key, since there is no index by import: it is read once, rows of other sources as well, whatever the import brought. */
const REMOVE_ACTIVITIES = statement({
  name: "imports/undo: remove activities",
  sql: `
  WITH step AS (
    SELECT external_id FROM activities WHERE source = :source AND external_id > :after
    ORDER BY external_id LIMIT :limit::int
  ), removed AS (
    DELETE FROM activities a USING step
    WHERE a.source = :source AND a.external_id = step.external_id AND a.import_id = :importId
      AND NOT EXISTS (SELECT FROM ${CLOSING} WHERE ${onClosedDay("a", "at")})
    RETURNING a.at
  ), days AS (
    UPDATE source_days d SET rows = d.rows - gone.rows
    FROM (SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*)::int AS rows FROM removed GROUP BY 1) gone
    WHERE d.source = :source AND d.day = gone.day
  )
  SELECT (SELECT max(external_id) FROM step) AS last, (SELECT count(*) FROM removed)::int AS rows`,
  parameters: { importId: int4, source: text, after: text, limit: int4 },
  row: { last: nullable(text), rows: int4 },
});

const REMOVE_CUSTOMERS = statement({
  name: "imports/undo: remove customers",
  sql: `
  WITH removed AS (
    DELETE FROM customers c WHERE c.import_id = :importId AND ${HOLD} IS NULL RETURNING 1
  )
  SELECT count(*)::int AS customers FROM removed`,
  parameters: { importId: int4 },
  row: { customers: int4 },
});

const SETTLE = statement({
  name: "imports/undo: settle",
  sql: `
  WITH gone AS (DELETE FROM rejected_rows WHERE import_id = :importId)
  UPDATE imports SET status = 'undone', accepted = GREATEST(0, accepted - :rows),
    updated = GREATEST(0, updated - :restored), rejected = 0
  WHERE id = :importId`,
  parameters: { importId: int4, rows: int4, restored: int4 },
});
