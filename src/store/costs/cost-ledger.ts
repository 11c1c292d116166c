import { addDays, type Day, localTime, startOfDay } from "../../domain/calendar.ts";
import { type LedgerRefusal, mayAdd, mayClose, mayCorrect } from "../../domain/costs/closing.ts";
import { correctingEntries } from "../../domain/costs/correcting-entries.ts";
import type { CostEntry, LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { noteIn } from "../database/audit.ts";
import { date, int4, int8, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import {
  ENTRIES,
  ENTRY_COLUMNS,
  ENTRY_PARAMETERS,
  entryValues,
  LEDGER_FIELDS,
  LEDGER_ROW,
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
      /** One, or two where some of its days are closed: the first of them is booked on a later day then. */
      readonly corrections: readonly LedgerEntry[];
      /** What the original is worth with all its corrections. */
      readonly nowMinor: number;
    }
  | { readonly kind: "unknown-entry" }
  | LedgerRefusal<"no-change" | "a-correction" | "below-zero" | "too-large">;

export type ClosedLedger =
  | { readonly kind: "closed"; readonly throughDay: Day; readonly recurringMade: number }
  | LedgerRefusal<"not-over" | "closed-before">;

/** By how much, or to what amount, in minor units of the entry's currency. */
export type CorrectionSize = { readonly byMinor: number } | { readonly toMinor: number };

/** The ledger's own book-keeping: entries are added, corrected by further entries, and closed; never changed. */
export function costLedgerStore(database: Database) {
  return {
    /** Keeps one entry with its audit event. */
    add: (entry: CostEntry, change: LedgerChange): Promise<AddedCost> =>
      inTransaction(database, (client) => addEntry(client, entry, change)),

    /** Corrects an entry by further ones, of the same days; two corrections at once are judged one after the other. */
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
     * @param timeZone where the team is
     */
    close: (throughDay: Day, timeZone: string, change: LedgerChange): Promise<ClosedLedger> =>
      inTransaction(database, (client) => closeLedger(client, throughDay, timeZone, change)),

    closedThrough: (): Promise<Day | null> => readClosedThrough(database.pool),

    /** What an entry is worth with all its corrections, in minor units; 0 for one there is not. */
    worth: async (id: number): Promise<number> => {
      const [entry, { correctedMinor }] = await Promise.all([
        FIND.first(database.pool, { id }),
        CORRECTIONS.one(database.pool, { id }),
      ]);
      return entry ? entry.amountMinor + correctedMinor : 0;
    },

    find: (id: number): Promise<LedgerEntry | null> => FIND.first(database.pool, { id }),
  };
}

async function addEntry(client: Queryable, entry: CostEntry, change: LedgerChange): Promise<AddedCost> {
  await keepLedgerOpen(client);
  const { source, externalId } = entry;
  const before = await FIND_BY_KEY.first(client, { source, externalId });
  if (before) return { kind: "there-already", entry: before };
  const verdict = mayAdd(entry, await readClosedThrough(client));
  if (verdict.kind === "refused") return verdict;
  const added = await insertEntry(client, entry, { correctsId: null, bookedOn: null }, change);
  if (added) {
    await noteIn(client, { ...eventOf(change), action: "cost.added", details: { entry: added.id } });
    return { kind: "added", entry: added };
  }
  const faster = await FIND_BY_KEY.first(client, { source, externalId });
  if (!faster) throw new Error("An entry that is there already cannot be read.");
  return { kind: "there-already", entry: faster };
}

async function correctEntry(
  client: Queryable,
  id: number,
  size: CorrectionSize,
  note: string | null,
  change: LedgerChange,
): Promise<CorrectedCost> {
  await keepLedgerOpen(client);
  const original = await FIND_TO_CORRECT.first(client, { id });
  if (!original) return { kind: "unknown-entry" };
  const { correctedMinor, corrections } = await CORRECTIONS.one(client, { id });
  const nowMinor = original.amountMinor + correctedMinor;
  const byMinor = "byMinor" in size ? size.byMinor : size.toMinor - nowMinor;
  const verdict = mayCorrect({ original, correctedMinor, byMinor });
  if (verdict.kind === "refused") return verdict;
  const facts = { source: CORRECTION_SOURCE, note, byMinor, before: corrections };
  const made: LedgerEntry[] = [];
  for (const { entry, bookedOn } of correctingEntries(original, facts, await readClosedThrough(client))) {
    const correction = await insertEntry(client, entry, { correctsId: id, bookedOn }, change);
    if (!correction) throw new Error(`The correction ${entry.externalId} is there already.`);
    made.push(correction);
  }
  const details = {
    ...{ entry: id, corrections: made.map((correction) => correction.id) },
    ...{ byMinor, nowMinor: nowMinor + byMinor },
  };
  await noteIn(client, { ...eventOf(change), action: "cost.corrected", details });
  return { kind: "corrected", original, corrections: made, nowMinor: nowMinor + byMinor };
}

/** What corrections carry as their source. */
const CORRECTION_SOURCE = "ledger";

async function closeLedger(
  client: Queryable,
  throughDay: Day,
  timeZone: string,
  change: LedgerChange,
): Promise<ClosedLedger> {
  await holdLedger(client);
  const today = localTime(change.at, timeZone).day;
  const verdict = mayClose(throughDay, await readClosedThrough(client), today);
  if (verdict.kind === "refused") return verdict;
  const recurringMade = await makeDueEntries(client, throughDay, change);
  const openFrom = startOfDay(addDays(throughDay, 1), timeZone);
  await CLOSE.run(client, { throughDay, openFrom, ...change });
  const details = { throughDay, recurringMade };
  await noteIn(client, { ...eventOf(change), action: "ledger.closed", details });
  return { kind: "closed", throughDay, recurringMade };
}

async function insertEntry(
  client: Queryable,
  entry: CostEntry,
  correction: Pick<LedgerEntry, "correctsId" | "bookedOn">,
  { by, at }: LedgerChange,
): Promise<LedgerEntry | null> {
  return INSERT.first(client, { ...entryValues([entry]), ...correction, by, at });
}

const INSERT = statement({
  name: "costs/cost-ledger: insert",
  sql: `
  INSERT INTO cost_entries AS e (${ENTRY_COLUMNS}, corrects_id, booked_on, created_by, created_at)
  SELECT row.*, :correctsId::int, :bookedOn::date, :by, :at::timestamptz FROM ${ENTRIES}
  ON CONFLICT (source, external_id) DO NOTHING RETURNING ${LEDGER_FIELDS}`,
  parameters: {
    ...ENTRY_PARAMETERS,
    correctsId: nullable(int4),
    bookedOn: nullable(date),
    by: text,
    at: timestamptz,
  },
  row: LEDGER_ROW,
});

const CLOSE = statement({
  name: "costs/cost-ledger: close",
  sql: `
  INSERT INTO cost_closings (through_day, open_from, closed_by, closed_at)
  VALUES (:throughDay, :openFrom, :by, :at)`,
  parameters: { throughDay: date, openFrom: timestamptz, by: text, at: timestamptz },
});

const FIND = statement({
  name: "costs/cost-ledger: find",
  sql: `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.id = :id`,
  parameters: { id: int4 },
  row: LEDGER_ROW,
});

/** Two corrections at once are judged one after the other. */
const FIND_TO_CORRECT = statement({
  name: "costs/cost-ledger: find to correct",
  sql: `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.id = :id FOR UPDATE`,
  parameters: { id: int4 },
  row: LEDGER_ROW,
});

const FIND_BY_KEY = statement({
  name: "costs/cost-ledger: find by key",
  sql: `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.source = :source AND e.external_id = :externalId`,
  parameters: { source: text, externalId: text },
  row: LEDGER_ROW,
});

const CORRECTIONS = statement({
  name: "costs/cost-ledger: corrections",
  sql: `
  SELECT COALESCE(sum(amount_minor), 0)::bigint AS "correctedMinor", count(*)::int AS corrections
  FROM cost_entries WHERE corrects_id = :id`,
  parameters: { id: int4 },
  row: { correctedMinor: int8, corrections: int4 },
});

function eventOf({ by, at }: LedgerChange) {
  return { at, actor: by, customerId: null };
}
