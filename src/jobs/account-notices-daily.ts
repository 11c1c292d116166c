import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows, SlackFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/** Says in customers' channels what concerns them, an hour after the nudges: what their owners were told is not said again. */
export const accountNoticesDaily = (
  flows: Pick<BoundFlows, "listAccountTimeZones">,
  inSlack: Pick<SlackFlows, "postAccountNotices">,
): Job => ({
  name: "account-notices-daily",
  schedule: { every: "day", hour: 10, openHours: 7 },
  catchUp: { kind: "skip" },
  needs: { job: SCORING_JOB },
  timeZones: () => flows.listAccountTimeZones(),
  run: async ({ day, timeZone }) => ({
    kind: "done",
    figures: await inSlack.postAccountNotices({ day, timeZone }),
  }),
});
