import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { readArtifact, writeArtifact } from "../../../model/artifact.ts";
import { startBackend } from "../../../model/backend.ts";
import { baselineLogits } from "../../../model/baseline.ts";
import { ensembleLogits } from "../../../model/ensemble-logits.ts";
import { evaluateSplit } from "../../../model/evaluate.ts";
import { poolFolds, splitByFold, summariseFolds } from "../../../model/folds.ts";
import { chooseServing } from "../../../model/judge.ts";
import { logLoss } from "../../../model/metrics.ts";
import { score } from "../../../model/score.ts";
import { train } from "../../../model/train.ts";
import { trainingSettings } from "../../../model/training-settings.ts";
import { daysAfter } from "../../../src/domain/clock.ts";
import { type Phrase, phrase } from "../../../src/domain/phrase.ts";
import { PhrasedError } from "../../../src/domain/phrased-error.ts";
import {
  ArtifactError,
  NotEnoughHistoryError,
  type ServingKind,
  type TrainedModel,
} from "../../../src/domain/risk/churn-model.ts";
import { selectRows } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const training = syntheticCustomers(900, 21);
const heldOut = syntheticCustomers(500, 22);
const request = { training: [training], heldOut, horizonDays: 90, seed: 1 };
const odds = (p: number): number => Math.log(p / (1 - p));
/** A small network and few trees, where a test is about the machinery and not about how well it learns. */
const quick = {
  ...{ ...trainingSettings, members: 2, maxEpochs: 6, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 30 },
};
let trained: TrainedModel;

beforeAll(async () => {
  await startBackend();
  trained = train(request);
}, 60_000);

/** The same model with the other half answering. */
const asServing = (serves: ServingKind): Uint8Array =>
  writeArtifact({ ...readArtifact(trained.artifact), serves });

/** Of the customer who is the mean in every input, or for the rule the mean of the customers; rows without a date have no level on top. */
function averageLogit(artifact: Uint8Array): number {
  const { serves, network, baseline, rule } = readArtifact(artifact);
  if (serves === "rule") return rule.meanLogit;
  const width = network.shape.inputs;
  const inputs = { rows: 1, width, values: new Float32Array(width) };
  return (serves === "network" ? ensembleLogits(network, inputs) : baselineLogits(baseline, inputs))[0]!;
}

describe("train", () => {
  test("learns a bend that the baseline cannot follow, and serves the network for it", () => {
    expect(trained.serves).toBe("network");
    expect(trained.heldOut.network.logLoss).toBeLessThan(trained.heldOut.baseline.logLoss - 0.02);
    expect(trained.heldOut.network.rocAuc).toBeGreaterThan(0.8);
  });

  test("the same seed and data give the same bytes, another seed others", () => {
    const bytes = (seed: number) => Buffer.from(train({ ...request, seed }, undefined, quick).artifact);
    expect(bytes(1).equals(bytes(1))).toBe(true);
    expect(bytes(1).equals(bytes(2))).toBe(false);
  }, 60_000);

  test("probabilities are not distorted by rare churn: their mean is near the held-out rate", () => {
    const keep = (table: typeof training) =>
      selectRows(
        table,
        [...table.labels.keys()].filter((row) => table.labels[row] === 0 || row % 8 === 0),
      );
    const rare = train({ ...request, training: [keep(training)], heldOut: keep(heldOut) }, undefined, quick);
    const { probabilities } = score(rare.artifact, keep(heldOut));
    const mean = probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length;
    expect(mean).toBeGreaterThan(0.05);
    expect(mean).toBeLessThan(0.25);
  }, 60_000);

  test("leaves no tensors behind", () => {
    const before = tf.memory().numTensors;
    score(train(request, undefined, quick).artifact, heldOut);
    expect(tf.memory().numTensors).toBe(before);
  }, 60_000);

  test("progress never goes back and ends at the total", () => {
    const seen: number[] = [];
    let last = 0;
    train(
      request,
      (done, total) => {
        seen.push(done);
        last = total;
      },
      quick,
    );
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(last);
  }, 60_000);
});

