import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listDigestTurnZones" | "sendDueDigests">;

/** The digest of channels that chose another day or hour than Monday at nine, at theirs. */
export const digestTurnsHourly = (flows: Flows): Job => ({
  name: "digest-turns-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  isByTurns: true,
  needs: { job: SCORING_JOB },
  timeZones: () => flows.listDigestTurnZones(),
  run: async ({ timeZone }) => ({ kind: "done", figures: await flows.sendDueDigests({ timeZone }) }),
});
