import { type PlanNudgesDeps, planNudges } from "../flows/messages/plan-nudges.ts";
import type { RiskListStore } from "../store/outreach/risk-list.ts";
import type { Job } from "./job.ts";

export type NudgesWeekdayDeps = PlanNudgesDeps & {
  readonly riskList: Pick<RiskListStore, "candidatesIn" | "ownerTimeZones">;
};

/** Plans each owner's nudges on the morning of a weekday where the owner is; after five it is too late for the day. */
export const nudgesWeekday = (deps: NudgesWeekdayDeps): Job => ({
  name: "nudges-weekday",
  schedule: { every: "weekday", hour: 9, openHours: 8 },
  timeZones: () => deps.riskList.ownerTimeZones(),
  run: async ({ day, timeZone }, now) => ({
    kind: "done",
    figures: await planNudges(deps, { day, timeZone, now }),
  }),
});
