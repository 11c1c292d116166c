import { describe, expect, test } from "vitest";
import {
  forecastFrom,
  LEVEL_PRIORS,
  type LevelPrior,
  levelCovariance,
  type SeenLevels,
} from "../../../model/level-process.ts";
import { choleskyFactor } from "../../../model/linear-algebra.ts";
import { randomStream } from "../../../model/random.ts";
import { normalDraw } from "./draws.ts";

const YEAR = 365.25;
const monthly = (count: number) => Array.from({ length: count }, (_, month) => 14_600 + month * 30);
const seen = (
  days: readonly number[],
  level: (day: number, place: number) => number,
  variance = 0.002,
): SeenLevels => ({
  days,
  levels: days.map(level),
  variances: days.map(() => variance),
});
const lastOf = ({ days }: SeenLevels) => days.at(-1)!;

/**
 * How much the beliefs of a kind count together: the forecast is the mean of the two kinds' own forecasts, so their
 * shares can be told from where it lies between them. At a day at which the two kinds differ.
 */
function shareOf(kind: (prior: LevelPrior) => boolean, series: SeenLevels, day: number): number {
  const [ours, others] = [true, false].map(
    (own) =>
      forecastFrom(
        series,
        day,
        LEVEL_PRIORS.filter((prior) => kind(prior) === own),
      ).level,
  );
  return (forecastFrom(series, day).level - others!) / (ours! - others!);
}
/** Before anything is seen. */
function shareBefore(kind: (prior: LevelPrior) => boolean): number {
  const total = (priors: readonly LevelPrior[]) => priors.reduce((sum, { weight }) => sum + weight, 0);
  return total(LEVEL_PRIORS.filter(kind)) / total(LEVEL_PRIORS);
}

describe("the beliefs' weights follow the evidence", () => {
  const seasonal = ({ season }: LevelPrior) => season > 0;
  const turbulent = ({ drift }: LevelPrior) => drift >= 1.2;
  const jumpy = ({ jitter }: LevelPrior) => jitter >= 0.2;

  test("two years of a clear season: the beliefs with a season win", () => {
    const series = seen(monthly(26), (day) => 0.6 * Math.sin((2 * Math.PI * day) / YEAR));
    expect(shareOf(seasonal, series, lastOf(series) + 120)).toBeGreaterThan(0.97);
  });

  test("a level that steps at no season's pace: the beliefs in a strong drift win", () => {
    const steps = [
      0, 0, 0, 1.2, 1.2, 1.2, 1.2, 3, 3, 3, 3, 1.5, 1.5, 1.5, 1.5, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2,
    ];
    const series = seen(monthly(26), (_, place) => steps[place]!);
    expect(shareBefore(turbulent)).toBeLessThan(0.4);
    expect(shareOf(turbulent, series, lastOf(series) + 120)).toBeGreaterThan(0.97);
  });

  test("snapshots that jump to and fro: the jumpy beliefs win; smooth ones: the quiet", () => {
    const random = randomStream(5);
    const noisy = seen(monthly(26), () => 0.2 * normalDraw(random));
    expect(shareOf(jumpy, noisy, lastOf(noisy) + 30)).toBeGreaterThan(0.9);
    const smooth = seen(monthly(26), (_, place) => 0.02 * place, 0.0002);
    expect(shareOf(jumpy, smooth, lastOf(smooth) + 30)).toBeLessThan(shareBefore(jumpy) / 4);
  });

  test("the order of the beliefs is no matter, and one alone is followed as it is", () => {
    const series = seen(monthly(14), (day) => Math.sin(day / 40));
    const [one, turned] = [LEVEL_PRIORS, [...LEVEL_PRIORS].reverse()].map((priors) =>
      forecastFrom(series, lastOf(series) + 90, priors),
    );
    expect(one!.level).toBeCloseTo(turned!.level, 10);
    const alone = LEVEL_PRIORS.slice(3, 4);
    const heavier = alone.map((prior) => ({ ...prior, weight: 50 }));
    expect(forecastFrom(series, lastOf(series) + 90, alone)).toEqual(
      forecastFrom(series, lastOf(series) + 90, heavier),
    );
  });
});

