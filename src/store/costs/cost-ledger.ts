import type pg from "pg";
import type { Day } from "../../domain/calendar.ts";
import {
  correctingEntry,
  type LedgerRefusal,
  mayAdd,
  mayClose,
  mayCorrect,
} from "../../domain/costs/closing.ts";
import type { CostEntry, LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { noteIn } from "../database/audit.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  ENTRY_COLUMNS,
  entriesFrom,
  entryFrom,
  entryValues,
  LEDGER_FIELDS,
  type LedgerRow,
} from "./cost-rows.ts";
import { holdLedger, keepLedgerOpen, readClosedThrough } from "./ledger-lock.ts";
import { makeDueEntries } from "./recurring-costs.ts";

export type CostLedgerStore = ReturnType<typeof costLedgerStore>;

/** Who changed the ledger, and when. */
export type LedgerChange = { readonly by: string; readonly at: Date };

export type AddedCost =
  | { readonly kind: "added"; readonly entry: LedgerEntry }
  /** Kept before under the same source and external id, maybe with other facts; nothing was written. */
  | { readonly kind: "there-already"; readonly entry: LedgerEntry }
  | LedgerRefusal<"closed-period">;

export type CorrectedCost =
  | {
      readonly kind: "corrected";
      readonly original: LedgerEntry;
      readonly correction: LedgerEntry;
      /** What the original is worth with all its corrections. */
      readonly nowMinor: number;
    }
  | { readonly kind: "unknown-entry" }
  | LedgerRefusal<"no-change" | "a-correction" | "below-zero">;

export type ClosedLedger =
  | { readonly kind: "closed"; readonly throughDay: Day; readonly recurringMade: number }
  | LedgerRefusal<"not-over" | "closed-before">;

/** By how much, or to what amount, in minor units of the entry's currency. */
export type CorrectionSize = { readonly byMinor: number } | { readonly toMinor: number };

export type LedgerPage = {
  /** Covering any of these days. */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly limit: number;
};

/** The ledger's own book-keeping: entries are added, corrected by further entries, and closed; never changed. */
export function costLedgerStore(database: Database) {
  return {
    /** Keeps one entry with its audit event. */
    add: (entry: CostEntry, change: LedgerChange): Promise<AddedCost> =>
      inTransaction(database, (client) => addEntry(client, entry, change)),

    /** Corrects an entry by a further one, of the same period; two at once are judged one after the other. */
    correct: (
      id: number,
      size: CorrectionSize,
      note: string | null,
      change: LedgerChange,
    ): Promise<CorrectedCost> =>
      inTransaction(database, (client) => correctEntry(client, id, size, note, change)),

    /**
     * Closes the ledger through a day. The recurring costs due by then are made entries first, and whoever is adding
     * is waited for.
     * @param today where the team is
     */
    close: (throughDay: Day, today: Day, change: LedgerChange): Promise<ClosedLedger> =>
      inTransaction(database, (client) => closeLedger(client, throughDay, today, change)),

    closedThrough: (): Promise<Day | null> => readClosedThrough(database.pool),

    async find(id: number): Promise<LedgerEntry | null> {
      return findEntry(database.pool, id);
    },

    /** The newest entries first, with corrections among them. */
    async list({ fromDay, toDay, limit }: LedgerPage): Promise<LedgerEntry[]> {
      const { rows } = await database.pool.query<LedgerRow>(LIST, [fromDay, toDay, limit]);
      return rows.map(entryFrom);
    },
  };
}

type Client = Pick<pg.PoolClient, "query">;

async function addEntry(client: Client, entry: CostEntry, change: LedgerChange): Promise<AddedCost> {
  await keepLedgerOpen(client);
  const before = await findByKey(client, entry);
  if (before) return { kind: "there-already", entry: before };
  const verdict = mayAdd(entry, await readClosedThrough(client));
  if (verdict.kind === "refused") return verdict;
  const added = await insertEntry(client, entry, null, change);
  if (added) {
    await noteIn(client, { ...eventOf(change), action: "cost.added", details: { entry: added.id } });
    return { kind: "added", entry: added };
  }
  const faster = await findByKey(client, entry);
  if (!faster) throw new Error("An entry that is there already cannot be read.");
  return { kind: "there-already", entry: faster };
}

