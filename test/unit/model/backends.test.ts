import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { readArtifact, writeArtifact } from "../../../model/artifact.ts";
import { startBackend } from "../../../model/backend.ts";
import { readArtifacts } from "../../../model/read-artifacts.ts";
import { score, scoreBy } from "../../../model/score.ts";
import { train } from "../../../model/train.ts";
import { trainingSettings } from "../../../model/training-settings.ts";
import { ArtifactError, type ScoredDataset, type ServingKind } from "../../../src/domain/risk/churn-model.ts";
import { syntheticCustomers } from "./synthetic.ts";

// Backends are chosen for the whole process: these tests need a file, and so a process, of their own.

const training = syntheticCustomers(400, 31);
const heldOut = syntheticCustomers(300, 32);
/** More rows than are scored at once, so that chunks meet. */
const customers = syntheticCustomers(5_000, 33);
const request = { training: [training], heldOut, horizonDays: 90, seed: 1 };
let artifact: Uint8Array;

beforeAll(async () => {
  // The JavaScript backend advises to install the native one, on the console.
  tf.env().set("PROD", true);
  expect(await startBackend()).toBe("wasm");
  artifact = train(request).artifact;
}, 120_000);

const asServing = (serves: ServingKind) => writeArtifact({ ...readArtifact(artifact), serves });

async function scoredBy(backend: "cpu" | "wasm", bytes: Uint8Array): Promise<ScoredDataset> {
  expect(await tf.setBackend(backend)).toBe(true);
  expect(tf.getBackend()).toBe(backend);
  return score(bytes, customers);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let place = 0; place < a.length; place += 1) {
    // Not-a-number must meet not-a-number: a difference with it would be lost in a comparison.
    const [left = 0, right = 0] = [a[place], b[place]];
    if (Number.isNaN(left) !== Number.isNaN(right)) return Number.POSITIVE_INFINITY;
    if (!Number.isNaN(left)) largest = Math.max(largest, Math.abs(left - right));
  }
  return largest;
}

describe("one artifact on two backends", () => {
  test.each(["network", "baseline"] as const)(
    "gives probabilities, bounds and contributions that agree to 1e-5 (%s)",
    async (serves) => {
      const bytes = asServing(serves);
      const byWasm = await scoredBy("wasm", bytes);
      const byJavaScript = await scoredBy("cpu", bytes);
      for (const part of ["probabilities", "low", "high", "contributions"] as const) {
        expect(byWasm[part].length).toBeGreaterThan(0);
        expect(largestDifference(byWasm[part], byJavaScript[part]), part).toBeLessThan(1e-5);
      }
      const spread = Math.max(...byWasm.probabilities) - Math.min(...byWasm.probabilities);
      expect(spread, "the model tells customers apart").toBeGreaterThan(0.3);
    },
    120_000,
  );

  test.each(["wasm", "cpu"] as const)(
    "leaves no tensors and no bytes behind, scoring or failing to (%s)",
    async (backend) => {
      await tf.setBackend(backend);
      const before = tf.memory();
      score(artifact, customers);
      const missing = { ...customers, columns: customers.columns.slice(1) };
      expect(() => score(artifact, missing)).toThrow(ArtifactError);
      const { numTensors, numBytes } = tf.memory();
      expect({ numTensors, numBytes }).toEqual({ numTensors: before.numTensors, numBytes: before.numBytes });
    },
    120_000,
  );

  test("keeps what two artifacts' networks take from job to job, and frees it for the next ones", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    const { read } = readArtifacts();
    const keptAfter = (key: string) => {
      scoreBy(read({ key, bytes: artifact }), heldOut);
      return tf.memory().numTensors - before;
    };
    const one = keptAfter("first");
    expect(one).toBeGreaterThan(0);
    expect(keptAfter("first")).toBe(one);
    expect(["second", "third", "first"].map(keptAfter)).toEqual([2 * one, 2 * one, 2 * one]);
  }, 120_000);

  test("leaves nothing behind in training", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory();
    train(request, undefined, { ...trainingSettings, members: 2, maxEpochs: 3 });
    const { numTensors, numBytes } = tf.memory();
    expect({ numTensors, numBytes }).toEqual({ numTensors: before.numTensors, numBytes: before.numBytes });
  }, 120_000);
});
