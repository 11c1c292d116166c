// npm run bench -- levels [--logs 240] [--seed 1]: invents logs and compares ways to forecast the level of churn on
// their held-out snapshots. By this the beliefs in model/level-process.ts are chosen, never on one log.
import { parseArgs } from "node:util";
import { CENTRAL_80_PERCENT } from "../../model/bounds.ts";
import { derivedSeed } from "../../model/random.ts";
import { NotEnoughHistoryError } from "../../src/domain/risk/churn-model.ts";
import { inventHistory } from "./invented-history.ts";
import { inventSnapshots } from "./invented-snapshots.ts";
import { LEVEL_CANDIDATES, type LevelCandidate, SERVING } from "./level-candidates.ts";
import { excessLogLoss, type LevelTrial, levelTrial } from "./level-trial.ts";

/** Thirteen monthly snapshots have seen every month of a year. */
const LONG_SNAPSHOTS = 13;
/** In log odds, between a log's lowest and highest level; some quarter of the invented logs move more. */
const MOVING_SPAN = 0.75;

const { values } = parseArgs({
  options: { logs: { type: "string", default: "240" }, seed: { type: "string", default: "1" } },
});
const logs = Number(values.logs);
const seed = Number(values.seed);
if (Number.isInteger(logs) && logs > 1 && Number.isInteger(seed)) compareCandidates();
else {
  process.stderr.write("--logs takes a whole number above 1, --seed a whole number.\n");
  process.exitCode = 2;
}

function compareCandidates(): void {
  const trials = Array.from({ length: logs }, (_, log) => inventTrial(derivedSeed(seed, log)));
  const usable = trials.filter((trial) => trial !== null);
  const longLogs = usable.filter(isLong).length;
  const movingLogs = usable.filter(isMoving).length;
  const tooLittleHistory = logs - usable.length;
  print({ bench: "levels", seed, logs: usable.length, longLogs, movingLogs, tooLittleHistory });
  for (const candidate of LEVEL_CANDIDATES)
    print({ candidate: candidate.name, ...summaryOf(candidate, usable) });
}

/** Null where a log holds too few customers or outcomes to train on. */
function inventTrial(seed: number): LevelTrial | null {
  const history = inventHistory(seed);
  const snapshots = inventSnapshots(history);
  if (snapshots === null) return null;
  try {
    return levelTrial(snapshots, history.horizonDays);
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return null;
    throw error;
  }
}

function isLong({ series }: LevelTrial): boolean {
  return series.days.length >= LONG_SNAPSHOTS;
}

/** By the levels seen before the forecast, so that nothing is chosen by its outcome. */
function isMoving({ series: { levels } }: LevelTrial): boolean {
  return Math.max(...levels) - Math.min(...levels) > MOVING_SPAN;
}

/** Log losses in nats, misses in log odds; `beyondServing` is what the excess is above that of the forecast that serves. */
function summaryOf(candidate: LevelCandidate, trials: readonly LevelTrial[]) {
  const excesses = (some: readonly LevelTrial[]) => some.map((trial) => excessOf(candidate, trial));
  const beyond = trials.map((trial) => excessOf(candidate, trial) - excessOf(SERVING, trial));
  return {
    excess: rounded(mean(excesses(trials))),
    long: rounded(mean(excesses(trials.filter(isLong)))),
    short: rounded(mean(excesses(trials.filter((trial) => !isLong(trial))))),
    moving: rounded(mean(excesses(trials.filter(isMoving)))),
    beyondServing: rounded(mean(beyond)),
    standardError: rounded(standardError(beyond)),
    rootMeanSquareMiss: rounded(Math.sqrt(mean(trials.map((trial) => missOf(candidate, trial) ** 2))), 3),
    coverage80: coverage(candidate, trials),
  };
}

function excessOf(candidate: LevelCandidate, trial: LevelTrial): number {
  return excessLogLoss(trial, candidate.forecast(trial).level);
}

function missOf(candidate: LevelCandidate, trial: LevelTrial): number {
  return candidate.forecast(trial).level - trial.best;
}

/** Share of the logs whose best level lies within the central 80 % of the forecast's width; null without a width. */
function coverage(candidate: LevelCandidate, trials: readonly LevelTrial[]): number | null {
  const covered = trials.map((trial) => {
    const { level, variance } = candidate.forecast(trial);
    if (variance === null) return Number.NaN;
    return Math.abs(level - trial.best) <= CENTRAL_80_PERCENT * Math.sqrt(variance) ? 1 : 0;
  });
  const share = mean(covered);
  return Number.isNaN(share) ? null : rounded(share, 2);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function standardError(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return Math.sqrt(mean(numbers.map((number) => (number - centre) ** 2)) / (numbers.length - 1));
}

function rounded(number: number, digits = 4): number {
  return Number(number.toFixed(digits));
}

function print(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
