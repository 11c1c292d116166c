import {
  type EvaluateLogDeps,
  type EvaluateLogInput,
  type EvaluateLogResult,
  evaluateLog,
} from "./evaluate-log.ts";

export type EvaluateLogSeedsInput = Omit<EvaluateLogInput, "seed"> & {
  /** One evaluation for each; at least one. */
  readonly seeds: readonly number[];
};

export type LogRun = Omit<Extract<EvaluateLogResult, { kind: "evaluated" }>, "kind"> & {
  readonly seed: number;
  readonly seconds: number;
};

export type EvaluateLogSeedsResult =
  | { readonly kind: "evaluated"; readonly runs: readonly [LogRun, ...LogRun[]] }
  | Extract<EvaluateLogResult, { kind: "refused" }>;

/** The same log once per seed: how much of a figure is chance of the training. */
export async function evaluateLogSeeds(
  deps: EvaluateLogDeps,
  { seeds, onProgress, ...input }: EvaluateLogSeedsInput,
): Promise<EvaluateLogSeedsResult> {
  const runs: LogRun[] = [];
  for (const seed of seeds) {
    const startedAt = performance.now();
    const done = runs.length;
    const result = await evaluateLog(deps, {
      ...input,
      seed,
      onProgress: (part, total) => onProgress?.(done * total + part, seeds.length * total),
    });
    if (result.kind === "refused") return result;
    const { kind: _kind, ...evaluated } = result;
    runs.push({ seed, ...evaluated, seconds: (performance.now() - startedAt) / 1000 });
  }
  const [first, ...others] = runs;
  if (!first) return { kind: "refused", reason: "Name at least one seed." };
  return { kind: "evaluated", runs: [first, ...others] };
}
