import { describe, expect, it } from "vitest";
import { type NudgeFacts, nudgePlan } from "../../../../src/domain/messages/nudge-message.ts";
import { nudgeKeys } from "../../../../src/domain/outreach/nudges.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { ScoreFacts } from "../../../../src/domain/risk/scores/score-facts.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T08:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const ON = { memberId: "U1", day: "2026-12-09", now: NOW };

const raises = { feature: "openTickets", value: 3, typical: 0, contribution: 0.8 } as const;
const lowers = { feature: "daysSinceLastTouch", value: 5, typical: 30, contribution: -0.9 } as const;
const lever = { steps: ["contact"], probability: 0.5 } as const;
const model = {
  id: 7,
  serves: "network",
  trainedAt: hoursAgo(99),
  horizonDays: 60,
  heldOut: null,
} as const;
const score: ScoreFacts = {
  asOf: hoursAgo(4),
  probability: 0.7,
  bounds: { low: 0.6, high: 0.8 },
  silence: null,
  reasons: [lowers, raises],
  levers: [lever],
  model,
};
const stake = { minor: 90_000, currency: "EUR" };
const touched = (hours: number) =>
  ({ at: hoursAgo(hours), channel: "phone", outcome: "reached", memberName: null }) as const;

const PLAIN = { inSpiteOfSnooze: null, dismissed: [] } as const;

const nudge = (customerId: number, scoredAt = hoursAgo(4)) => ({
  nudge: { kind: "nudge", customerId, memberId: "U1", probability: 0.7, scoredAt, stake, ...PLAIN } as const,
  facts: cardFactsOf({ score }, { id: customerId, name: `Customer ${customerId}` }),
});
const about = (given: Partial<NudgeFacts>) => ({ ...nudge(1), facts: { ...nudge(1).facts, ...given } });
const itemOf = (given: Partial<NudgeFacts>) => nudgePlan(ON, [about(given)], 0).message.items[0];

describe("a member's nudges of a day", () => {
  it("are one message, most at stake first as they were given, and say how many found no room", () => {
    const { key, message } = nudgePlan(ON, [nudge(3), nudge(1)], 2);
    expect(key).toBe(nudgeKeys.message("U1", "2026-12-09"));
    expect(message).toMatchObject({
      kind: "nudge",
      memberId: "U1",
      day: "2026-12-09",
      createdAt: "2026-12-09T08:00:00.000Z",
      overBudget: 2,
    });
    expect(message.items.map(({ customerId, name }) => [customerId, name])).toEqual([
      [3, "Customer 3"],
      [1, "Customer 1"],
    ]);
  });

  it("of somebody whose data have stopped give the known day as the reason, and what of it is old", () => {
    const resting = { source: "crm", lastDay: "2026-11-27", usualGapDays: 1, stopped: true };
    const openTicket = {
      reference: "T-1",
      subject: "Broken",
      severity: "high",
      openedAt: hoursAgo(72),
    } as const;
    expect(itemOf({ resting, openTicket })).toMatchObject({
      stoppedSince: "2026-11-27",
      lever: null,
      reason: { code: "solve-ticket.reason" },
    });
    expect(itemOf({ resting: { ...resting, stopped: false } })).not.toHaveProperty("stoppedSince");
  });

  it("are as old as the oldest score among them", () => {
    const { message } = nudgePlan(ON, [nudge(1, hoursAgo(4)), nudge(2, hoursAgo(9)), nudge(3)], 0);
    expect(message.basis).toEqual({
      scoredAt: hoursAgo(9).toISOString(),
      horizonDays: 60,
      serves: "network",
    });
  });

  it("name no model where the score kept none, or there is no score any more", () => {
    for (const left of [{ ...score, model: null }, null])
      expect(nudgePlan(ON, [about({ score: left })], 0).message.basis).toBeNull();
  });
});