describe("the level of churn over time", () => {
  const START = new Date("2024-01-01T00:00:00Z");
  const seasonAt = (days: number): number => 0.8 * Math.cos((2 * Math.PI * (days - 480)) / 365.25);
  const at = (days: number, rows: number, seed: number) => ({
    ...syntheticCustomers(rows, seed, seasonAt(days)),
    asOf: daysAfter(START, days),
  });
  const series = Array.from({ length: 14 }, (_, month) => at(month * 30, 500, 100 + month));
  const ahead = at(480, 1500, 99);
  const undated = <T extends { asOf: Date }>({ asOf: _, ...table }: T) => table;
  const bias = (probabilities: Float64Array, { labels }: { labels: Uint8Array }): number =>
    probabilities.reduce((sum, p, row) => sum + p - (labels[row] ?? 0), 0) / labels.length;

  test("a season seen once is foreseen by both models; without dates it is not", () => {
    const dated = evaluateSplit({ training: series, test: ahead, seed: 1 }, undefined, quick);
    const flat = { training: series.map(undated), test: undated(ahead), seed: 1 };
    const blind = evaluateSplit(flat, undefined, quick);
    for (const side of ["model", "baseline"] as const) {
      const [unseen, foreseen] = [blind, dated].map((judged) =>
        Math.abs(bias(judged[side].probabilities, ahead)),
      );
      expect(unseen, side).toBeGreaterThan(0.1);
      expect(foreseen, side).toBeLessThan(0.05);
      expect(dated[side].metrics.logLoss).toBeLessThan(blind[side].metrics.logLoss - 0.005);
    }
  }, 60_000);

  test("moves everybody's log odds alike from date to date, and is no reason of anyone's", () => {
    const training = series.slice(0, 10);
    const { artifact } = train({ ...request, training, heldOut: at(390, 500, 98) }, undefined, quick);
    const winter = score(artifact, { ...ahead, asOf: daysAfter(START, 480) });
    const summer = score(artifact, { ...ahead, asOf: daysAfter(START, 662) });
    const moved = odds(winter.probabilities[0]!) - odds(summer.probabilities[0]!);
    expect(moved).toBeGreaterThan(0.5);
    for (let row = 0; row < ahead.rows; row += 100)
      expect(odds(winter.probabilities[row]!) - odds(summer.probabilities[row]!)).toBeCloseTo(moved, 6);
    expect(winter.contributions).toEqual(summer.contributions);
  }, 60_000);

  test("is known up to the held-out snapshot, which is judged without having been looked at", () => {
    const judgedAt = at(510, 500, 98);
    const flipped = { ...judgedAt, labels: judgedAt.labels.map((label) => 1 - label) };
    const from = (held: typeof judgedAt) =>
      train({ ...request, training: series, heldOut: held }, undefined, quick);
    const [honest, lied] = [from(judgedAt), from(flipped)];
    expect(readArtifact(honest.artifact).level.days).toHaveLength(15);
    const { level: _, heldOut: __, serves: ___, ...fitted } = readArtifact(honest.artifact);
    const { level: ____, heldOut: _____, serves: ______, ...fittedToo } = readArtifact(lied.artifact);
    expect(fittedToo).toEqual(fitted);
    const { probabilities } = evaluateSplit(
      { training: series, test: judgedAt, seed: 1 },
      undefined,
      quick,
    ).model;
    expect(honest.heldOut.network.logLoss).toBeCloseTo(logLoss(judgedAt.labels, probabilities), 9);
  }, 60_000);
});

describe("the release rule", () => {
  const chosenAt = (network: number, baseline: number, rule: number) => {
    const withLoss = (logLoss: number) => ({ ...trained.heldOut.network, logLoss });
    return chooseServing(
      { network: withLoss(network), baseline: withLoss(baseline), rule: withLoss(rule) },
      {},
    );
  };
  test("the network serves only below both others' log loss, not at it", () => {
    expect(chosenAt(0.4, 0.41, 0.42)).toBe("network");
    expect(chosenAt(0.41, 0.41, 0.42)).toBe("baseline");
    expect(chosenAt(0.41, 0.42, 0.41)).toBe("rule");
    expect(chosenAt(Number.NaN, 0.41, 0.42)).toBe("baseline");
  });

  test("where it does not, the better of the others serves", () => {
    expect(chosenAt(0.5, 0.41, 0.4)).toBe("rule");
    expect(chosenAt(0.5, 0.4, 0.41)).toBe("baseline");
    expect(chosenAt(0.5, 0.4, 0.4)).toBe("baseline");
  });

  test("what served and what was promised are kept for comparing with the next model", () => {
    expect(logLoss(heldOut.labels, trained.heldOutProbabilities)).toBe(
      trained.heldOut[trained.serves].logLoss,
    );
    for (const kind of ["network", "baseline", "rule"] as const) {
      const { n, ece } = trained.heldOut[kind];
      const gaps = trained.reliability[kind].map(
        (bin) => bin.n * Math.abs(bin.observedRate - bin.meanPredicted),
      );
      expect(gaps.reduce((sum, gap) => sum + gap, 0) / n).toBeCloseTo(ece, 12);
    }
  });
});

