import { setTimeout as sleep } from "node:timers/promises";
import { addCounts, NOBODY_SCORED, type ScoringCounts } from "../../../domain/risk/scores/scoring-counts.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ScoreStore } from "../../../store/risk/scores.ts";
import type {
  RangeClaim,
  ScoringPart,
  ScoringProgress,
  ScoringRunStore,
} from "../../../store/risk/scoring-runs.ts";
import {
  type RangeParts,
  type ReadRangeDeps,
  readRange,
  type ScoreRangeDeps,
  type Scoring,
  scoreRange,
} from "./score-range.ts";

export type TakeRangesDeps = ReadRangeDeps &
  ScoreRangeDeps & {
    readonly features: Pick<FeatureStore, "rangesAtOnce">;
    readonly scores: Pick<ScoreStore, "save">;
    readonly scoringRuns: Pick<ScoringRunStore, "claim" | "renew" | "release" | "settle" | "progress">;
  };

export type TakeRangesOptions = {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Takes no further range once it is aborted. */
  readonly stop?: AbortSignal | undefined;
};

/** A third of the time that a claim lasts. */
const RENEW_MS = 3_000;
/** How often a leader looks whether the others are done. Chosen: nobody notices it, and it costs the server nothing. */
const LOOK_MS = 250;

/** Takes ranges and scores them until none is left to take, some at once. @returns how many */
export async function takeRanges(
  deps: TakeRangesDeps,
  part: ScoringPart,
  scoring: Scoring,
  { onProgress, stop }: TakeRangesOptions = {},
): Promise<number> {
  const { scoringRuns } = deps;
  const held = new Map<number, RangeClaim>();
  let failed = false;
  let taken = 0;
  const readNext = async () => {
    const claim = failed || stop?.aborted ? null : await scoringRuns.claim(part);
    if (claim === null) return null;
    held.set(claim.place, claim);
    return { claim, inputs: await readRange(deps, scoring, claim) };
  };
  const settle = async (claim: RangeClaim, counts: ScoringCounts) => {
    const { done, total } = await scoringRuns.settle(part.runId, claim, counts);
    held.delete(claim.place);
    taken += 1;
    onProgress?.(done, total);
  };
  const lane = async (): Promise<void> => {
    let current = await readNext();
    while (current) {
      const { claim, inputs } = current;
      // Read while the model works. Whatever fails first fails the lane, and the other is not left unheard.
      const [next, counts] = await Promise.all([readNext(), keepScores(deps, scoring, inputs)]);
      await settle(claim, counts);
      current = next;
    }
  };
  const stopOthers = (error: unknown) => {
    failed = true;
    throw error;
  };
  const stopRenewing = renewing(() => scoringRuns.renew(part, [...held.values()]));
  try {
    await Promise.all(Array.from({ length: deps.features.rangesAtOnce }, () => lane().catch(stopOthers)));
  } finally {
    stopRenewing();
    // Where the database is away the claims run out by themselves.
    await scoringRuns.release(part.runId, [...held.values()]).catch(() => {});
  }
  return taken;
}

/** Takes ranges until all are scored, those that others hold included: what a killed process held is free after its claim. */
export async function takeAllRanges(
  deps: TakeRangesDeps,
  runId: number,
  scoring: Scoring,
  options: TakeRangesOptions,
): Promise<void> {
  const part = { runId, leads: true };
  const isOver = ({ done, total }: ScoringProgress) => done === total;
  const stopRenewing = renewing(() => deps.scoringRuns.renew(part, []));
  try {
    for (;;) {
      await takeRanges(deps, part, scoring, options);
      const progress = await deps.scoringRuns.progress(runId);
      options.onProgress?.(progress.done, progress.total);
      if (isOver(progress)) return;
      await sleep(LOOK_MS);
    }
  } finally {
    stopRenewing();
  }
}

/** A renewal that fails is not the work's failure: at worst somebody else scores a range once more, with the same result. */
function renewing(renew: () => Promise<void>): () => void {
  const timer = setInterval(() => void renew().catch(() => {}), RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function keepScores(
  deps: TakeRangesDeps,
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
