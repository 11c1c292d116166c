import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Weighs what playbooks are believed to save with what the hold-out has shown so far, for the morning's choice.
 * @param timeZone the team's own
 */
export const weighPlaybooksDaily = (flows: Pick<BoundFlows, "weighPlaybooks">, timeZone: string): Job => ({
  name: "weigh-playbooks-daily",
  schedule: { every: "day", hour: 4, openHours: 20 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.weighPlaybooks() }),
});
