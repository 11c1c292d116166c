import { expect, it } from "vitest";
import { isWonStage, wonStages } from "../../../../src/sources/pull/won-stages.ts";

const settings = { won_stages: "Closed Won, 赢单，成交" };

it.each([
  ["Closed Won", true],
  ["closed won ", true],
  ["赢单", true],
  ["成交", true],
  ["Closed Lost", false],
  ["Won", false],
  ["", false],
  [null, false],
])("takes the stage %s for won: %s", (stage, won) => {
  expect(isWonStage(settings, stage)).toBe(won);
});

it("knows a stage by its id or its name", () => {
  expect(isWonStage(settings, "5", "赢单")).toBe(true);
  expect(isWonStage(settings, "5", undefined)).toBe(false);
});

it.each(["", " , ，"])("refuses %o, which names no stage", (text) => {
  expect(wonStages.safeParse(text).success).toBe(false);
});
