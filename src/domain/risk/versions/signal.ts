import { type Phrase, phrase } from "../../phrase.ts";
import type { TrainedModel } from "../churn-model.ts";
import { featurePhrase } from "../features.ts";
import { type ModelVersion, suspectedLeakOf } from "./model-version.ts";

/** What every surface says once where the constant serves. */
export const NO_SIGNAL_FOUND = phrase("signal.none");

/** Of each competitor of a version that was not fit to serve: that, and why. */
export function unfitPhrases(unfit: TrainedModel["unfit"] = {}): Phrase[] {
  return (["network", "baseline", "rule"] as const).flatMap((kind) => {
    const why = unfit[kind];
    return why === undefined ? [] : [phrase(`signal.unfit.${kind}`, { why: phrase(`unfit.${why}`) })];
  });
}

/** What is true of everybody where the constant serves: "Of 400 customers on 3 Aug 2026, 30 % left within 90 days." */
export function everybodyPhrase({ metrics, settings, horizonDays }: ModelVersion): Phrase | null {
  if (metrics.constant === undefined) return null;
  const { n, positives } = metrics.constant;
  return phrase("signal.everybody", {
    customers: n,
    day: { day: settings.heldOut.slice(0, 10) },
    percent: Math.round((100 * positives) / n),
    days: horizonDays,
  });
}

/** Which column may know the outcome, where the version is better than behaviour allows; null where it is not. */
export function leakPhrase(version: ModelVersion): Phrase | null {
  const column = suspectedLeakOf(version);
  return column === null ? null : phrase("signal.leak", { column, described: featurePhrase(column) });
}
