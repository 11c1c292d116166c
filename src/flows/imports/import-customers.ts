import type { CustomerProfile } from "../../domain/customer.ts";
import type { ProfileColumns, RejectedRow } from "../../domain/imports/imports.ts";
import type { CustomerRowsStore } from "../../store/imports/customer-rows.ts";
import { countReasons, linesOf, type StretchWriter } from "./import-stretch.ts";

type Deps = { readonly customerRows: Pick<CustomerRowsStore, "saveStretch"> };

/** Writes customers. A customer who stands twice in a stretch is written as the last row says. */
export function customerStretchWriter({ customerRows }: Deps, columns: ProfileColumns): StretchWriter {
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
    const stretch = { importId, ...linesOf(rows), rejected: bad };
    const counts = await customerRows.saveStretch(stretch, [...profiles.values()], columns);
    const duplicates = counts.duplicates + again;
    return { ...counts, duplicates, repeated: 0, rejected: countReasons(bad) };
  };
}
