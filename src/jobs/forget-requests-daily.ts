import type { HandledRequestStore } from "../store/messages/handled-requests.ts";
import type { Job } from "./job.ts";

export type ForgetRequestsDailyDeps = {
  /** The team's own zone. */
  readonly timeZone: string;
  readonly handledRequests: Pick<HandledRequestStore, "forgetOld">;
};

/** Forgets which of Slack's deliveries were handled, once Slack will not send them again. */
export const forgetRequestsDaily = ({ timeZone, handledRequests }: ForgetRequestsDailyDeps): Job => ({
  name: "forget-requests-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  timeZones: async () => [timeZone],
  run: async (_due, now) => ({ kind: "done", figures: { forgotten: await handledRequests.forgetOld(now) } }),
});
