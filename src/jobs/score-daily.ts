import type { Job, JobOutcome } from "./job.ts";

export type ScoreDailyDeps = {
  /** The team's own zone. */
  readonly timeZone: string;
  /** Scores every customer. */
  readonly score: (now: Date) => Promise<JobOutcome>;
};

/** Scores everybody before the working day begins anywhere near. */
export const scoreDaily = ({ timeZone, score }: ScoreDailyDeps): Job => ({
  name: "score-daily",
  schedule: { every: "day", hour: 4, openHours: 20 },
  timeZones: async () => [timeZone],
  run: (_due, now) => score(now),
});
