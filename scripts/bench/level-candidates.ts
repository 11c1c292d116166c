import { forecastLevel } from "../../model/churn-level.ts";
import { LEVEL_PRIORS, type LevelPrior, USUAL_PRIOR } from "../../model/level-process.ts";
import type { LevelTrial } from "./level-trial.ts";

/** `variance` is null for one that does not say how sure it is. */
export type CandidateForecast = { readonly level: number; readonly variance: number | null };

/** A way to forecast the level of churn. */
export type LevelCandidate = {
  readonly name: string;
  forecast(trial: LevelTrial): CandidateForecast;
};

/**
 * How levels were forecast before: season a single cosine of deviation 0.5, drift 0.3. A periodic kernel this long is a
 * constant and a cosine of (season ÷ seasonLength)² each, to within a hundredth; the constant joins the level itself,
 * which is free anyway.
 */
export const ONE_COSINE: LevelPrior = { season: 5, seasonLength: 10, drift: 0.3, jitter: 0.05, weight: 1 };

/** What serves; the others are compared with it. */
export const SERVING: LevelCandidate = under("averaged beliefs (serves)", LEVEL_PRIORS);

/** Single beliefs differ from the middle one in what they are named after. */
export const LEVEL_CANDIDATES: readonly LevelCandidate[] = [
  SERVING,
  under("middle belief", [USUAL_PRIOR]),
  { name: "no forecast", forecast: () => ({ level: 0, variance: null }) },
  { name: "newest level", forecast: ({ series }) => ({ level: series.levels.at(-1) ?? 0, variance: null }) },
  under("former one cosine", [ONE_COSINE]),
  middleBut("no season", { season: 0 }),
  middleBut("season 0.6", { season: 0.6 }),
  middleBut("drift 0.15", { drift: 0.15 }),
  middleBut("drift 1.2", { drift: 1.2 }),
  middleBut("drift 2.5", { drift: 2.5 }),
  middleBut("jitter 0.2", { jitter: 0.2 }),
];

function under(name: string, priors: readonly LevelPrior[]): LevelCandidate {
  return { name, forecast: ({ series, day }) => forecastLevel(series, day, priors) };
}

function middleBut(name: string, other: Partial<LevelPrior>): LevelCandidate {
  return under(name, [{ ...USUAL_PRIOR, ...other }]);
}
