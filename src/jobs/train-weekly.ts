import { RETRAINING_JOB } from "../domain/risk/versions/model-watch.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job, JobOutcome } from "./job.ts";
import type { ModelSettings } from "./model-settings.ts";

type Flows = Pick<BoundFlows, "readAsOf" | "retrainAndAlert">;

/**
 * Learns again every Sunday, before the day's scoring; a bot that was off makes it up when it is back, before
 * the next Sunday. It may take minutes: its claim is renewed meanwhile.
 */
export const trainWeekly = (flows: Flows, { timeZone, horizonDays, seed }: ModelSettings): Job => ({
  name: RETRAINING_JOB,
  schedule: { every: "week", weekday: 7, hour: 2, openHours: 48 },
  catchUp: { kind: "run", withinDays: 7 },
  timeZones: async () => [timeZone],
  run: async (): Promise<JobOutcome> => {
    const { training: asOf } = await flows.readAsOf();
    const result = await flows.retrainAndAlert({ asOf, horizonDays, seed, timeZone });
    if (result.kind !== "trained") return { kind: "skipped", because: result.reason.code };
    const { id, serves, decision, durationMs } = result.version;
    return { kind: "done", figures: { version: id, takesOver: result.serves, serves, decision, durationMs } };
  },
});
