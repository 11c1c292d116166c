import { expect, it } from "vitest";
import { choicesByMember } from "../../../../src/domain/messages/message-inputs.ts";
import {
  DEFAULT_NUDGE_POLICY,
  type NudgeCandidate,
  type NudgeDecision,
} from "../../../../src/domain/outreach/nudges.ts";

const candidate = (customerId: number, memberId: string | null) =>
  ({ customerId, memberId }) as NudgeCandidate;
const skip = (customerId: number, because: "budget" | "snoozed"): NudgeDecision => ({
  ...{ kind: "skip", customerId, because, detail: null },
});
const nudge = (customerId: number, memberId: string) =>
  ({ kind: "nudge", customerId, memberId }) as NudgeDecision;

it("counts each member's own by why they were left out, and keeps the first who had no room", () => {
  const over = Array.from({ length: 25 }, (_, place) => 100 + place);
  const candidates = [
    ...[1, 2].map((id) => candidate(id, "U1")),
    ...over.map((id) => candidate(id, "U1")),
    ...[candidate(3, "U2"), candidate(4, null)],
  ];
  const decisions = [
    ...[nudge(1, "U1"), skip(2, "snoozed"), ...over.map((id) => skip(id, "budget"))],
    ...[skip(3, "snoozed"), skip(4, "snoozed")],
  ];
  const choices = choicesByMember(candidates, decisions, DEFAULT_NUDGE_POLICY);
  expect([...choices.keys()]).toEqual(["U1", "U2"]);
  expect(choices.get("U1")).toEqual({
    policy: DEFAULT_NUDGE_POLICY,
    considered: 27,
    skipped: { snoozed: 1, budget: 25 },
    nextInLine: over.slice(0, 20),
  });
  expect(choices.get("U2")).toMatchObject({ considered: 1, skipped: { snoozed: 1 }, nextInLine: [] });
});
