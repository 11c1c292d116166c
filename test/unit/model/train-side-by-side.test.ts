import { beforeAll, describe, expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { performJob } from "../../../model/jobs.ts";
import { NotConvergedError } from "../../../model/not-converged.ts";
import { train } from "../../../model/train.ts";
import { trainSideBySide } from "../../../model/train-side-by-side.ts";
import { createTrainingThreads } from "../../../model/training-threads.ts";
import { describeError, type JobKind, reviveError } from "../../../model/worker-messages.ts";
import type { WorkerPool } from "../../../model/worker-pool.ts";
import { QUICK } from "../../support/quick-model.ts";
import { syntheticCustomers } from "./synthetic.ts";

const request = {
  training: [syntheticCustomers(300, 31)],
  heldOut: syntheticCustomers(200, 32),
  horizonDays: 30,
  seed: 5,
};
/** So many that trees stay as they were fitted. */
const many = { ...request, training: [syntheticCustomers(8_100, 33)] };
const settings = { ...QUICK, members: 3, maxEpochs: 2 };

type Asked = (kind: JobKind) => void;

/** A pool without threads. */
function poolHere(asked: Asked = () => {}): WorkerPool {
  return {
    async run(kind, input, { onProgress } = {}) {
      asked(kind);
      return performJob(kind, structuredClone(input), onProgress);
    },
    close: async () => {},
  };
}

const failing = (at: JobKind, error: Error) =>
  poolHere((kind) => {
    if (kind === at) throw error;
  });

beforeAll(async () => {
  await startBackend();
});

describe("a training whose members are fitted side by side", () => {
  test.each([
    ["few customers, whose trees are grown anew", request],
    ["many customers", many],
  ])("is the one of one thread, to the last byte: %s", async (_, request) => {
    const beside = await trainSideBySide(poolHere(), request, undefined, settings);
    const alone = train(request, undefined, settings);
    expect(Buffer.from(beside.artifact).equals(alone.artifact)).toBe(true);
    expect(beside).toEqual(alone);
  });

  test.each([
    [
      "each member's trees and network, and trees again",
      request,
      { rule: 1, baseline: 1, trees: 3, network: 3, regrow: 3 },
    ],
    [
      "no trees again where customers are many",
      many,
      { rule: 1, baseline: 1, trees: 3, network: 3, regrow: 0 },
    ],
  ])("asks for %s", async (_, request, expected) => {
    const asked: JobKind[] = [];
    await trainSideBySide(
      poolHere((kind) => asked.push(kind)),
      request,
      undefined,
      settings,
    );
    const count = (kind: JobKind) => asked.filter((own) => own === kind).length;
    expect({
      rule: count("rule"),
      baseline: count("baseline"),
      trees: count("trees"),
      network: count("network"),
      regrow: count("regrow"),
    }).toEqual(expected);
    expect([asked[0], asked.at(-1)]).toEqual(["prepare", "decide"]);
  });

  test("serves without the logistic regression where that did not converge", async () => {
    const { run } = poolHere();
    const without: WorkerPool["run"] = async (kind, input, options) =>
      kind === "baseline" ? ({ fitted: null } as never) : run(kind, input, options);
    const { unfit, serves } = await trainSideBySide({ run: without }, request, undefined, settings);
    expect(unfit.baseline).toBe("not-converged");
    expect(serves).not.toBe("baseline");
  });

  test("tells of its progress, which never goes back and ends at the whole", async () => {
    const seen: number[] = [];
    await trainSideBySide(poolHere(), request, (done, total) => seen.push(done / total), settings);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(9);
    expect(seen.at(-1)).toBe(1);
  });

  test.each(["trees", "network", "regrow"] as const)(
    "serves without the network where a member's %s did not converge, and fails where they failed",
    async (kind) => {
      const none = failing(kind, new NotConvergedError("no"));
      const { unfit, serves } = await trainSideBySide(none, request, undefined, settings);
      expect(unfit.network).toBe("not-converged");
      expect(serves).not.toBe("network");
      const broken = trainSideBySide(failing(kind, new Error("out of memory")), request, undefined, settings);
      await expect(broken).rejects.toThrow("out of memory");
    },
  );
});

test("a fit that did not converge is known as such on the other side of a thread", () => {
  const error = reviveError(describeError(new NotConvergedError("The loss is not a number.")));
  expect(error).toBeInstanceOf(NotConvergedError);
  expect(error.message).toBe("The loss is not a number.");
});

describe("trainings in threads", () => {
  test("come one after the other, each in threads of its own that end with it, also where it fails", async () => {
    const events: string[] = [];
    let opened = 0;
    const open = (size: number): WorkerPool => {
      opened += 1;
      const name = `${opened}`;
      events.push(`${name} opened for ${size}`);
      const close = async () => void events.push(`${name} closed`);
      return { run: () => Promise.reject(new Error(`${name} failed`)), close };
    };
    const { train } = createTrainingThreads(2, open);
    const outcomes = await Promise.allSettled([train(request), train(request)]);
    expect(outcomes.map((outcome) => outcome.status === "rejected" && String(outcome.reason))).toEqual([
      "Error: 1 failed",
      "Error: 2 failed",
    ]);
    expect(events).toEqual(["1 opened for 2", "1 closed", "2 opened for 2", "2 closed"]);
  });
});
