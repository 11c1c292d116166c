import type { Clock } from "../../domain/clock.ts";
import type { ActivityRow, ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import {
  type KeptActivity,
  lineId,
  type SettledActivity,
  settleActivities,
  type ToldActivity,
} from "../../domain/imports/known-activity.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";
import type { ActivityRowsStore } from "../../store/imports/activity-rows.ts";
import { type BatchCounts, type BatchWriter, countReasons, linesOf } from "./import-batch.ts";
import { type KnownCustomersDeps, knownCustomers } from "./known-customers.ts";
import { unknownCustomer } from "./unknown-customer.ts";

type Deps = KnownCustomersDeps & {
  readonly activityRows: Omit<ActivityRowsStore, "tidy">;
  readonly clock: Clock;
};

type OwnedRow = { readonly row: ActivityRow; readonly told: ToldActivity };
type Batch = {
  readonly importId: number;
  readonly rows: readonly ImportedRow[];
  readonly owned: readonly OwnedRow[];
  readonly idsAreUnique: boolean;
};

export type ActivityRules = {
  /** Rejects rows of customers who are not known. */
  readonly knownOnly?: boolean;
  /** A row with the id of an earlier one is the same record, changed since, and never a further line of one order. */
  readonly idsAreUnique?: boolean;
};

/** Of a row that any import may change. */
const NO_IMPORT = -1;

/** A closing, or another's row, between judging and writing makes us judge again; more of them than this are no accident. */
const MOST_ATTEMPTS = 5;

/**
 * Writes activities. One that is known with other facts is changed where it is the same record, and rejected where it is
 * not. Customers who are not known are made of their rows, or their rows are rejected.
 */
export function activityBatchWriter(
  deps: Deps,
  source: string,
  { knownOnly = false, idsAreUnique = false }: ActivityRules,
): BatchWriter {
  const learn = knownCustomers(deps, source, knownOnly);
  let before: readonly OwnedRow[] = [];
  let expectNewRows = true;
  return async (importId, rows, turn) => {
    const { known, added } = await learn(
      importId,
      rows.filter((row) => row.kind === "activity"),
    );
    const bad = rows.filter((row) => row.kind === "rejected");
    const owned: OwnedRow[] = [];
    let repeated = 0;
    for (const row of rows) {
      if (row.kind !== "activity") continue;
      const customerId = known.get(row.customer);
      if (customerId === undefined) bad.push(unknownCustomer(row, source));
      else owned.push({ row, told: { customer: row.customer, customerId, activity: row.activity } });
      if (row.repeated) repeated += 1;
    }
    const addNew = expectNewRows ? readyToAdd(deps, importId, rows, owned, bad) : null;
    await turn?.before;
    const counts = (expectNewRows && (await addNew?.(turn?.onSent))) || {
      ...(await addSettled(deps, { importId, rows, owned, idsAreUnique }, bad, before)),
    };
    expectNewRows = counts.accepted === owned.length;
    before = idsAreUnique ? [] : owned;
    return { ...counts, repeated, noticed: { "new-customer": added } };
  };
}

/** While every row is new, rows are written without asking for conflicts, which costs a fifth less. */
function readyToAdd(
  { activityRows }: Deps,
  importId: number,
  rows: readonly ImportedRow[],
  owned: readonly OwnedRow[],
  bad: readonly RejectedRow[],
): (onSent?: () => void) => Promise<BatchCounts | null> {
  const batch = { importId, ...linesOf(rows), rejected: bad };
  const write = activityRows.newRows(
    batch,
    owned.map(({ told }) => told),
  );
  const counts = {
    accepted: owned.length,
    duplicates: 0,
    updated: 0,
    repeated: 0,
    rejected: countReasons(bad),
  };
  return async (onSent) => ((await write(onSent)) ? counts : null);
}

/** @param before rows of the batch before, of which some may be lines of the same order */
async function addSettled(
  deps: Deps,
  batch: Batch,
  bad: readonly RejectedRow[],
  before: readonly OwnedRow[],
): Promise<BatchCounts> {
  const { activityRows, clock } = deps;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const closedThrough = await activityRows.closedThrough();
    const { added, changed, rejected } = await settled(deps, batch, before);
    const all = [...bad, ...rejected];
    const { importId, rows, owned } = batch;
    const written = { importId, ...linesOf(rows), rejected: all, at: clock(), closedThrough };
    const accepted = await activityRows.save(written, added, changed);
    if (accepted === null) continue;
    const duplicates = owned.length - accepted - changed.length - rejected.length;
    return { accepted, duplicates, updated: changed.length, repeated: 0, rejected: countReasons(all) };
  }
  throw new Error(
    "The ledger was closed, or the same rows were written by others, again and again meanwhile. Import it again.",
  );
}

async function settled(
  { activityRows }: Deps,
  { importId, owned, idsAreUnique }: Batch,
  before: readonly OwnedRow[],
) {
  const by = idsAreUnique ? NO_IMPORT : importId;
  const unlike = await activityRows.unlike(owned.map(({ told }) => told));
  const ids = new Set(unlike.map((place) => owned[place]?.told.activity.externalId ?? ""));
  const kept = await activityRows.kept(owned[0]?.told.activity.source ?? "", [...ids], lineId);
  const seen = byId(before, ids);
  const added: ToldActivity[] = [];
  const changed: Array<Extract<SettledActivity, { kind: "changed" }>> = [];
  const rejected: RejectedRow[] = [];
  for (const [id, rows] of byId(owned, ids)) {
    const lines: readonly KeptActivity[] = kept.get(id) ?? [];
    const told = rows.map(({ told }) => told);
    const earlier = (seen.get(id) ?? []).map(({ told }) => told);
    for (const [place, each] of settleActivities(told, lines, earlier, by).entries()) {
      const row = rows[place]?.row;
      if (each.kind === "new") added.push(each.told);
      if (each.kind === "changed") changed.push(each);
      if (each.kind === "rejected" && row) rejected.push(rejectedRow(row, each.rejection));
    }
  }
  return { added, changed, rejected };
}

/** The rows of some ids, by id and in their order. */
function byId(rows: readonly OwnedRow[], ids: ReadonlySet<string>): Map<string, OwnedRow[]> {
  const found = new Map<string, OwnedRow[]>();
  for (const row of rows) {
    const id = row.told.activity.externalId;
    if (!ids.has(id)) continue;
    const rowsOfId = found.get(id);
    if (rowsOfId) rowsOfId.push(row);
    else found.set(id, [row]);
  }
  return found;
}
