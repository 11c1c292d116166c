import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import type { ProfileColumns, RejectedRow } from "../../domain/imports/imports.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import { type BatchWriter, countReasons, linesOf } from "./import-batch.ts";

type Deps = {
  readonly customerRows: Pick<CustomerRowsStore, "saveBatch">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Writes customers. A customer who stands twice in a batch is written as the last row says. */
export function customerBatchWriter(
  { customerRows, clock, timeZone }: Deps,
  columns: ProfileColumns,
): BatchWriter {
  return async (importId, rows) => {
    const profiles = new Map<string, CustomerProfile>();
    const bad: RejectedRow[] = [];
    let again = 0;
    for (const row of rows) {
      if (row.kind === "rejected") bad.push(row);
      if (row.kind !== "customer") continue;
      if (profiles.has(row.profile.externalId)) again += 1;
      profiles.set(row.profile.externalId, row.profile);
    }
    const batch = { importId, ...linesOf(rows), rejected: bad, today: localTime(clock(), timeZone).day };
    const { contractsNotTaken, ...counts } = await customerRows.saveBatch(
      batch,
      [...profiles.values()],
      columns,
    );
    const duplicates = counts.duplicates + again;
    const noticed = { "contracts-not-taken": contractsNotTaken };
    return { ...counts, duplicates, repeated: 0, rejected: countReasons(bad), noticed };
  };
}