describe("what an owner is told of one customer", () => {
  it("is the risk with its bounds, what is at stake, the reason that raises it, a step and an action", () => {
    expect(itemOf({})).toEqual({
      suggestionKey: nudgeKeys.suggestion(1, "2026-12-09"),
      customerId: 1,
      name: "Customer 1",
      probability: 0.7,
      bounds: { low: 0.6, high: 0.8 },
      stake,
      contact: null,
      inSpiteOfSnooze: null,
      reason: phrase("because.open-tickets", { n: 3 }),
      action: phrase("monthly-contact.action"),
      lever,
    });
  });

  it("has the playbook's reason where the score names none that raises the risk", () => {
    const item = itemOf({ score: { ...score, reasons: [lowers] } });
    expect(item?.reason).toEqual(phrase("monthly-contact.never"));
    expect(itemOf({ score: null })).toMatchObject({ bounds: null, lever: null });
  });

  it("is whom to get in touch with", () => {
    const contact = { name: "Jane", role: null, phone: "+49 30 2312599", email: null };
    expect(itemOf({ contact })?.contact).toEqual(contact);
  });

  it("is what is due in spite of a snooze, where that does not hold", () => {
    const { nudge: decided, facts } = nudge(1);
    const inSpiteOfSnooze = phrase("break-through.renewal", { days: 9 });
    const customer = { ...facts.customer, snoozedUntil: new Date(NOW.getTime() + 1) };
    const broken = { nudge: { ...decided, inSpiteOfSnooze }, facts: { ...facts, customer } };
    expect(nudgePlan(ON, [broken], 0).message.items[0]).toMatchObject({
      inSpiteOfSnooze,
      action: phrase("monthly-contact.action"),
    });
  });

  it("is another reason than the one that was not useful of late", () => {
    const { nudge: decided, facts } = nudge(1);
    const dismissed = [{ playbook: "monthly-contact", whyNot: null }];
    const renewing = { ...facts, customer: { ...facts.customer, renewsOn: "2026-12-20" } };
    const { suggestions, cases } = nudgePlan(ON, [{ nudge: { ...decided, dismissed }, facts: renewing }], 0);
    expect(suggestions[0]?.playbook).toBe("call-about-renewal");
    expect(cases).toContainEqual(
      expect.objectContaining({ playbook: "monthly-contact", passedOver: "dismissed" }),
    );
  });

  it("is to check in where nothing else is due, and also where advice would be quiet", () => {
    const quiet = { snoozedUntil: new Date(NOW.getTime() + 1) };
    for (const facts of [
      about({ lastTouch: touched(24 * 10) }),
      about({ customer: { ...nudge(1).facts.customer, ...quiet } }),
    ]) {
      const { message, suggestions } = nudgePlan(ON, [facts], 0);
      expect(message.items[0]?.action).toEqual(phrase("check-in.action"));
      expect(suggestions[0]?.playbook).toBe("check-in");
    }
    const unexplained = { ...score, reasons: [] };
    const { customer } = nudge(1).facts;
    expect(itemOf({ score: unexplained, customer: { ...customer, ...quiet } })?.reason).toEqual(
      phrase("check-in.reason"),
    );
  });
});

it("keeps a suggestion for each customer, and every playbook that applied with the one it led to", () => {
  const { message, suggestions, cases } = nudgePlan(ON, [nudge(1)], 0);
  const [item] = message.items;
  expect(suggestions).toEqual([
    {
      kind: "nudge",
      key: item?.suggestionKey,
      customerId: 1,
      memberId: "U1",
      playbook: "monthly-contact",
      action: item?.action,
      reason: item?.reason,
      probability: 0.7,
      createdAt: NOW,
    },
  ]);
  expect(cases.map(({ playbook, suggestionKey }) => [playbook, suggestionKey])).toEqual([
    ["monthly-contact", item?.suggestionKey],
    ["check-in", null],
  ]);
  for (const one of cases) expect(one).toMatchObject({ customerId: 1, kind: "nudge", at: NOW });
});
