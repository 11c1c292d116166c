import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { score } from "../../../model/score.ts";
import { train } from "../../../model/train.ts";
import { createWorkerModel } from "../../../model/worker-model.ts";
import { ArtifactError, NotEnoughHistoryError } from "../../../src/domain/risk/churn-model.ts";
import { selectRows } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const training = syntheticCustomers(300, 31);
const heldOut = syntheticCustomers(200, 32);
const request = { training: [training], heldOut, horizonDays: 30, seed: 5 };
const model = createWorkerModel();

beforeAll(async () => {
  await startBackend();
});
afterAll(() => model.close());

describe("the model in worker threads", () => {
  test("gives what the same code gives on this thread, which goes on meanwhile, and leaves the caller's arrays usable", async () => {
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 5);
    const reported: number[] = [];
    const trained = await model.train(request, (done) => reported.push(done));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
    expect(reported.length).toBeGreaterThan(5);
    expect(Buffer.from(trained.artifact).equals(train(request).artifact)).toBe(true);
    const scored = await model.score(trained.artifact, heldOut);
    expect(scored).toEqual(score(trained.artifact, heldOut));
    expect(trained.artifact.length).toBeGreaterThan(0);
    expect((heldOut.columns[0]!.values as Float64Array).length).toBe(200);
  }, 120_000);

  test("gives a training that found no signal, too", async () => {
    // What happened to others says nothing about these.
    const training = { ...syntheticCustomers(300, 31), labels: syntheticCustomers(300, 33).labels };
    const heldOut = { ...syntheticCustomers(200, 32), labels: syntheticCustomers(200, 34).labels };
    const trained = await model.train({ ...request, training: [training], heldOut });
    expect(trained.serves).toBe("constant");
    expect(Object.keys(trained.unfit)).toEqual(["network", "baseline", "rule"]);
    expect(trained.heldOutProbabilities).toEqual(trained.constantProbabilities);
  }, 120_000);

  test("says which backend its arithmetic runs on", async () => {
    expect(await model.backend()).toBe(await startBackend());
  });

  test("errors keep their class and their reason", async () => {
    const few = selectRows(training, [0, 1, 2]);
    const refused = model.train({ ...request, training: [few] });
    await expect(refused).rejects.toThrow(NotEnoughHistoryError);
    await expect(model.score(Uint8Array.of(1, 2, 3), heldOut)).rejects.toThrow(ArtifactError);
    await expect(refused).rejects.toMatchObject({
      reason: { code: "training.too-few-to-learn", parameters: { rows: 3, least: 50 } },
    });
  });

  test("calls made while it is busy wait their turn, and a failing one does not hold up the next", async () => {
    const few = { ...request, training: [selectRows(training, [...Array(80).keys()])] };
    const [first, failed, second] = await Promise.allSettled([
      model.train(few),
      model.score(new Uint8Array(), heldOut),
      model.train(few),
    ]);
    expect(failed.status).toBe("rejected");
    expect(first.status === "fulfilled" && second.status === "fulfilled").toBe(true);
    expect(first).toEqual(second);
  }, 120_000);

  test("cross-validates over the given folds, side by side", async () => {
    const folds = Int32Array.from({ length: 300 }, (_, row) => row % 2);
    const progress: number[] = [];
    const { folds: each, mean } = await model.evaluateTable(
      { table: training, folds, seed: 1 },
      (done, total) => {
        progress.push(done / total);
      },
    );
    expect(each.map(({ fold, model: { n } }) => [fold, n])).toEqual([
      [0, 150],
      [1, 150],
    ]);
    expect(mean.model.n).toBe(300);
    expect(mean.model.rocAuc).toBeGreaterThan(0.7);
    expect(Object.keys(mean.baseline)).toEqual([
      "n",
      "positives",
      "rocAuc",
      "prAuc",
      "logLoss",
      "brier",
      "ece",
      "topDecileLift",
    ]);
    expect(progress.at(-1)).toBe(1);
  }, 120_000);

  test("after close, work under way and later calls are refused", async () => {
    const closing = createWorkerModel();
    const underWay = closing.train(request);
    const waiting = closing.score(new Uint8Array(), heldOut);
    const outcomes = Promise.allSettled([underWay, waiting]);
    await closing.close();
    for (const outcome of await outcomes) {
      expect(outcome.status === "rejected" && String(outcome.reason)).toMatch(/was closed/);
    }
    await expect(closing.train(request)).rejects.toThrow(/was closed/);
  });
});