function reasonOf(work: () => unknown): Phrase | null {
  try {
    work();
  } catch (error) {
    if (error instanceof PhrasedError) return error.reason;
  }
  return null;
}

describe("too little history", () => {
  test("few rows, or one class only, is refused with what is there and what is needed", () => {
    const few = selectRows(training, [...Array(40).keys()]);
    expect(() => train({ ...request, training: [few] })).toThrow(NotEnoughHistoryError);
    const churned = few.labels.reduce((sum, label) => sum + label, 0);
    const there = { rows: 40, churned, stayed: 40 - churned };
    expect(reasonOf(() => train({ ...request, training: [few] }))).toEqual(
      phrase("training.too-few-to-learn", { ...there, least: 50, leastOfEach: 10 }),
    );
    expect(() => train({ ...request, training: [] })).toThrow(NotEnoughHistoryError);
    const loyal = { ...training, labels: new Uint8Array(training.rows) };
    expect(() => train({ ...request, training: [loyal] })).toThrow(NotEnoughHistoryError);
    expect(() =>
      train({ ...request, heldOut: { ...heldOut, labels: new Uint8Array(heldOut.rows) } }),
    ).toThrow("training.too-few-to-judge");
  });

  test("columns that never vary are refused too", () => {
    const flat = training.columns.filter(({ name }) => name === "same");
    expect(() => train({ ...request, training: [{ ...training, columns: flat }] })).toThrow(
      "training.nothing-varies",
    );
  });

  test("the least that is allowed trains, also over a small last snapshot", () => {
    const positives = [...training.labels.keys()].filter((row) => training.labels[row] === 1).slice(0, 12);
    const negatives = [...training.labels.keys()].filter((row) => training.labels[row] === 0).slice(0, 38);
    const least = selectRows(training, [...positives, ...negatives]);
    const tiny = selectRows(training, [0, 1, 2]);
    const { heldOut: judged } = train({ ...request, training: [least, tiny] });
    expect(judged.network.logLoss).toBeLessThan(1.5);
  });
});

