import { RETRAINING_JOB } from "../domain/risk/versions/model-watch.ts";
import type { Job, JobOutcome } from "./job.ts";

export type TrainWeeklyDeps = {
  /** The team's own zone. */
  readonly timeZone: string;
  /** Trains on what has come since, and lets the result serve only where it is better. */
  readonly train: () => Promise<JobOutcome>;
};

/**
 * Learns again every Sunday, before the day's scoring; a bot that was down on Sunday makes it up until Tuesday. It may
 * take minutes: its claim is renewed meanwhile.
 */
export const trainWeekly = ({ timeZone, train }: TrainWeeklyDeps): Job => ({
  name: RETRAINING_JOB,
  schedule: { every: "week", weekday: 7, hour: 2, openHours: 48 },
  timeZones: async () => [timeZone],
  run: train,
});
