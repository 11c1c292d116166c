import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { TableSizeStore } from "../../store/database/table-sizes.ts";

export type NoteTableSizesDeps = {
  readonly tableSizes: Pick<TableSizeStore, "note">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Notes how large the tables are today, to tell later what grew. @returns bytes in all */
export function noteTableSizes({ tableSizes, clock, timeZone }: NoteTableSizesDeps): Promise<number> {
  return tableSizes.note(localTime(clock(), timeZone).day);
}
