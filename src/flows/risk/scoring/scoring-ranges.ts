import { addCounts, NOBODY_SCORED, type ScoringCounts } from "../../../domain/risk/scores/scoring-counts.ts";
import type { RestingSource } from "../../../domain/risk/scores/stale-source.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ScoreStore } from "../../../store/risk/scores.ts";
import type { RangeSteps } from "../../../store/shared-work/shared-work.ts";
import {
  type RangeParts,
  type ReadRangeDeps,
  readRange,
  type ScoreRangeDeps,
  type Scoring,
  scoreRange,
} from "./score-range.ts";

/** The number goes up when the same range would come out otherwise, or in another shape. */
export const SCORING = "scoring 1";

/** What all ranges of a scoring have in common. */
export type ScoringSettings = {
  /** ISO. */
  readonly asOf: string;
  readonly modelVersionId: number;
  /** The sources that send nothing, as whoever began it saw them. */
  readonly resting: readonly RestingSource[];
};

export type ScoringRangesDeps = ReadRangeDeps &
  ScoreRangeDeps & {
    readonly features: Pick<FeatureStore, "rangesAtOnce">;
    readonly scores: Pick<ScoreStore, "save">;
  };

/** Each range is read, scored and saved; what comes of it are counts. */
export function scoringRanges(
  deps: ScoringRangesDeps,
  { asOf, resting }: ScoringSettings,
  model: Scoring["model"],
): RangeSteps<RangeParts, ScoringCounts> {
  const scoring = { asOf: new Date(asOf), model, resting };
  return {
    atOnce: deps.features.rangesAtOnce,
    read: (range) => readRange(deps, scoring, range),
    work: (inputs) => keepScores(deps, scoring, inputs),
  };
}

async function keepScores(
  deps: ScoringRangesDeps,
  scoring: Scoring,
  { parts, kept }: RangeParts,
): Promise<ScoringCounts> {
  let counts: ScoringCounts = { ...NOBODY_SCORED, kept };
  for (const part of parts) {
    const found = await scoreRange(deps, scoring, part);
    await deps.scores.save({ asOf: part.asOf, modelVersionId: scoring.model.id, scores: found.scores });
    counts = addCounts(counts, found.counts);
  }
  return counts;
}
