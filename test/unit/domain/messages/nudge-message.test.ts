import { describe, expect, it } from "vitest";
import { withoutAmounts } from "../../../../src/domain/messages/nudge-effect.ts";
import { type NudgeFacts, nudgePlan } from "../../../../src/domain/messages/nudge-message.ts";
import type { AllFacts } from "../../../../src/domain/outreach/facts.ts";
import { nudgeKeys } from "../../../../src/domain/outreach/nudges.ts";
import { applyingPlaybooks } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { ScoreFacts } from "../../../../src/domain/risk/scores/score-facts.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T08:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const NONE = { all: 0, atRisk: 0 };
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

const value = { kind: "unknown", because: "no-hourly-cost" } as const;

/** Told of what applies by these facts, the first of it. */
const told = (
  facts: AllFacts,
  given: { readonly scoredAt?: Date } = {},
  dismissed: readonly string[] = [],
) => {
  const options = applyingPlaybooks(facts, NOW, "nudge", dismissed);
  const chosen = options.find(({ barredBy }) => barredBy === null);
  if (chosen === undefined) throw new Error("nothing to tell");
  const of = { kind: "nudge", customerId: facts.customer.id, memberId: "U1", probability: 0.7 } as const;
  const nudge = {
    ...of,
    scoredAt: hoursAgo(4),
    stake,
    value,
    inSpiteOfSnooze: null,
    chosen,
    options,
    ...given,
  };
  return { nudge, facts };
};
const nudge = (customerId: number, scoredAt = hoursAgo(4)) =>
  told(cardFactsOf({ score }, { id: customerId, name: `Customer ${customerId}` }), { scoredAt });
const about = (given: Partial<NudgeFacts>, dismissed: readonly string[] = []) =>
  told({ ...nudge(1).facts, ...given }, {}, dismissed);
const itemOf = (given: Partial<NudgeFacts>) => nudgePlan(ON, [about(given)], NONE).message.items[0];

describe("a member's nudges of a day", () => {
  it("are one message, most at stake first as they were given, and say how many found no room", () => {
    const { key, message } = nudgePlan(ON, [nudge(3), nudge(1)], { all: 2, atRisk: 1 });
    expect(key).toBe(nudgeKeys.message("U1", "2026-12-09"));
    expect(message).toMatchObject({
      kind: "nudge",
      memberId: "U1",
      day: "2026-12-09",
      createdAt: "2026-12-09T08:00:00.000Z",
      ...{ overBudget: 2, overBudgetAtRisk: 1 },
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
    const { message } = nudgePlan(ON, [nudge(1, hoursAgo(4)), nudge(2, hoursAgo(9)), nudge(3)], NONE);
    expect(message.basis).toEqual({
      scoredAt: hoursAgo(9).toISOString(),
      horizonDays: 60,
      serves: "network",
    });
  });

  it("name no model where the score kept none, or there is no score any more", () => {
    for (const left of [{ ...score, model: null }, null])
      expect(nudgePlan(ON, [about({ score: left })], NONE).message.basis).toBeNull();
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
      expectedValue: null,
      effect: { minutes: 15 },
      contact: null,
      inSpiteOfSnooze: null,
      reason: phrase("because.open-tickets", { n: 3 }),
      action: phrase("monthly-contact.action"),
      lever,
    });
  });

  it("is what the choice went by, and without amounts for whoever may not see them", () => {
    const of = (minor: number) => ({ minor, currency: "EUR" });
    const known = { kind: "known", kept: of(9600), cost: of(1500), value: of(8100) } as const;
    const { nudge: decided, facts } = nudge(1);
    const chosen = { ...decided.chosen, gift: of(500) };
    const valued = { nudge: { ...decided, chosen, value: known }, facts };
    const [item] = nudgePlan(ON, [valued], NONE).message.items;
    const expected = { kept: of(9600), cost: of(1500) };
    expect(item?.effect).toEqual({ minutes: 15, gift: of(500), expected });
    if (item === undefined) throw new Error("nobody is told");
    const blind = withoutAmounts(item);
    expect(blind).toMatchObject({ name: "Customer 1", effect: { minutes: 15 } });
    expect(JSON.stringify(blind)).not.toContain("EUR");
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
    expect(nudgePlan(ON, [broken], NONE).message.items[0]).toMatchObject({
      inSpiteOfSnooze,
      action: phrase("monthly-contact.action"),
    });
  });

  it("is another reason than the one that was not useful of late", () => {
    const customer = { ...nudge(1).facts.customer, renewsOn: "2026-12-20" };
    const { suggestions, cases } = nudgePlan(ON, [about({ customer }, ["monthly-contact"])], NONE);
    expect(suggestions[0]?.playbook).toBe("call-about-renewal");
    expect(cases).toContainEqual(
      expect.objectContaining({ playbook: "monthly-contact", passedOver: "dismissed" }),
    );
  });

  it("is to check in where nothing else is due, with that as the reason where the score names none", () => {
    const lastTouch = touched(24 * 10);
    const { message, suggestions } = nudgePlan(ON, [about({ lastTouch })], NONE);
    expect(message.items[0]?.action).toEqual(phrase("check-in.action"));
    expect(suggestions[0]?.playbook).toBe("check-in");
    const unexplained = { ...score, reasons: [] };
    expect(itemOf({ score: unexplained, lastTouch })?.reason).toEqual(phrase("check-in.reason"));
  });

  it("has its own reason for what is told at any risk, and all else there is beside it, each once", () => {
    const renewing = { ...nudge(1).facts.customer, renewsOn: "2026-12-20" };
    const item = itemOf({ customer: renewing, lastDeliveryAt: hoursAgo(72) });
    expect(item).toMatchObject({
      reason: { code: "call-about-renewal.reason" },
      also: [
        { code: "because.open-tickets" },
        { code: "follow-up-delivery.reason" },
        { code: "monthly-contact.never" },
      ],
    });
    // Checking in is for where nothing else can be said.
    expect(itemOf({ score: null })).not.toHaveProperty("also");
  });

  it("has neither risk nor step where no risk is told, and no basis but of those who have one", () => {
    const { nudge: decided, facts } = nudge(1);
    const unrated = { nudge: { ...decided, probability: null, scoredAt: null }, facts };
    const { message } = nudgePlan(ON, [unrated], NONE);
    expect(message.items[0]).toMatchObject({ probability: null, bounds: null, lever: null });
    expect(message.items[0]?.reason).toEqual(phrase("monthly-contact.never"));
    expect(message.basis).toBeNull();
    expect(nudgePlan(ON, [unrated, nudge(2)], NONE).message.basis?.serves).toBe("network");
  });

  it("is what a contact is expected to bring, where that is known", () => {
    const { nudge: decided, facts } = nudge(1);
    const [kept, cost] = [
      { minor: 9000, currency: "EUR" },
      { minor: 1000, currency: "EUR" },
    ];
    const worth = { kind: "known", kept, cost, value: { minor: 8000, currency: "EUR" } } as const;
    const { message } = nudgePlan(ON, [{ nudge: { ...decided, value: worth }, facts }], NONE);
    expect(message.items[0]?.expectedValue).toEqual(worth.value);
  });
});

it("keeps a suggestion for each customer, and every playbook that applied with the one it led to", () => {
  const { message, suggestions, cases } = nudgePlan(ON, [nudge(1)], NONE);
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
