import { describe, expect, test } from "vitest";
import { forecastLevel, NO_LEVEL } from "../../../model/churn-level.ts";
import { levelCovariance } from "../../../model/level-process.ts";
import { inventHistory } from "../../../scripts/bench/invented-history.ts";
import { inventSnapshots } from "../../../scripts/bench/invented-snapshots.ts";
import { ONE_COSINE, SERVING } from "../../../scripts/bench/level-candidates.ts";
import { excessLogLoss, levelTrial } from "../../../scripts/bench/level-trial.ts";

test("the former season is a cosine of deviation 0.5, but for a constant", () => {
  const season = (apart: number) =>
    levelCovariance(ONE_COSINE, apart) - 0.3 ** 2 * Math.exp(-Math.abs(apart) / 365);
  const cosine = (apart: number) => 0.5 ** 2 * Math.cos((2 * Math.PI * apart) / 365.25);
  for (const apart of [0, 30, 91, 183, 270, 400])
    expect(Math.abs(season(apart) - season(91) - cosine(apart) + cosine(91)), `${apart}`).toBeLessThan(0.005);
});

describe("levelTrial", () => {
  const history = inventHistory(4);
  const { training, heldOut } = inventSnapshots(history)!;
  const trial = levelTrial({ training, heldOut }, history.horizonDays);

  test("what serves is forecast as the model forecasts it, from levels known by the day", () => {
    const { series, day } = trial;
    expect(series).not.toEqual(NO_LEVEL);
    expect(series.days.at(-1)! + series.horizonDays).toBeLessThanOrEqual(day);
    expect(SERVING.forecast(trial)).toEqual(forecastLevel(series, day));
  });

  test("the held-out labels move only what a forecast is judged by", () => {
    const labels = heldOut.labels.map((label, row) => (row % 3 === 0 ? 1 - label : label));
    const other = levelTrial({ training, heldOut: { ...heldOut, labels } }, history.horizonDays);
    expect({ series: other.series, logits: other.logits }).toEqual({
      series: trial.series,
      logits: trial.logits,
    });
    expect(other.best).not.toBe(trial.best);
  });

  test("the best level has no excess, others have more the further off they are", () => {
    const excess = (off: number) => excessLogLoss(trial, trial.best + off);
    expect(excess(0)).toBe(0);
    expect(excess(0.1)).toBeGreaterThan(0);
    expect(excess(0.3)).toBeGreaterThan(excess(0.1));
    expect(excess(-0.3)).toBeGreaterThan(excess(-0.1));
  });
});
