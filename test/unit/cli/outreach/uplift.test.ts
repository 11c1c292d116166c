import { expect, it } from "vitest";
import { upliftLines } from "../../../../src/cli/outreach/uplift.ts";
import { foreseeQuarter } from "../../../../src/domain/outreach/proof/foreseen-quarter.ts";
import { DEFAULT_HOLD_OUT } from "../../../../src/domain/outreach/proof/hold-out.ts";
import type { PlaybookUplift, UpliftReport } from "../../../../src/domain/outreach/proof/uplift-report.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const line = (playbook: string, more: Partial<PlaybookUplift> = {}): PlaybookUplift => ({
  ...{ playbook, sent: 1_200, reachedOut: 45, notUseful: 6, nudged: 106, heldOut: 14, known: 90 },
  ...{ arms: "as-drawn", soFar: null, smallest: 0.17, advice: null },
  margin: { known: 80, withoutMargin: 0, soFar: null, gain: null },
  cost: { timeMinor: 0, giftsMinor: 0, unpriced: 0, missingRate: null },
  returned: { kind: "not-yet", because: "too-few" },
  precision: { sent: 120, judged: 4, right: 3 },
  ...more,
});
const shown = (playbooks: readonly PlaybookUplift[], more: Partial<UpliftReport> = {}) =>
  upliftLines({
    ...{ quarter: "2026-Q4", quarterBefore: "2026-07-01", withinDays: 30, currency: "EUR" },
    ...{ missingRate: null, threshold: 0.5, foreseen: null, playbooks },
    ...more,
  }).join("\n");

it("has a row for each playbook with all that is known of it", () => {
  const soFar = {
    ...{ nudged: 90, heldOut: 30, effect: 0.047, low: 0.012, high: 0.081, halfWidthOnce: 0.02 },
    ...{ heldOutMean: 0.5, heldOutVariance: 0.01, verdict: "helps" as const },
  };
  const table = shown([
    line("thank", {
      soFar,
      margin: {
        known: 80,
        withoutMargin: 2,
        soFar,
        gain: { minor: 123_456, lowMinor: 100, highMinor: 250_000 },
      },
      cost: { timeMinor: 30_000, giftsMinor: 4_100, unpriced: 0, missingRate: null },
      returned: { kind: "known", ratio: 2.62, low: 0.1, high: 5.6 },
      precision: { sent: 120, judged: 40, right: 30 },
    }),
  ]);
  for (const told of [
    ...["thank", "1,200", "30 of 40 (75 %)", "+4.7 points (+1.2 points to +8.1 points)"],
    ...["€1,235 (€1.00 to €2,500)", "€341.00", "+262 % (+10 % to +560 %)", "helps"],
  ])
    expect(table).toContain(told);
});

it("says what is open: no verdict, no price, no rate, no margin, and what to raise", () => {
  const rate = phrase("cost.missing-rate", { from: "JPY", to: "EUR", day: { day: "2026-11-30" } });
  const said = shown(
    [
      line("thank", { arms: "not-as-drawn", advice: { kind: "own-numbers" } }),
      line("check-in", {
        advice: { kind: "raise", threshold: 0.6, result: { sent: 14, judged: 9, right: 5 } },
      }),
      line("all playbooks", {
        margin: { known: 80, withoutMargin: 3, soFar: null, gain: null },
        cost: { timeMinor: 0, giftsMinor: 0, unpriced: 4, missingRate: rate },
        returned: { kind: "not-yet", because: "unpriced-time" },
      }),
    ],
    { missingRate: rate },
  );
  for (const told of [
    ...["no verdict: not as many are held out as were drawn", "not known", "cost not known", "3 of 4"],
    ...[
      "No margin is compared.",
      "3 customers are in no margin",
      "4 contacts have no cost",
      "Not all costs are in.",
    ],
    "check-in: fewer than half were right; from 60 % on it would have been 14, 5 of 9 judged right.",
    "thank: fewer than half were right, and no risk threshold",
  ])
    expect(said).toContain(told);
});

it("says before the first nudge what the quarter can show", () => {
  const told = (customers: number) =>
    shown([], {
      foreseen: foreseeQuarter({ quarter: "2026-Q4", customers, basis: "everybody" }, DEFAULT_HOLD_OUT),
    });
  expect(told(2_000)).toContain("No nudges in 2026-Q4 so far.");
  expect(told(2_000)).toContain("can show 13.4 points or more");
  expect(told(2_000)).toContain("HOLD_OUT_PERCENT=25 would show 10 points.");
  expect(told(20)).toContain("cannot show any effect: too few would be held out.");
});
