import { expect, it } from "vitest";
import { percentWithin, riskAtAGlance, riskNotes } from "../../../../../src/slack/blocks/risk/risk-words.ts";

const READING = { now: new Date("2026-12-20T09:00:00Z"), locale: "en" } as const;

it.each([
  [0.62, { low: 0.6151, high: 0.6249 }, "62 %"],
  [0.62, { low: 0.6149, high: 0.6251 }, "62 % (61–63)"],
  [0.62, null, "62 %"],
  [0.02, { low: 0.004, high: 0.05 }, "2 % (under 1–5)"],
  [0.97, { low: 0.9, high: 0.996 }, "97 % (90–over 99)"],
])("brackets %d with %o only where that says more: %s", (probability, bounds, expected) =>
  expect(percentWithin({ probability, bounds }, "en")).toBe(expected),
);

const SCORED = {
  kind: "scored",
  probability: 0.6,
  bounds: null,
  change: null,
  horizonDays: 90,
  scoredAt: new Date("2026-12-09T12:00:00Z"),
  stale: false,
} as const;

it.each([
  ["network", []],
  ["baseline", [expect.stringContaining("From the simple baseline")]],
  ["rule", [expect.stringContaining("From a rule of one figure")]],
] as const)("notes where something simpler than the network serves: %s", (serves, notes) =>
  expect(riskNotes({ ...SCORED, serves }, READING)).toEqual(notes),
);

it("says that a change spans a pause of the data", () => {
  const pause = { lastDay: "2026-11-27", backDay: "2026-12-08" };
  const change = { points: 20, since: new Date("2026-11-28T04:00:00Z"), modelChanged: false };
  const about = { ...SCORED, serves: "network" } as const;
  expect(riskNotes({ ...about, change: { ...change, pause } }, READING)).toEqual([
    "No data came after 27 Nov until 8 Dec: some of the change may be that pause, not the customer.",
  ]);
  expect(riskNotes({ ...about, change }, READING)).toEqual([]);
});

it("says that data have stopped, rather than that scoring has", () => {
  const stopped = { since: "2026-11-27", source: "crm" };
  const about = { ...SCORED, serves: "network", stale: true } as const;
  expect(riskNotes({ ...about, stopped }, READING)).toEqual([
    "No new data since 27 Nov: the risk is as of then.",
  ]);
  expect(riskNotes(about, READING)).toEqual([expect.stringContaining("the nightly scoring has not run")]);
});

it("calls a figure of a list rough where too few were rated alike", () => {
  expect(percentWithin({ probability: 0.62, bounds: { low: 0.54, high: 0.7 }, isRough: true }, "en")).toBe(
    "roughly 62 % (54–70)",
  );
});

it("calls a figure rough, and says why, where too few were rated alike to tell", () => {
  const reading = { now: new Date("2026-12-09T14:00:00Z"), timeZone: "UTC", locale: "en" } as const;
  const risk = { ...SCORED, serves: "network" } as const;
  expect(riskAtAGlance({ risk, hasContract: true }, reading)).toMatch(/^\*60 %\* risk/);
  const rough = { ...risk, tooFewAlike: 5 };
  expect(riskAtAGlance({ risk: rough, hasContract: true }, reading)).toMatch(/^\*roughly 60 %\* risk/);
  expect(riskNotes(rough, reading)).toEqual([
    expect.stringContaining("only 5 customers were rated about as high"),
  ]);
});
