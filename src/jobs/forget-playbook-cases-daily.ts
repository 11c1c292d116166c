import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets which playbooks applied to whom, once no report reaches back to it.
 * @param timeZone the team's own
 */
export const forgetPlaybookCasesDaily = (
  flows: Pick<BoundFlows, "forgetPlaybookCases">,
  timeZone: string,
): Job => ({
  name: "forget-playbook-cases-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { forgotten: await flows.forgetPlaybookCases() } }),
});
