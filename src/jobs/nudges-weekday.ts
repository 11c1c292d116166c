import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listTurnTimeZones" | "takeNudgeTurns">;

/**
 * Tells each owner of their customers at the hour and on the days they chose. Once an hour in each time zone where
 * somebody's turn has come; while the night's scores are awaited, only for those whose hours would be over before. The name is from when it was nine on weekdays for everybody, and stands in kept runs.
 */
export const nudgesWeekday = (flows: Flows): Job => ({
  name: "nudges-weekday",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  isByTurns: true,
  needs: { job: SCORING_JOB, cannotWait: () => flows.listTurnTimeZones({ scoring: "awaited" }) },
  timeZones: () => flows.listTurnTimeZones({ scoring: "met" }),
  run: async ({ timeZone }, scoring = "met") => ({
    kind: "done",
    figures: await flows.takeNudgeTurns({ timeZone, scoring }),
  }),
});
