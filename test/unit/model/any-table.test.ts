// Training on any table and any log ends well: two hundred invented ones in the tests' usual run, and for a proof as many
// as one has the patience for (thirty times as many take some twenty minutes):
//   INVENTED_CASES=60 INVENTED_SEED=7 npx vitest run --project model test/unit/model/any-table.test.ts
// INVENTED_CASES is how many of each kind and signal, INVENTED_SEED where their random numbers begin.
import { beforeAll, describe, expect, test } from "vitest";
import { readArtifact } from "../../../model/artifact.ts";
import { startBackend } from "../../../model/backend.ts";
import { derivedSeed, randomStream } from "../../../model/random.ts";
import { predictProbabilities, scoreBy } from "../../../model/score.ts";
import { train } from "../../../model/train.ts";
import { trainingSettings } from "../../../model/training-settings.ts";
import {
  NotEnoughHistoryError,
  type ServingKind,
  type TrainedModel,
} from "../../../src/domain/risk/churn-model.ts";
import { type Dataset, type LabelledDataset, selectRows } from "../../../src/domain/risk/dataset.ts";
import { HORIZON_DAYS, inventLog, LOG_KINDS } from "./invented-logs.ts";
import { type InventedCase, inventTable, type Signal, TABLE_KINDS } from "./invented-tables.ts";

const CASES_EACH = Number(process.env.INVENTED_CASES ?? 2);
const SEED = Number(process.env.INVENTED_SEED ?? 1);
/** What is tried is whether it ends well, not how well it learns. */
const quick = {
  ...{ ...trainingSettings, members: 2, maxEpochs: 3, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 12, patience: 4 },
};
const SERVING: readonly ServingKind[] = ["network", "baseline", "rule", "constant"];
const SIGNALS: readonly Signal[] = ["noise", "some", "strong"];

type Kind = {
  readonly name: string;
  readonly signals: readonly Signal[];
  invent(signal: Signal, random: () => number): InventedCase;
};
const KINDS: readonly Kind[] = [
  ...Object.entries(TABLE_KINDS).map(
    ([name, kind]): Kind => ({
      name,
      signals: kind.signals ?? SIGNALS,
      invent: (signal, random) => inventTable(kind, signal, random),
    }),
  ),
  ...Object.entries(LOG_KINDS).map(
    ([name, kind]): Kind => ({
      name,
      signals: ["noise", "strong"],
      invent: (signal, random) => inventLog(kind, signal, random),
    }),
  ),
];

/** How a case ended, for what can only be said of many. */
type Outcome = {
  readonly name: string;
  readonly signal: Signal;
  readonly serves: ServingKind;
  /** Log loss of what serves minus the constant forecast's, on customers nobody had seen; and that in standard errors. */
  readonly worseBy: number;
  readonly worseInErrors: number;
  /**
   * How much worse it may be: 1.645 standard errors pass the guard, on as many customers as it was judged by, and four
   * are what separates judged and unseen customers in one case of 30,000.
   */
  readonly allowed: number;
};
const outcomes: Outcome[] = [];
const refusals: string[] = [];

beforeAll(startBackend);

describe("training ends with answers, or says what is missing", () => {
  test.each(KINDS.map((kind, place) => [kind.name, kind, place] as const))(
    "%s",
    (_, { name, signals, invent }, place) => {
      for (const signal of signals)
        for (let round = 0; round < CASES_EACH; round += 1) {
          const seed = derivedSeed(SEED, 10_000 * (3 * place + SIGNALS.indexOf(signal)) + round);
          const label = `${name}, ${signal}, seed ${seed}`;
          const invented = invent(signal, randomStream(seed));
          const trained = trainOrRefuse(invented, seed, label);
          if (trained === undefined) refusals.push(label);
          else outcomes.push({ name, signal, ...tryOut(trained, invented, label) });
        }
    },
    CASES_EACH * 20_000,
  );
});

/** Nothing only where there is too little indeed. */
function trainOrRefuse(
  { training, heldOut }: InventedCase,
  seed: number,
  label: string,
): TrainedModel | undefined {
  try {
    return train({ training, heldOut, horizonDays: HORIZON_DAYS, seed }, undefined, quick);
  } catch (error) {
    if (!(error instanceof NotEnoughHistoryError)) throw new Error(label, { cause: error });
    const refusable = isTooFew(training, 10) || isTooFew([heldOut], 5) || nothingVaries(training);
    expect(refusable, `${label}: ${error.message}`).toBe(true);
    return undefined;
  }
}

function isTooFew(tables: readonly LabelledDataset[], perClass: number): boolean {
  const labels = tables.flatMap((table) => [...table.labels]);
  const left = labels.filter((label) => label === 1).length;
  return labels.length < 50 || left < perClass || labels.length - left < perClass;
}

function nothingVaries(tables: readonly LabelledDataset[]): boolean {
  const names = tables[0]?.columns.map(({ name }) => name) ?? [];
  return names.every((name) => {
    const values = tables.flatMap(({ columns }) => [...columns.find((own) => own.name === name)!.values]);
    return new Set(values).size <= 1;
  });
}

