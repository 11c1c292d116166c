import type { CompetitorKind, TrainedModel } from "../churn-model.ts";
import { featureNamed } from "../features.ts";
import { type ModelVersion, suspectedLeakOf } from "./model-version.ts";
import type { Unfit } from "./release.ts";

/** What every surface says once where the constant serves; a whole sentence. */
export const NO_SIGNAL_FOUND = "No signal found in this history: nothing in it tells who leaves.";

const NAMES: Record<CompetitorKind, string> = {
  network: "The neural network",
  baseline: "The simple baseline",
  rule: "The rule of one figure",
};

const BECAUSE: Record<Unfit, string> = {
  "not-converged": "its calculation did not settle on an answer",
  "not-a-probability": "it gave figures that are no percentages",
  "all-alike": "it said the same of everybody",
  "off-level": "its percentages were nowhere near the share that really left",
  "worse-than-constant": "its percentages were worse than saying the same of everybody",
  "no-ranking": "it told who would leave from who would stay no better than guessing does",
};

/** "its percentages were worse than saying the same of everybody". */
export const unfitBecause = (why: Unfit): string => BECAUSE[why];

/** A sentence for each competitor of a version that was not fit to serve. */
export function unfitSentences(unfit: TrainedModel["unfit"] = {}): string[] {
  return (["network", "baseline", "rule"] as const).flatMap((kind) => {
    const why = unfit[kind];
    return why === undefined ? [] : [`${NAMES[kind]} was not fit to serve: ${unfitBecause(why)}.`];
  });
}

/** What is true of everybody where the constant serves: "Of 400 customers of 2026-08-03, 30 % left within 90 days." */
export function everybodyInWords({ metrics, settings, horizonDays }: ModelVersion): string | null {
  if (metrics.constant === undefined) return null;
  const { n, positives } = metrics.constant;
  const share = Math.round((100 * positives) / n);
  return `Of ${n.toLocaleString("en")} customers of ${settings.heldOut.slice(0, 10)}, ${share} % left within ${horizonDays} days; that is all it can say of anybody.`;
}

/** What the warning about a suspected leak begins with. */
export const TOO_GOOD = "Suspiciously good:";

/** Which column may know the outcome, where the version is better than behaviour allows; null where it is not. */
export function leakWarning(version: ModelVersion): string | null {
  const column = suspectedLeakOf(version);
  if (column === null) return null;
  const described = featureNamed(column)?.description ?? column;
  return `“${described}” (${column}) may know the outcome. See whether it is known before a customer leaves.`;
}
