import { expect, it } from "vitest";
import { bars } from "../../../../src/slack/blocks/bars.ts";

it("rises with the value, up to the highest", () => {
  expect(bars([0, 0.1, 0.3, 0.5, 0.7, 1], 1)).toBe("▁▂▃▅▆▇");
  expect(bars([0, 5, 10], 10)).toBe("▁▅▇");
});

it("draws the lowest bar for nothing alone", () => expect(bars([0, 0.001], 1)).toBe("▁▂"));

it("shows a gap as a gap", () => expect(bars([0.5, null, 0.5], 1)).toBe("▅·▅"));