/** The artifact is read again and asked about customers nobody had seen, and about such as cannot be. */
function tryOut(trained: TrainedModel, { heldOut, fresh }: InventedCase, label: string) {
  const { artifact, unfit } = trained;
  // No table here is beyond a safeguarded fit.
  expect(Object.values(unfit), label).not.toContain("not-converged");
  const content = readArtifact(artifact);
  for (const serves of SERVING)
    for (const table of [fresh, strangers(fresh)])
      expectProbabilities(predictProbabilities({ ...content, serves }, table), `${label}: ${serves}`);
  const some = selectRows(fresh, [...Array(Math.min(50, fresh.rows)).keys()]);
  const scored = scoreBy(content, some);
  for (const bounds of [scored.low, scored.probabilities, scored.high]) expectProbabilities(bounds, label);
  expect(scored.contributions.every(Number.isFinite), `${label}: contributions`).toBe(true);
  const said = predictProbabilities(content, fresh);
  const constant = predictProbabilities({ ...content, serves: "constant" }, fresh);
  const judged = compare(heldOut.labels, trained.heldOutProbabilities, trained.constantProbabilities);
  const unseen = compare(fresh.labels, said, constant);
  return {
    serves: content.serves,
    worseBy: unseen.mean,
    worseInErrors: unseen.error === 0 ? 0 : unseen.mean / unseen.error,
    allowed: 1.645 * judged.error + 4 * Math.hypot(judged.error, unseen.error),
  };
}

function expectProbabilities(probabilities: Float64Array, label: string): void {
  expect(
    probabilities.find((p) => !(p >= 0 && p <= 1)),
    label,
  ).toBeUndefined();
}

/** Customers of whom nothing is known, and of whom everything is beyond all that was ever seen. */
function strangers(table: LabelledDataset): Dataset {
  const odd = [Number.NaN, 0, 1e308, -1e308, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    ...table,
    rows: odd.length,
    columns: table.columns.map((column) =>
      column.kind === "number"
        ? { ...column, values: Float64Array.from(odd) }
        : { ...column, values: odd.map((value) => (Number.isNaN(value) ? "" : `never seen ${value}`)) },
    ),
  };
}

/** The mean by which the log loss is above the constant forecast's, in nats, and its standard error. */
function compare(labels: Uint8Array, said: Float64Array, constant: Float64Array) {
  const lossOf = (label: number, p: number) => -Math.log(Math.max(1e-15, label === 1 ? p : 1 - p));
  const worse = Array.from(labels, (label, row) => lossOf(label, said[row]!) - lossOf(label, constant[row]!));
  const mean = worse.reduce((sum, value) => sum + value, 0) / worse.length;
  const variance = worse.reduce((sum, value) => sum + (value - mean) ** 2, 0) / worse.length;
  return { mean, error: Math.sqrt(variance / worse.length) };
}

/** P(so many or more of n), where each has the given chance. */
function chanceOfAtLeast(count: number, n: number, chance: number): number {
  let [below, term] = [0, (1 - chance) ** n];
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= ((n - k) / (k + 1)) * (chance / (1 - chance));
  }
  return 1 - below;
}

/** More of them than one run in a thousand would have by chance, each having 1 %. */
function expectOneInHundred(found: readonly Outcome[], of: readonly Outcome[]): void {
  const told = found.map(({ name, signal, serves, worseBy, worseInErrors }) =>
    [name, signal, serves, worseBy.toFixed(4), worseInErrors.toFixed(1)].join(", "),
  );
  expect(
    chanceOfAtLeast(found.length, of.length, 0.01),
    `${found.length} of ${of.length}:\n${told.join("\n")}`,
  ).toBeGreaterThan(0.001);
}

describe("over all of them", () => {
  const noise = () => outcomes.filter(({ signal }) => signal === "noise");
  const signals = () => outcomes.filter(({ signal }) => signal !== "noise");

  test("where nothing is to be found, a ranking serves no more often than the 1 % that the guard allows", () => {
    expectOneInHundred(
      noise().filter(({ serves }) => serves !== "constant"),
      noise(),
    );
  });

  test("what serves is no worse than the constant forecast for customers nobody had seen", () => {
    // 2.326 standard errors: what 1 % of the equally good would be by chance.
    expectOneInHundred(
      signals().filter(({ worseInErrors }) => worseInErrors > 2.326),
      signals(),
    );
    // In no single case by more than the guard can miss, nor, in nats, by what nonsense told with confidence costs.
    expect(outcomes.filter(({ worseBy, allowed }) => worseBy > allowed || worseBy > 0.2)).toEqual([]);
  });

  test("where there is much to be found, it is: the constant serves where the table turned or broke only", () => {
    const found = signals().filter(
      ({ name, signal }) => signal === "strong" && !/missing|hundred|jumps/.test(name),
    );
    const served = found.filter(
      ({ serves, worseInErrors }) => serves !== "constant" && worseInErrors < -2.326,
    );
    expect(served.length / found.length).toBeGreaterThan(0.9);
  });

  test("most cases were trained on, not refused", () => {
    expect(outcomes.length).toBeGreaterThan(10 * refusals.length);
  });
});
