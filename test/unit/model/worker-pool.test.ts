import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { score } from "../../../model/score.ts";
import { shareArtifact } from "../../../model/shared-artifact.ts";
import { train } from "../../../model/train.ts";
import { trainingSettings } from "../../../model/training-settings.ts";
import { createWorkerPool } from "../../../model/worker-pool.ts";
import { selectRows } from "../../../src/domain/risk/dataset.ts";
import { syntheticCustomers } from "./synthetic.ts";

const table = syntheticCustomers(300, 31);
const few = selectRows(table, [4, 8]);
/** What is tried is in which order and by which artifact a worker scores, not how well. */
const quick = {
  ...{ ...trainingSettings, members: 2, maxEpochs: 3, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 12 },
};
let artifact: Uint8Array;

beforeAll(async () => {
  await startBackend();
  const request = { training: [table], heldOut: syntheticCustomers(200, 32), horizonDays: 30, seed: 5 };
  artifact = train(request, undefined, quick).artifact;
}, 60_000);

describe("a pool's worker", () => {
  const pool = createWorkerPool(1);
  afterAll(() => pool.close());
  const scored = async (order: string[], name: string, urgent = false) => {
    const input = { artifact: shareArtifact(artifact), dataset: few };
    const output = await pool.run("score", input, { urgent });
    order.push(name);
    return output;
  };

  test("takes urgent jobs before all that wait, in the order they were asked, and drops none", async () => {
    const order: string[] = [];
    await Promise.all([
      scored(order, "under way"),
      ...["bulk 1", "bulk 2", "bulk 3"].map((name) => scored(order, name)),
      ...["asked 1", "asked 2"].map((name) => scored(order, name, true)),
    ]);
    expect(order).toEqual(["under way", "asked 1", "asked 2", "bulk 1", "bulk 2", "bulk 3"]);
  });

  test("scores by the artifact it was given, also where it remembers others", async () => {
    const inputs = [artifact, ...[7, 8, 9].map((seed) => train(request(seed), undefined, quick).artifact)];
    for (const bytes of [...inputs, ...inputs]) {
      const job = { artifact: shareArtifact(bytes), dataset: few };
      const { probabilities } = await pool.run("score", job);
      expect([...probabilities]).toEqual([...score(bytes, few).probabilities]);
    }
  }, 60_000);
});

test("a lowered pool's threads leave the processor to others, where a priority is a thread's own", async () => {
  const lowered = () => threadPriorities().filter((priority) => priority === 5).length;
  const [usual, low] = [createWorkerPool(1), createWorkerPool(1, { isLowered: true })];
  await usual.run("backend", null);
  expect(lowered()).toBe(0);
  await low.run("backend", null);
  expect(lowered()).toBe(process.platform === "linux" ? 1 : 0);
  await Promise.all([usual.close(), low.close()]);
});

/** Of all threads of this process; the 19th field of each one's line. */
function threadPriorities(): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc/self/task").map((thread) => {
    const [, fields = ""] = readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(/\) /);
    return Number(fields.split(" ")[16]);
  });
}

function request(seed: number) {
  return { training: [table], heldOut: syntheticCustomers(200, 32), horizonDays: 30, seed };
}
