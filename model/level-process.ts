import { choleskyFactor, solveFactored } from "./linear-algebra.ts";

/** One belief about how the level of churn moves; standard deviations in log odds. */
export type LevelPrior = {
  /** Of what comes back every year, in whatever shape. */
  readonly season: number;
  /** How smooth that is (the length scale of MacKay's periodic kernel); the larger, the nearer to a single cosine. */
  readonly seasonLength: number;
  /** Of slow drift. */
  readonly drift: number;
  /** What one snapshot's level is off by beyond chance: a public holiday, a mailing. */
  readonly jitter: number;
  /** How likely it is held to be before a log is seen, against the others. */
  readonly weight: number;
};

const DAYS_PER_YEAR = 365.25;
/** Of the level itself: nearly free. */
const OVERALL = 3;
/** A season may turn within about a month. */
const SEASON_LENGTH = 0.6;
/** Over a year drift forgets to 1 ÷ e. */
const DRIFT_DAYS = 365;

/**
 * What a level may do: no season, a usual one or a strong one; drift from hardly any to a business turned upside down;
 * quiet or jumpy snapshots. A log decides between them by its own levels as far as these tell (forecastUnder), so that a
 * season counts where years are in the log and is not made up where they are not. Measured on invented logs of any
 * phase, harmonics, drift, growth and cohorts (npm run bench -- levels), never set on one log.
 */
export const LEVEL_PRIORS: readonly LevelPrior[] = combine({
  season: [
    { value: 0, weight: 1 },
    { value: 0.3, weight: 2 },
    { value: 0.6, weight: 1 },
  ],
  drift: [
    { value: 0.15, weight: 1 },
    { value: 0.5, weight: 2 },
    { value: 1.2, weight: 1 },
    { value: 2.5, weight: 0.5 },
  ],
  jitter: [
    { value: 0.05, weight: 2 },
    { value: 0.2, weight: 1 },
  ],
});

/** The middle of them, under which the levels themselves are fitted. */
export const USUAL_PRIOR: LevelPrior = {
  season: 0.3,
  seasonLength: SEASON_LENGTH,
  drift: 0.5,
  jitter: 0.05,
  weight: 1,
};

type Choice = { readonly value: number; readonly weight: number };

function combine(choices: {
  readonly season: readonly Choice[];
  readonly drift: readonly Choice[];
  readonly jitter: readonly Choice[];
}): LevelPrior[] {
  return choices.season.flatMap((season) =>
    choices.drift.flatMap((drift) =>
      choices.jitter.map((jitter) => ({
        ...{ season: season.value, seasonLength: SEASON_LENGTH, drift: drift.value, jitter: jitter.value },
        weight: season.weight * drift.weight * jitter.weight,
      })),
    ),
  );
}

/** Between the levels of two dates so many days apart. */
export function levelCovariance({ season, seasonLength, drift }: LevelPrior, apart: number): number {
  const inYear = Math.sin((Math.PI * apart) / DAYS_PER_YEAR);
  return (
    OVERALL ** 2 +
    season ** 2 * Math.exp((-2 * inYear ** 2) / seasonLength ** 2) +
    drift ** 2 * Math.exp(-Math.abs(apart) / DRIFT_DAYS)
  );
}

/** What was seen of a level: days, log odds, and the sampling variance of each. */
export type SeenLevels = {
  readonly days: readonly number[];
  readonly levels: readonly number[];
  readonly variances: readonly number[];
};

/** The level to expect at a day, in log odds against the mean level, and how uncertain that is. */
export type LevelForecast = { readonly level: number; readonly variance: number };

/**
 * Kriging under one belief (Rasmussen and Williams, 2006, algorithm 2.1): the process's mean and variance at the day
 * given what was seen, and the logarithm of how likely that was under the belief, but for a constant.
 */
function forecastUnder(
  prior: LevelPrior,
  { days, levels, variances }: SeenLevels,
  day: number,
): LevelForecast & { readonly logEvidence: number } {
  const size = days.length;
  const covariances = new Float64Array(size * size);
  for (const [row, one] of days.entries()) {
    for (const [column, other] of days.entries())
      covariances[row * size + column] = levelCovariance(prior, one - other);
    const own = row * size + row;
    covariances[own] = (covariances[own] ?? 0) + prior.jitter ** 2 + (variances[row] ?? 0);
  }
  const toDay = Float64Array.from(days, (other) => levelCovariance(prior, day - other));
  const factor = choleskyFactor(covariances, size);
  const weights = solveFactored(factor, toDay);
  const whitened = solveFactored(factor, Float64Array.from(levels));
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) logDeterminant += 2 * Math.log(factor[row * size + row] ?? 1);
  return {
    level: dot(weights, levels),
    variance: Math.max(0, levelCovariance(prior, 0) + prior.jitter ** 2 - dot(weights, toDay)),
    logEvidence: -0.5 * (dot(whitened, levels) + logDeterminant),
  };
}

/**
 * The forecast averaged over all beliefs, each by its weight times how likely it makes what was seen (Bayesian model
 * averaging; Hoeting et al., 1999); the variance is the mixture's. Before anything was seen: level 0.
 */
export function forecastFrom(
  seen: SeenLevels,
  day: number,
  priors: readonly LevelPrior[] = LEVEL_PRIORS,
): LevelForecast {
  if (seen.days.length === 0) return { level: 0, variance: unseenVariance(priors) };
  const forecasts = priors.map((prior) => ({ ...prior, ...forecastUnder(prior, seen, day) }));
  const highest = Math.max(...forecasts.map(({ logEvidence }) => logEvidence));
  const shares = forecasts.map(({ weight, logEvidence }) => weight * Math.exp(logEvidence - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const mean = (of: (forecast: LevelForecast) => number) =>
    forecasts.reduce((sum, forecast, place) => sum + ((shares[place] ?? 0) / total) * of(forecast), 0);
  const level = mean((forecast) => forecast.level);
  return { level, variance: mean((forecast) => forecast.variance + (forecast.level - level) ** 2) };
}

/** Season and drift without the level itself, which the models' intercepts stand for. */
function unseenVariance(priors: readonly LevelPrior[]): number {
  const total = priors.reduce((sum, { weight }) => sum + weight, 0);
  return priors.reduce(
    (sum, { season, drift, weight }) => sum + (weight / total) * (season ** 2 + drift ** 2),
    0,
  );
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
