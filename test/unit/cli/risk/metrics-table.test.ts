import { expect, it } from "vitest";
import { metricsTable } from "../../../../src/cli/risk/metrics-table.ts";

it("sets metrics side by side and says n/a where one is not defined", () => {
  const metrics = {
    n: 1000,
    positives: 0,
    rocAuc: null,
    prAuc: null,
    logLoss: 0.5,
    brier: 0.25,
    ece: 0.01234,
    topDecileLift: null,
  };
  const [header, line] = metricsTable([{ label: "model", metrics }]);
  expect(header?.trim().split(/\s+/)).toEqual([
    "n",
    "positives",
    "rocAuc",
    "prAuc",
    "logLoss",
    "brier",
    "ece",
    "topDecileLift",
  ]);
  expect(line?.split(/\s+/)).toEqual([
    "model",
    "1000",
    "0",
    "n/a",
    "n/a",
    "0.5000",
    "0.2500",
    "0.0123",
    "n/a",
  ]);
  expect(header?.length).toBe(line?.length);
});
