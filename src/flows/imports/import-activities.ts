import type { CustomerProfile } from "../../domain/customer.ts";
import type { ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import type { ActivityRowsStore, OwnedActivity } from "../../store/imports/activity-rows.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import { type BatchWriter, countReasons, linesOf } from "./import-batch.ts";
import { unknownCustomer } from "./unknown-customer.ts";

type Deps = {
  readonly customerRows: Pick<CustomerRowsStore, "idsOf" | "addMissing">;
  readonly activityRows: Pick<ActivityRowsStore, "addBatch">;
};

/** Customers remembered between batches; beyond that they are looked up again. */
const REMEMBERED_CUSTOMERS = 200_000;

/** Writes activities; makes customers where the file is what tells of them, and rejects rows of unknown ones. */
export function activityBatchWriter(deps: Deps, source: string): BatchWriter {
  const known = new Map<string, number>();
  return async (importId, rows) => {
    if (known.size > REMEMBERED_CUSTOMERS) known.clear();
    await learnCustomers(deps, source, rows, known);
    const activities: OwnedActivity[] = [];
    const bad: RejectedRow[] = [];
    let repeated = 0;
    for (const row of rows) {
      if (row.kind === "rejected") bad.push(row);
      if (row.kind !== "activity") continue;
      const customerId = known.get(row.customer);
      if (customerId === undefined) bad.push(unknownCustomer(row, row.customer, source));
      else activities.push({ customerId, activity: row.activity });
      if (row.repeated) repeated += 1;
    }
    const batch = { importId, ...linesOf(rows), rejected: bad };
    const accepted = await deps.activityRows.addBatch(batch, activities);
    const duplicates = activities.length - accepted;
    return { accepted, duplicates, updated: 0, repeated, rejected: countReasons(bad) };
  };
}

async function learnCustomers(
  { customerRows }: Deps,
  source: string,
  rows: readonly ImportedRow[],
  known: Map<string, number>,
): Promise<void> {
  const unknown = new Map<string, CustomerProfile | null>();
  for (const row of rows) {
    if (row.kind !== "activity" || known.has(row.customer) || unknown.has(row.customer)) continue;
    unknown.set(row.customer, row.newCustomer);
  }
  if (unknown.size === 0) return;
  const learn = async (ids: readonly string[]) => {
    for (const [externalId, id] of await customerRows.idsOf(source, ids)) known.set(externalId, id);
  };
  await learn([...unknown.keys()]);
  const missing = [...unknown.values()].filter(
    (profile) => profile !== null && !known.has(profile.externalId),
  );
  if (missing.length === 0) return;
  await customerRows.addMissing(missing.filter((profile) => profile !== null));
  await learn([...unknown.keys()].filter((externalId) => !known.has(externalId)));
}