describe("score", () => {
  test("contributions add up to the logit, for all kinds, and known causes have the right sign", () => {
    for (const serves of ["network", "baseline", "rule"] as const) {
      const { columns, probabilities, contributions } = score(asServing(serves), heldOut);
      expect(columns).toEqual(["days", "bend", "plan", "noise", "same"]);
      const rowSum = (row: number): number =>
        contributions.subarray(row * 5, row * 5 + 5).reduce((sum, value) => sum + value, 0);
      const average = averageLogit(asServing(serves));
      for (let row = 0; row < heldOut.rows; row += 1) {
        expect(odds(probabilities[row]!) - rowSum(row)).toBeCloseTo(average, 3);
        expect(contributions[row * 5 + 4]).toBe(0);
      }
      const days = heldOut.columns[0]!.values as Float64Array;
      const longest = days.indexOf(Math.max(...days));
      const shortest = days.indexOf(Math.min(...days));
      expect(contributions[longest * 5]).toBeGreaterThan(0.5);
      expect(contributions[shortest * 5]).toBeLessThan(-0.5);
    }
  });

  test("does not depend on what else is in the table, nor on its columns' order", () => {
    const whole = score(trained.artifact, heldOut).probabilities;
    const part = selectRows({ ...heldOut, columns: [...heldOut.columns].reverse() }, [3, 77]);
    const { probabilities } = score(trained.artifact, part);
    expect(probabilities[0]).toBeCloseTo(whole[3]!, 6);
    expect(probabilities[1]).toBeCloseTo(whole[77]!, 6);
  });

  test("explains a customer alike wherever in a long table the row stands", () => {
    // Longer than what is encoded and explained at once, twice over.
    const long = selectRows(
      heldOut,
      Int32Array.from({ length: 8_700 }, (_, row) => row % heldOut.rows),
    );
    for (const serves of ["network", "baseline", "rule"] as const) {
      const { contributions: alone, columns } = score(asServing(serves), heldOut);
      const { contributions } = score(asServing(serves), long);
      expect(contributions).toHaveLength(8_700 * columns.length);
      const gaps = contributions.map((value, at) => Math.abs(value - alone[at % alone.length]!));
      expect(
        gaps.reduce((most, gap) => Math.max(most, gap), 0),
        serves,
      ).toBeLessThan(1e-4);
    }
  });

  test("the probabilities are the same without contributions", () => {
    for (const serves of ["network", "baseline", "rule"] as const) {
      const bare = score(asServing(serves), heldOut, { contributions: false });
      const { probabilities, low, high } = score(asServing(serves), heldOut);
      expect(bare).toMatchObject({ probabilities, low, high });
      expect(bare.contributions).toHaveLength(0);
    }
  });

  test("counts the numbers beyond what training saw", () => {
    const usual = syntheticCustomers(200, 3);
    const { values } = score(trained.artifact, usual).outOfRange;
    expect(values).toBeGreaterThan(200);
    const column = usual.columns.find(({ kind }) => kind === "number");
    const far = usual.columns.map((one) =>
      one === column && one.kind === "number" ? { ...one, values: one.values.map(() => 1e12) } : one,
    );
    const { outside } = score(trained.artifact, { ...usual, columns: far }).outOfRange;
    expect(outside).toBeGreaterThanOrEqual(200);
    expect(score(trained.artifact, usual).outOfRange.outside).toBeLessThan(20);
  });

  test("an empty table gives empty answers", () => {
    const nobody = score(trained.artifact, selectRows(heldOut, []));
    expect(nobody.probabilities).toHaveLength(0);
    expect(nobody.contributions).toHaveLength(0);
  });

  test("columns the model makes for itself are told as those they come from", () => {
    const dated = (table: typeof training, daysOn: number) => ({
      ...table,
      asOf: daysAfter(new Date("2024-06-01T00:00:00Z"), daysOn),
      columns: [
        ...table.columns.filter(({ name }) => name !== "days"),
        { ...table.columns[0]!, name: "daysSinceFirstPurchase" } as (typeof table.columns)[0],
        { ...table.columns[0]!, name: "meanGapDays" } as (typeof table.columns)[0],
      ],
    });
    const snapshots = [dated(training, 0), dated(syntheticCustomers(900, 23), 30)];
    const { artifact } = train(
      { ...request, training: snapshots, heldOut: dated(heldOut, 120) },
      undefined,
      quick,
    );
    expect(readArtifact(artifact).encoding.columns.map(({ name }) => name)).toContain("meanGapOrTenureDays");
    const asked = dated(heldOut, 210);
    const { columns, probabilities, contributions } = score(artifact, asked);
    expect(columns).toEqual(asked.columns.map(({ name }) => name));
    const rest = Array.from(probabilities, (p, row) => {
      const own = contributions.subarray(row * columns.length, (row + 1) * columns.length);
      return odds(p) - own.reduce((sum, value) => sum + value, 0);
    });
    expect(Math.max(...rest) - Math.min(...rest)).toBeLessThan(1e-3);
  }, 60_000);

  test("missing columns are named", () => {
    const without = { ...heldOut, columns: heldOut.columns.slice(1) };
    expect(() => score(trained.artifact, without)).toThrow(ArtifactError);
    expect(() => score(trained.artifact, without)).toThrow(/days/);
  });
});

describe("the artifact", () => {
  const content = () => readArtifact(trained.artifact);

  test("keeps everything it was written with", () => {
    expect(content()).toMatchObject({
      horizonDays: 90,
      seed: 1,
      serves: "network",
      heldOut: trained.heldOut,
    });
    expect(Buffer.from(writeArtifact(content())).equals(trained.artifact)).toBe(true);
  });

  test("damaged, foreign or contradictory bytes are refused by what is wrong with them", () => {
    const cut = trained.artifact.slice(0, trained.artifact.length / 2);
    const { encoding, network, baseline, rule } = content();
    const member = network.members[0]!;
    const broken = [
      writeArtifact({ ...content(), encoding: { ...encoding, means: encoding.means.slice(1) } }),
      writeArtifact({ ...content(), baseline: { ...baseline, inputs: baseline.inputs.map(() => 9999) } }),
      writeArtifact({
        ...content(),
        network: { ...network, members: [{ ...member, bias1: new Float32Array(3) }] },
      }),
      writeArtifact({
        ...content(),
        network: { ...network, members: [{ ...member, bias3: Float32Array.of(NaN) }] },
      }),
      writeArtifact({ ...content(), rule: { ...rule, column: "elsewhere" } }),
      writeArtifact({ ...content(), horizonDays: -1 }),
    ];
    const codes = [new Uint8Array(), cut, Buffer.from("hello"), ...broken].map((bytes) => {
      expect(() => readArtifact(bytes)).toThrow(ArtifactError);
      return reasonOf(() => readArtifact(bytes))?.code;
    });
    expect(codes).toEqual([
      ...Array(3).fill("artifact.damaged"),
      ...Array(5).fill("artifact.inconsistent"),
      "artifact.unknown-format",
    ]);
  });
});

