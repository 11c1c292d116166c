import { expect, it } from "vitest";
import {
  atThreshold,
  judgeNudge,
  precisionAdvice,
  precisionOf,
  precisionShare,
  type SentNudge,
} from "../../../../../src/domain/outreach/proof/precision.ts";

const nudge = (more: Partial<SentNudge> = {}): SentNudge => ({
  ...{ playbook: "check-in", probability: 0.55, status: "closed", whyNot: null, left: false },
  ...more,
});
const times = (count: number, more: Partial<SentNudge>) => Array.from({ length: count }, () => nudge(more));

it.each([
  ["reached_out", null, null, "right"],
  ["touched", null, false, "right"],
  ["closed", null, true, "right"],
  ["not_useful", "wrong-customer", true, "right"],
  ["not_useful", "wrong-advice", null, "wrong"],
  ["not_useful", "already-handled", false, "not-judged"],
  ["not_useful", "already-handled", true, "right"],
  ["closed", null, false, "wrong"],
  ["snoozed", null, false, "wrong"],
  ["open", null, null, "not-judged"],
  ["snoozed", null, null, "not-judged"],
] as const)("%s (%s), left %s: %s", (status, whyNot, left, judgement) => {
  expect(judgeNudge({ status, whyNot, left })).toBe(judgement);
});

it("is right ÷ judged, and no share below ten judged", () => {
  const nudges = [...times(4, { left: true }), ...times(6, {}), ...times(5, { left: null })];
  expect(precisionOf(nudges)).toEqual({ sent: 15, judged: 10, right: 4 });
  expect(precisionShare(precisionOf(nudges))).toBe(0.4);
  expect(precisionShare(precisionOf(nudges.slice(1)))).toBeNull();
});

it("keeps of the same nudges those from a threshold on, the edge included, without those that do not go by risk", () => {
  const nudges = [nudge({ probability: 0.6 }), nudge({ probability: 0.599 }), nudge({ probability: null })];
  expect(atThreshold(nudges, 0.6).sent).toBe(1);
});

it("suggests the lowest threshold at which half would have been right", () => {
  const nudges = [
    ...times(10, { probability: 0.52 }),
    ...times(4, { probability: 0.57 }),
    ...times(3, { probability: 0.62, left: true }),
    ...times(2, { probability: 0.62 }),
    ...times(2, { probability: 0.8, left: true }),
  ];
  expect(precisionAdvice(nudges, 0.5)).toEqual({
    kind: "raise",
    threshold: expect.closeTo(0.6, 10),
    result: { sent: 7, judged: 7, right: 5 },
  });
});

it("says nothing where half were right or few were judged, and names their own numbers where risk tells nothing", () => {
  expect(precisionAdvice([...times(5, {}), ...times(5, { left: true })], 0.5)).toBeNull();
  expect(precisionAdvice(times(9, {}), 0.5)).toBeNull();
  expect(precisionAdvice(times(20, { probability: 0.9 }), 0.5)).toEqual({ kind: "own-numbers" });
  expect(precisionAdvice(times(20, { probability: null }), 0.5)).toEqual({ kind: "own-numbers" });
});