async function correctEntry(
  client: Client,
  id: number,
  size: CorrectionSize,
  note: string | null,
  change: LedgerChange,
): Promise<CorrectedCost> {
  await keepLedgerOpen(client);
  const original = await findEntry(client, id, "FOR UPDATE");
  if (!original) return { kind: "unknown-entry" };
  const { correctedMinor, corrections } = await readCorrections(client, id);
  const nowMinor = original.amountMinor + correctedMinor;
  const byMinor = "byMinor" in size ? size.byMinor : size.toMinor - nowMinor;
  const verdict = mayCorrect({ original, correctedMinor, byMinor });
  if (verdict.kind === "refused") return verdict;
  const key = { source: CORRECTION_SOURCE, externalId: `correction:${id}:${corrections + 1}` };
  const entry = correctingEntry(original, { ...key, amountMinor: byMinor, note });
  const correction = await insertEntry(client, entry, id, change);
  if (!correction) throw new Error(`The correction ${key.externalId} is there already.`);
  const details = { entry: id, correction: correction.id, byMinor, nowMinor: nowMinor + byMinor };
  await noteIn(client, { ...eventOf(change), action: "cost.corrected", details });
  return { kind: "corrected", original, correction, nowMinor: nowMinor + byMinor };
}

/** What corrections carry as their source. */
const CORRECTION_SOURCE = "ledger";

async function closeLedger(
  client: Client,
  throughDay: Day,
  today: Day,
  change: LedgerChange,
): Promise<ClosedLedger> {
  await holdLedger(client);
  const verdict = mayClose(throughDay, await readClosedThrough(client), today);
  if (verdict.kind === "refused") return verdict;
  const recurringMade = await makeDueEntries(client, throughDay, change);
  await client.query("INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ($1, $2, $3)", [
    throughDay,
    change.by,
    change.at,
  ]);
  const details = { throughDay, recurringMade };
  await noteIn(client, { ...eventOf(change), action: "ledger.closed", details });
  return { kind: "closed", throughDay, recurringMade };
}

async function insertEntry(
  client: Client,
  entry: CostEntry,
  correctsId: number | null,
  { by, at }: LedgerChange,
): Promise<LedgerEntry | null> {
  const { rows } = await client.query<LedgerRow>(INSERT, [...entryValues([entry]), correctsId, by, at]);
  return rows[0] ? entryFrom(rows[0]) : null;
}

const INSERT = `
  INSERT INTO cost_entries AS e (${ENTRY_COLUMNS}, corrects_id, created_by, created_at)
  SELECT row.*, $13::int, $14, $15::timestamptz FROM ${entriesFrom(1)}
  ON CONFLICT (source, external_id) DO NOTHING RETURNING ${LEDGER_FIELDS}`;

async function findEntry(client: Client, id: number, lock = ""): Promise<LedgerEntry | null> {
  const sql = `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.id = $1 ${lock}`;
  const { rows } = await client.query<LedgerRow>(sql, [id]);
  return rows[0] ? entryFrom(rows[0]) : null;
}

async function findByKey(
  client: Client,
  { source, externalId }: Pick<CostEntry, "source" | "externalId">,
): Promise<LedgerEntry | null> {
  const sql = `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.source = $1 AND e.external_id = $2`;
  const { rows } = await client.query<LedgerRow>(sql, [source, externalId]);
  return rows[0] ? entryFrom(rows[0]) : null;
}

async function readCorrections(client: Client, id: number) {
  const { rows } = await client.query<{ minor: string; corrections: number }>(
    `SELECT COALESCE(sum(amount_minor), 0) AS minor, count(*)::int AS corrections
     FROM cost_entries WHERE corrects_id = $1`,
    [id],
  );
  return { correctedMinor: Number(rows[0]?.minor ?? 0), corrections: rows[0]?.corrections ?? 0 };
}

const LIST = `
  SELECT ${LEDGER_FIELDS} FROM cost_entries e
  WHERE ($1::date IS NULL OR e.to_day >= $1::date) AND ($2::date IS NULL OR e.from_day <= $2::date)
  ORDER BY e.id DESC LIMIT $3`;

function eventOf({ by, at }: LedgerChange) {
  return { at, actor: by, customerId: null };
}
