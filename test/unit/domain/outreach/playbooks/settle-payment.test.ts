import { expect, it } from "vitest";
import { evaluatePlaybooks } from "../../../../../src/domain/outreach/playbooks/evaluate.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const touched = (days: number) => ({
  at: daysAgo(days),
  channel: "phone" as const,
  outcome: "reached" as const,
  memberName: null,
});

it.each([
  ["twice within 30 days", [2, 30], 6, "settle-payment"],
  ["twice within more", [2, 31], 10, null],
  ["once", [2], 10, null],
  ["twice, and somebody has spoken with them since", [2, 20], 1, null],
])("asks for a payment that failed %s", (_, failed, contact, expected) => {
  const facts = cardFactsOf({ failedPayments: failed.map(daysAgo), lastTouch: touched(contact) });
  const { advice } = evaluatePlaybooks(facts, NOW, "card");
  expect(advice.kind === "act" ? advice.playbook : null).toBe(expected);
  if (advice.kind !== "act") return;
  expect(textOf(advice.action, "en")).toBe("Help them pay: ask for another card or a transfer");
  expect(textOf(advice.reason, "en")).toBe("Two payments failed within a month, the last one 2 days ago.");
});
