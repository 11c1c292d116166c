import { expect, it } from "vitest";
import { PLAYBOOK_KEYS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { foreseeQuarter } from "../../../../../src/domain/outreach/proof/foreseen-quarter.ts";
import { DEFAULT_HOLD_OUT } from "../../../../../src/domain/outreach/proof/hold-out.ts";
import { NO_NUDGE_COST } from "../../../../../src/domain/outreach/proof/nudge-costs.ts";
import type { PlaybookUplift, UpliftReport } from "../../../../../src/domain/outreach/proof/uplift-report.ts";
import { upliftMessage } from "../../../../../src/slack/blocks/outreach/uplift.ts";
import { outreach } from "../../../../../src/words/en/outreach.ts";
import { problemsAtSlack } from "../../../../support/block-kit.ts";

const line = (playbook: string, more: Partial<PlaybookUplift> = {}): PlaybookUplift => ({
  ...{ playbook, sent: 120, reachedOut: 45, notUseful: 6, nudged: 106, heldOut: 14, known: 90 },
  ...{ arms: "as-drawn", soFar: null, smallest: 0.17 },
  margin: { known: 80, withoutMargin: 0, soFar: null, gain: null },
  cost: NO_NUDGE_COST,
  returned: { kind: "not-yet", because: "too-few" },
  precision: { sent: 120, judged: 0, right: 0 },
  advice: null,
  ...more,
});
const soFar = (low: number, high: number, verdict: "helps" | "harms" | "not-enough-data") => ({
  ...{ nudged: 90, heldOut: 14, effect: (low + high) / 2, low, high, halfWidthOnce: 0.05, verdict },
  ...{ heldOutMean: 0.5, heldOutVariance: 0.01 },
});
const reportOf = (playbooks: readonly PlaybookUplift[], more: Partial<UpliftReport> = {}): UpliftReport => ({
  ...{ quarter: "2026-Q4", quarterBefore: "2026-07-01", withinDays: 30, currency: "EUR" },
  ...{ missingRate: null, threshold: 0.5, foreseen: null, playbooks },
  ...more,
});
const show = (report: UpliftReport) => {
  const message = upliftMessage(report, "en");
  expect(problemsAtSlack(message)).toEqual([]);
  return { ...message, told: JSON.stringify(message.blocks) };
};
const together = (more: Partial<PlaybookUplift> = {}) => line("all playbooks", { sent: 300, ...more });

it("says in one look what was sent, acted on, brought and cost, then what cannot be said", () => {
  const gain = { minor: 1_230_000, lowMinor: 200_000, highMinor: 2_260_000 };
  const { told, text, blocks } = show(
    reportOf([
      line("check-in"),
      together({
        reachedOut: 99,
        soFar: soFar(0.012, 0.081, "helps"),
        margin: { known: 290, withoutMargin: 3, soFar: soFar(1, 2, "helps"), gain },
        cost: { timeMinor: 300_000, giftsMinor: 41_000, unpriced: 0, missingRate: null },
        returned: { kind: "known", ratio: 2.607, low: 0.1, high: 5.6 },
      }),
    ]),
  );
  expect(blocks.map(({ type }) => type)).toEqual([
    ...["header", "section", "section", "section", "actions", "context"],
  ]);
  for (const said of [
    "300",
    "99 (33 %)",
    "+4.7 points (+1.2 to +8.1)",
    "€12,300 (€2,000 to €22,600)",
    "€3,410: €3,000 of time, €410.00 of gifts",
    "+261 % (+10 to +560 %)",
    "What 3 customers brought",
  ]) {
    expect(told).toContain(said);
    expect(text).toContain(said);
  }
  expect(text).toContain("Check-in: 120 sent · 45 acted on");
});

it("tells an effect only where the interval says something, and why nothing is said else", () => {
  const unsure = show(reportOf([together({ soFar: soFar(-0.02, 0.04, "not-enough-data") })]));
  expect(unsure.told).toContain("Cannot be said yet: -2.0 to +4.0 points");
  expect(unsure.told).toContain("fits harm as well as help");
  expect(unsure.told).not.toContain("+1.0 points");
  const few = show(reportOf([together()]));
  expect(few.told).toContain("it takes 30 known in each group");
  expect(show(reportOf([together({ smallest: null, heldOut: 0 })])).told).toContain(
    "nobody is held out of all nudges",
  );
  const bent = show(reportOf([line("thank", { arms: "not-as-drawn" }), together({ arms: "not-as-drawn" })]));
  expect(bent.told).toContain("not as they were drawn");
  expect(bent.told).toContain("Anything about Thanks for a purchase");
  expect(bent.told).toContain("No verdict: 14 held out is not as drawn");
});

it.each([
  ["nobody-held-out", "takes customers who are held out"],
  ["arms-not-as-drawn", "for the same reason"],
  ["too-few", "30 customers in each group whose margin of 30 days is known"],
  ["unpriced-time", "so the cost is too low"],
  ["no-cost", "no cost is known"],
  ["both-signs", "a loss is as possible as a profit"],
] as const)("says why there is no return: %s", (because, said) => {
  const cost = { ...NO_NUDGE_COST, unpriced: 4 };
  const { told } = show(reportOf([together({ returned: { kind: "not-yet", because }, cost })]));
  expect(told).toContain(said);
  if (because !== "unpriced-time") expect(told).toContain("What 4 contacts cost");
});

it("says which rate is missing, once", () => {
  const missingRate = {
    code: "cost.missing-rate",
    parameters: { from: "JPY", to: "EUR", day: { day: "2026-11-30" } },
  };
  const { told } = show(
    reportOf(
      [
        together({
          returned: { kind: "not-yet", because: "no-rate" },
          cost: { ...NO_NUDGE_COST, missingRate },
        }),
      ],
      { missingRate },
    ),
  );
  expect(told).toContain("Whether nudges pay: ");
  expect(told).toContain("JPY");
});

it("tells of each playbook in a block, how often it was right, and what to do where it is not", () => {
  const { told } = show(
    reportOf([
      line("check-in", {
        soFar: soFar(-0.09, -0.01, "harms"),
        precision: { sent: 30, judged: 24, right: 8 },
        advice: { kind: "raise", threshold: 0.6, result: { sent: 14, judged: 9, right: 5 } },
      }),
      line("congratulate", {
        precision: { sent: 30, judged: 20, right: 5 },
        advice: { kind: "own-numbers" },
      }),
      line("thank", { precision: { sent: 9, judged: 9, right: 9 }, smallest: null }),
      together(),
    ]),
  );
  expect(told).toContain("8 of 24 judged right (33 %)");
  expect(told).toContain("Harms: -5.0 points (-9.0 to -1.0)");
  expect(told).toContain("At 60 % you would have had 14, 5 of 9 judged right: `/customer threshold 60%`");
  expect(told).toContain("raise its own numbers");
  expect(told).toContain("9 of 9 judged right so far");
  expect(told).toContain("Nobody is held out to compare with");
});

it("keeps within Slack's limits with every playbook there may ever be", () => {
  const many = Array.from({ length: 60 }, (_, n) => line(`playbook ${n} ${"x".repeat(200)}`));
  const { told, blocks } = show(reportOf([...many, together()]));
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(told).toContain("20 more playbooks with fewer nudges");
});

it("says before the first nudge what the quarter will be able to show", () => {
  const plan = { quarter: "2026-Q4", customers: 1200, basis: "last-quarter" } as const;
  const { text, told } = show(reportOf([], { foreseen: foreseeQuarter(plan, DEFAULT_HOLD_OUT) }));
  expect(text).toContain("No nudges in Q4 2026 so far.");
  expect(text).toContain(
    "With 1,200 customers coming due as last quarter, Q4 2026 can show effects of 17.3 points",
  );
  expect(text).toContain("too few are held out");
  expect(told).toContain("2026-07-01");
});

it("names a playbook that is known no more by its key", () => {
  expect(show(reportOf([line("<old>"), together()])).told).toContain("*&lt;old&gt;*");
});

it("has a name for every playbook", () => {
  for (const key of PLAYBOOK_KEYS) expect(Object.keys(outreach)).toContain(`playbook.${key}`);
});
