import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import { profileOfRows } from "../../domain/imports/contracts-of-rows.ts";
import type { ProfileColumns, RejectedRow } from "../../domain/imports/imports.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import type { SeveralRows } from "./customers-of-several-rows.ts";
import { type BatchWriter, countReasons, linesOf } from "./import-batch.ts";

type Deps = {
  readonly customerRows: Pick<CustomerRowsStore, "saveBatch">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/**
 * Writes customers. One of whose contract several rows say different things is written as all of them say together; who
 * else stands twice is written as the last row says.
 */
export function customerBatchWriter(
  { customerRows, clock, timeZone }: Deps,
  columns: ProfileColumns,
  several: SeveralRows,
): BatchWriter {
  const written = new Set<string>();
  return async (importId, rows) => {
    const { day: today } = localTime(clock(), timeZone);
    const profiles = new Map<string, CustomerProfile>();
    const bad: RejectedRow[] = [];
    let again = 0;
    for (const row of rows) {
      if (row.kind === "rejected") bad.push(row);
      if (row.kind !== "customer") continue;
      const { externalId } = row.profile;
      const ofSeveral = several.get(externalId);
      if (profiles.has(externalId) || written.has(externalId)) again += 1;
      if (!ofSeveral) profiles.set(externalId, row.profile);
      else if (!written.has(externalId)) profiles.set(externalId, profileOfRows(ofSeveral, today));
      if (ofSeveral) written.add(externalId);
    }
    const batch = { importId, ...linesOf(rows), rejected: bad, today };
    const { contractsNotTaken, ...counts } = await customerRows.saveBatch(
      batch,
      [...profiles.values()],
      columns,
      several,
    );
    const duplicates = counts.duplicates + again;
    const noticed = { "contracts-not-taken": contractsNotTaken };
    return { ...counts, duplicates, repeated: 0, rejected: countReasons(bad), noticed };
  };
}
