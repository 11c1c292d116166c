import type { Day } from "../../domain/calendar.ts";
import type { Database } from "../database/database.ts";
import { readCustomerFiles } from "../figures/customer-files.ts";

export type FileSegmentStore = ReturnType<typeof fileSegmentStore>;

/** The segments of whom no history tells: they never were customers. */
export function fileSegmentStore({ pool }: Pick<Database, "pool">) {
  return {
    /** By customer; what the file said when the day was closed, where it is. */
    async of(customerIds: readonly number[], day: Day): Promise<ReadonlyMap<number, string | null>> {
      const files = await readCustomerFiles(pool, customerIds, day);
      return new Map(files.map(({ customerId, segment }) => [customerId, segment]));
    },
  };
}
