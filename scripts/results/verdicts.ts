import { MS_PER_DAY } from "../../src/domain/clock.ts";
import type { StatedFigures } from "./catalogue.ts";
import type { Evidence, IntervalFigure, LogFigures, ProductAnswer, Side } from "./measurement.ts";

/** These limits were set before the figures were known. Ranking may be so much below the best reference's. */
const AUC_SLACK = 0.002;
const MOST_ECE = 0.03;
/** Where the season ahead has not been seen yet. */
const MOST_ECE_UNSEEN_SEASON = 0.05;
/** Thirteen months before the test: the season ahead has then been seen once, with what came of it. */
const SEASON_SEEN_DAYS = 395;
const MOST_TABLE_ECE = 0.01;
/** A null control's area lies here by chance alone. */
const NULL_AUC = { low: 0.47, high: 0.53 };
/** As `ServingKind` names what tells customers apart. */
const MODELS = ["network", "baseline", "rule"];

/** A figure against its limit. */
export type Verdict = { readonly figure: string; readonly met: boolean; readonly limit: number };

/** Whether the log begins so early that the season after the test has been seen before. */
export function seasonSeen({ firstEventAt }: Pick<LogFigures, "firstEventAt">, testAt: string): boolean {
  if (firstEventAt === null) return false;
  return (Date.parse(testAt) - Date.parse(firstEventAt)) / MS_PER_DAY >= SEASON_SEEN_DAYS;
}

/**
 * Ranking, log loss and calibration of one population against the best reference. Figures are compared as they are
 * printed, to four digits, since references are stated so. A calibration error may be as large as chance makes it.
 */
export function logVerdicts(
  side: Side,
  evidence: Evidence,
  reference: StatedFigures,
  seen: boolean,
): readonly Verdict[] {
  const verdicts = [atLeast("ROC-AUC", side.rocAuc?.mean ?? null, reference.rocAuc - AUC_SLACK)];
  if (reference.logLoss !== null) verdicts.push(atMost("log loss", side.logLoss.mean, reference.logLoss));
  const limit = Math.max(seen ? MOST_ECE : MOST_ECE_UNSEEN_SEASON, evidence.calibrationNoise);
  return [...verdicts, atMost("ECE", side.ece.mean, limit)];
}

/** Mean ranking over the folds against the best reference; calibration pooled. */
export function tableVerdicts(
  mean: Side,
  pooled: Side,
  evidence: Evidence,
  reference: { readonly rocAuc: number },
): readonly Verdict[] {
  return [
    atLeast("ROC-AUC", mean.rocAuc?.mean ?? null, reference.rocAuc),
    atMost("ECE", pooled.ece.mean, Math.max(MOST_TABLE_ECE, evidence.calibrationNoise)),
  ];
}

export function isNullArea(side: Side): boolean {
  const area = side.rocAuc?.mean ?? Number.NaN;
  return area >= NULL_AUC.low && area <= NULL_AUC.high;
}

/** Of a history without signal: says so, and no model that tells customers apart serves. */
export const isHonestAnswer = ({ saysNoSignal, serves }: ProductAnswer): boolean =>
  saysNoSignal && (serves === null || !MODELS.includes(serves));

/** Ranks the right way round. */
export const isNotInverted = (side: Side): boolean => (side.rocAuc?.mean ?? 0) > 0.5;

/** Strictly better than the reference in ranking and in log loss, to the digits printed. */
export function isBetterOnBoth(side: Side, reference: StatedFigures): boolean {
  if (side.rocAuc === null || reference.logLoss === null) return false;
  const ranksBetter = printed(side.rocAuc.mean) > printed(reference.rocAuc);
  return ranksBetter && printed(side.logLoss.mean) < printed(reference.logLoss);
}

/** Where a figure stated by others lies in the interval of our own. */
export function statedAgainst(
  { interval }: IntervalFigure,
  stated: number | null,
  better: "higher" | "lower",
): "within" | "ours better" | "theirs better" | "n/a" {
  if (interval === null || stated === null) return "n/a";
  if (stated >= interval.low && stated <= interval.high) return "within";
  return stated > interval.high === (better === "higher") ? "theirs better" : "ours better";
}

const printed = (figure: number) => Number(figure.toFixed(4));

function atLeast(figure: string, value: number | null, limit: number): Verdict {
  return { figure, limit, met: value !== null && printed(value) >= printed(limit) };
}

function atMost(figure: string, value: number, limit: number): Verdict {
  return { figure, limit, met: printed(value) <= printed(limit) };
}
