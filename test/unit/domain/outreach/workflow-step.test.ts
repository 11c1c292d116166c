import { describe, expect, it } from "vitest";
import { waitStand } from "../../../../src/domain/outreach/workflow-step.ts";

describe("a wait for a risk", () => {
  it.each([
    ["without a figure waits", { percent: 60, beganAbove: null }, null, { kind: "waiting" }],
    ["without a figure waits, also later", { percent: 60, beganAbove: true }, null, { kind: "waiting" }],
    ["begins below", { percent: 60, beganAbove: null }, 0.59, { kind: "begins", above: false }],
    [
      "begins above at the percentage itself",
      { percent: 60, beganAbove: null },
      0.6,
      { kind: "begins", above: true },
    ],
    ["stays below", { percent: 60, beganAbove: false }, 0.594, { kind: "waiting" }],
    // 59.5 % is shown as 60.
    [
      "rises by what is shown",
      { percent: 60, beganAbove: false },
      0.595,
      { kind: "crossed", how: "rose", percent: 60 },
    ],
    ["stays above", { percent: 60, beganAbove: true }, 0.6, { kind: "waiting" }],
    ["falls", { percent: 60, beganAbove: true }, 0.59, { kind: "crossed", how: "fell", percent: 59 }],
    // Nobody leaves for certain: over 99 % is shown as 100, and 99 is the most to wait for.
    ["reaches 99", { percent: 99, beganAbove: false }, 0.999, { kind: "crossed", how: "rose", percent: 100 }],
    ["falls below 1", { percent: 1, beganAbove: true }, 0.004, { kind: "crossed", how: "fell", percent: 0 }],
  ] as const)("%s", (_, wait, probability, stand) => {
    expect(waitStand(wait, probability)).toEqual(stand);
  });
});
