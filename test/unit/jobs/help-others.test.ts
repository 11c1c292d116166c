import { expect, it } from "vitest";
import { type HelpOthersDeps, helpOthers } from "../../../src/jobs/help-others.ts";
import type { HelpOptions, HelpResult } from "../../../src/store/shared-work/shared-work.ts";

const NOTHING: HelpResult = { kind: "nothing-to-do" };
const run = (id: number) => ({ id, settings: {}, total: 9 });

function helping(results: Partial<Record<keyof HelpOthersDeps["flows"], HelpResult>>) {
  const stop = new AbortController();
  const asked: string[] = [];
  const said: unknown[] = [];
  const flow =
    (name: keyof HelpOthersDeps["flows"]) =>
    async (input: HelpOptions = {}) => {
      asked.push([name, ...(input.except ?? [])].join(" "));
      return results[name] ?? NOTHING;
    };
  const flows = {
    helpScoring: flow("helpScoring"),
    helpTraining: flow("helpTraining"),
    helpAllocation: flow("helpAllocation"),
  };
  const log = { info: (what: object) => said.push(what), warn: (what: object) => said.push(what) };
  const help = helpOthers({ flows, log: log as never, stop: stop.signal });
  return { help, stop, asked, said };
}

it("looks for work of every kind, and adds up what it did", async () => {
  const { help, asked, said } = helping({
    helpTraining: { kind: "helped", run: run(4), ranges: 3 },
    helpAllocation: { kind: "helped", run: run(5), ranges: 2 },
  });
  expect(await help()).toBe(5);
  expect(asked).toEqual(["helpScoring", "helpTraining", "helpAllocation"]);
  expect(said).toEqual([
    { work: "training", run: 4, ranges: 3 },
    { work: "costs", run: 5, ranges: 2 },
  ]);
});

it("leaves to others what it failed at, and helps with the rest", async () => {
  const error = new Error("no such column");
  const { help, asked, said } = helping({ helpScoring: { kind: "failed", run: run(7), error } });
  expect(await help()).toBe(0);
  expect(said).toEqual([{ work: "scoring", run: 7, err: error }]);
  await help();
  expect(asked.slice(1)).toEqual([
    "helpTraining 7",
    "helpAllocation 7",
    ...["helpScoring 7", "helpTraining 7", "helpAllocation 7"],
  ]);
});

it("takes nothing once it is stopped", async () => {
  const { help, stop, asked } = helping({});
  stop.abort();
  expect(await help()).toBe(0);
  expect(asked).toEqual([]);
});
