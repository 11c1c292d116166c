import { expect, it } from "vitest";
import { returnOnNudges } from "../../../../../src/domain/outreach/proof/return-on-nudges.ts";

const gain = { minor: 3_000, lowMinor: 1_500, highMinor: 4_500 };

it("is (gain − cost) ÷ cost, with the interval of the gain", () => {
  expect(returnOnNudges(gain, 1_000, null)).toEqual({ kind: "known", ratio: 2, low: 0.5, high: 3.5 });
  const loss = { minor: -500, lowMinor: -900, highMinor: 900 };
  expect(returnOnNudges(loss, 1_000, null)).toMatchObject({ kind: "known", ratio: -1.5, high: -0.1 });
});

it("says nothing while a loss is as possible as a profit, and why there is nothing else to say", () => {
  const because = (...given: Parameters<typeof returnOnNudges>) => {
    const told = returnOnNudges(...given);
    return told.kind === "not-yet" ? told.because : told.kind;
  };
  expect(because(gain, 2_000, null)).toBe("both-signs");
  expect(because(gain, 1_500, null)).toBe("both-signs");
  expect(because(gain, 1_499, null)).toBe("known");
  expect(because(gain, 0, null)).toBe("no-cost");
  expect(because(null, 1_000, null)).toBe("too-few");
  expect(because(gain, 1_000, "unpriced-time")).toBe("unpriced-time");
});
