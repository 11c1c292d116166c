import { PhrasedError } from "../domain/phrased-error.ts";
import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job, JobOutcome } from "./job.ts";
import type { ModelSettings } from "./model-settings.ts";

type Flows = Pick<BoundFlows, "readAsOf" | "scoreOrRetrain" | "rankByValue">;

/** Scores everybody and ranks them by value before the working day begins anywhere near. */
export const scoreDaily = (flows: Flows, { timeZone, horizonDays, seed }: ModelSettings): Job => ({
  name: SCORING_JOB,
  schedule: { every: "day", hour: 4, openHours: 20 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async (): Promise<JobOutcome> => {
    const asOf = await flows.readAsOf();
    const result = await flows.scoreOrRetrain({
      scoring: { asOf: asOf.scoring },
      training: { asOf: asOf.training, horizonDays, seed, timeZone },
    });
    // It needs no model: a card knows the tier before there is a score.
    const tiers = await flows.rankByValue({ asOf: asOf.scoring });
    if (result.kind === "no-model") return { kind: "skipped", because: result.reason.code };
    if (result.kind === "unusable-model") throw new PhrasedError(result.reason);
    const { kind: _kind, version: _version, ...figures } = result;
    return { kind: "done", figures: { ...figures, tiers } };
  },
});
