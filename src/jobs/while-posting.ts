import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/** The same job, due nowhere as long as nobody has started what the bot says unasked: none of it would be kept. */
export function whilePosting(job: Job, { isPosting }: Pick<BoundFlows, "isPosting">): Job {
  const orNowhere = (zones: Job["timeZones"]) => async () => ((await isPosting()) ? zones() : []);
  const { needs } = job;
  const cannotWait = needs?.cannotWait;
  return {
    ...job,
    timeZones: orNowhere(job.timeZones),
    ...(needs && cannotWait && { needs: { ...needs, cannotWait: orNowhere(cannotWait) } }),
  };
}
