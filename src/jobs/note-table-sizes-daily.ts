import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Notes how large the tables are, so that `doctor` can say what grew.
 * @param timeZone the team's own
 */
export const noteTableSizesDaily = (flows: Pick<BoundFlows, "noteTableSizes">, timeZone: string): Job => ({
  name: "note-table-sizes-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { bytes: await flows.noteTableSizes() } }),
});