describe("evaluation", () => {
  test("the test rows' labels cannot reach the probabilities", () => {
    const flipped = { ...heldOut, labels: heldOut.labels.map((label) => 1 - label) };
    const honest = evaluateSplit({ training: [training], test: heldOut, seed: 1 }, undefined, quick);
    const lied = evaluateSplit({ training: [training], test: flipped, seed: 1 }, undefined, quick);
    expect(lied.model.probabilities).toEqual(honest.model.probabilities);
    expect(lied.model.metrics.rocAuc).toBeCloseTo(1 - honest.model.metrics.rocAuc!, 10);
  }, 60_000);

  test("the network's bounds are those of scoring, and the rule names its column", () => {
    const { model, baseline, rule } = evaluateSplit(
      { training: [training], test: heldOut, seed: 1 },
      undefined,
      quick,
    );
    const { artifact } = train({ ...request, seed: 1 }, undefined, quick);
    const scored = score(writeArtifact({ ...readArtifact(artifact), serves: "network" }), heldOut);
    expect(model.probabilities).toEqual(scored.probabilities);
    expect([model.low, model.high]).toEqual([scored.low, scored.high]);
    expect(rule.column).toBe(readArtifact(artifact).rule.column);
    expect(baseline).not.toHaveProperty("low");
  }, 60_000);

  test("each fold is tested on its own rows and trained on all others", () => {
    const folds = [...training.labels.keys()].map((row) => row % 3);
    const splits = splitByFold(training, folds, 1);
    expect(splits.map(({ fold }) => fold)).toEqual([0, 1, 2]);
    expect(splits.map(({ test }) => test.rows)).toEqual([300, 300, 300]);
    const days = (table: typeof training) => [...(table.columns[0]!.values as Float64Array)];
    const together = [...days(splits[1]!.test), ...days(splits[1]!.training[0]!)].sort();
    expect(together).toEqual(days(training).sort());
  });

  test("pooled folds give every row its own probability back, in the table's order", () => {
    const said = (rows: readonly number[]) => Float64Array.from(rows, (row) => (row + 1) / 100);
    const metrics = trained.heldOut.network;
    const fold = (number: number, rows: readonly number[], column: string) => {
      const probabilities = said(rows);
      const judged = { probabilities, metrics };
      return {
        fold: number,
        rows,
        labels: Uint8Array.from(rows, (row) => row % 2),
        judged: {
          model: { ...judged, low: said(rows), high: said(rows) },
          baseline: judged,
          rule: { ...judged, column },
        },
      };
    };
    const folds = [fold(0, [1, 3], "days"), fold(1, [0, 5], "bend"), fold(2, [4, 2], "bend")];
    const { rows } = poolFolds(folds);
    const ordered = said([0, 1, 2, 3, 4, 5]);
    expect(rows).toMatchObject({ model: ordered, baseline: ordered, rule: ordered, ruleColumn: "bend" });
    expect(rows.bounds).toEqual({ low: ordered, high: ordered });
  });

  test("means are over the folds where a metric is defined, counts are totals", () => {
    const one = trained.heldOut.network;
    const none = { ...one, n: 10, positives: 0, rocAuc: null, logLoss: one.logLoss + 2 };
    const { mean } = summariseFolds([
      { fold: 0, model: one, baseline: one, rule: one },
      { fold: 1, model: none, baseline: none, rule: none },
    ]);
    expect(mean.model).toMatchObject({ n: one.n + 10, positives: one.positives, rocAuc: one.rocAuc });
    expect(mean.model.logLoss).toBeCloseTo(one.logLoss + 1, 10);
  });
});