describe("the forecast", () => {
  test("of a level that never moved is that level", () => {
    for (const level of [-0.7, 0, 0.4]) {
      const series = seen(monthly(14), () => level);
      for (const ahead of [30, 90, 365])
        expect(Math.abs(forecastFrom(series, lastOf(series) + ahead).level - level)).toBeLessThan(
          0.03 * Math.abs(level) + 1e-9,
        );
    }
  });

  test("is the less certain the further ahead it looks, and never certain", () => {
    // Without a season: a year ahead, a season would be known again.
    const priors = LEVEL_PRIORS.filter(({ season }) => season === 0);
    const random = randomStream(2);
    const series = seen(monthly(14), () => 0.2 * normalDraw(random));
    const variances = [0, 30, 90, 180, 365, 1500].map(
      (ahead) => forecastFrom(series, lastOf(series) + ahead, priors).variance,
    );
    expect(variances[0]).toBeGreaterThan(0);
    expect(variances).toEqual([...variances].sort((a, b) => a - b));
    expect(new Set(variances).size).toBe(variances.length);
  });

  test("is finite for two snapshots of one day, of a century, of levels of ±40", () => {
    for (const days of [
      [0, 0],
      [0, 36_525],
      [-1e5, 1e5],
    ])
      for (const size of [0.1, 40]) {
        const series = seen(days, (_, place) => (place === 0 ? size : -size));
        const { level, variance } = forecastFrom(series, days[1]! + 90);
        expect(Number.isFinite(level)).toBe(true);
        expect(variance).toBeGreaterThan(0);
        expect(Math.abs(level)).toBeLessThanOrEqual(size * 1.05);
      }
  });

  /** Levels drawn from one belief, each seen with its sampling error; the last is the one to forecast, as it is. */
  function drawSeries(prior: LevelPrior, days: readonly number[], random: () => number, variance: number) {
    const size = days.length;
    const covariances = Float64Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return levelCovariance(prior, days[row]! - days[column]!) + (row === column ? prior.jitter ** 2 : 0);
    });
    const factor = choleskyFactor(covariances, size);
    const normal = Array.from({ length: size }, () => normalDraw(random));
    const levels = days.map((_, row) =>
      normal.reduce(
        (sum, value, column) => sum + (column <= row ? factor[row * size + column]! * value : 0),
        0,
      ),
    );
    const truth = levels.at(-1)!;
    const series = seen(
      days.slice(0, -1),
      (_, row) => levels[row]! + Math.sqrt(variance) * normalDraw(random),
      variance,
    );
    return { truth, series, day: days.at(-1)! };
  }

  /** One belief, as often as its weight has it. */
  function drawPrior(random: () => number): LevelPrior {
    let left = random() * LEVEL_PRIORS.reduce((sum, { weight }) => sum + weight, 0);
    for (const prior of LEVEL_PRIORS) {
      left -= prior.weight;
      if (left < 0) return prior;
    }
    return LEVEL_PRIORS[0]!;
  }

  test.each([3, 14])("covers four of five levels drawn from the process: %d snapshots seen", (snapshots) => {
    const random = randomStream(snapshots);
    const draws = 800;
    let covered = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const prior = drawPrior(random);
      const days = [...monthly(snapshots), 14_600 + (snapshots - 1) * 30 + 90];
      const { truth, series, day } = drawSeries(prior, days, random, 0.01);
      const { level, variance } = forecastFrom(series, day);
      // The central 80 % of a normal distribution.
      if (Math.abs(truth - level) <= 1.2816 * Math.sqrt(variance)) covered += 1;
    }
    // Three standard errors of 800 draws are 0.042; mixtures of widths are a little peaked, so the rest is above.
    expect(covered / draws).toBeGreaterThan(0.758);
    expect(covered / draws).toBeLessThan(0.87);
  });
});
