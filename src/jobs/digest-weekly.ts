import { type SendDigestDeps, sendDigest } from "../flows/messages/send-digest.ts";
import { channelTimeZones } from "./channel-time-zones.ts";
import type { Job } from "./job.ts";

/** Reports the week that ended, on Monday morning where the channel is; by Thursday it is no news any more. */
export const digestWeekly = (deps: SendDigestDeps): Job => ({
  name: "digest-weekly",
  schedule: { every: "week", weekday: 1, hour: 9, openHours: 72 },
  timeZones: () => channelTimeZones(deps.channelSettings, "digest"),
  run: async ({ period: week, timeZone }, now) => ({
    kind: "done",
    figures: await sendDigest(deps, { week, timeZone, now }),
  }),
});
