import { MEMBER_LIST_JOB } from "../domain/customers/member-list.ts";
import type { SlackFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Reads who there is in the workspace, before anybody's morning, and again whenever the bot starts.
 * @param flows bound with the workspace to ask
 * @param timeZone the team's own
 */
export const membersDaily = (flows: Pick<SlackFlows, "syncMembers">, timeZone: string): Job => ({
  name: MEMBER_LIST_JOB,
  schedule: { every: "day", hour: 0, openHours: 24 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.syncMembers() }),
});
