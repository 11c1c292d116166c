import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type { ScoringRun, ScoringRunStore } from "../../../store/risk/scoring-runs.ts";
import { type TakeRangesDeps, takeRanges } from "./take-ranges.ts";

export type HelpScoringDeps = TakeRangesDeps & {
  readonly modelVersions: Pick<ModelVersionStore, "load">;
  readonly scoringRuns: Pick<ScoringRunStore, "toHelp">;
};

export type HelpScoringInput = {
  /** Scorings that this process could not help with: they are left to those who can. */
  readonly except?: ReadonlySet<number>;
  readonly stop?: AbortSignal;
};

export type HelpScoringResult =
  | { readonly kind: "nothing-to-do" }
  | { readonly kind: "helped"; readonly run: ScoringRun; readonly ranges: number }
  | { readonly kind: "failed"; readonly run: ScoringRun; readonly error: unknown };

/**
 * Takes ranges of a scoring that another process leads until none is left. Who leads it counts them, and takes over what fails
 * here, so that a failure is its own to tell.
 */
export async function helpScoring(
  deps: HelpScoringDeps,
  { except = new Set(), stop }: HelpScoringInput = {},
): Promise<HelpScoringResult> {
  const run = await deps.scoringRuns.toHelp(except);
  if (run === null) return { kind: "nothing-to-do" };
  try {
    const model = await deps.modelVersions.load(run.modelVersionId);
    if (model === null) return { kind: "nothing-to-do" };
    const scoring = { asOf: run.asOf, model, resting: run.resting };
    const ranges = await takeRanges(deps, { runId: run.id, leads: false }, scoring, { stop });
    return { kind: "helped", run, ranges };
  } catch (error) {
    return { kind: "failed", run, error };
  }
}
