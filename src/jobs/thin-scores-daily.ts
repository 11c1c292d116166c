import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Settings = {
  /** The team's own. */
  readonly timeZone: string;
  /** Days for which every score is kept. */
  readonly scoresKeptDays: number;
};

/** Keeps one score a week of what is old: they are most of what a database grows by. */
export const thinScoresDaily = (
  flows: Pick<BoundFlows, "thinScores">,
  { timeZone, scoresKeptDays }: Settings,
): Job => ({
  name: "thin-scores-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.thinScores({ keptDays: scoresKeptDays }) }),
});
