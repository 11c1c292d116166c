import { describe, expect, it } from "vitest";
import {
  countSkips,
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  heldBackBecause,
  type NudgeCandidate,
  nudgeKeys,
  type SkipCause,
  worthNudging,
} from "../../../../src/domain/outreach/nudges.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { Stake } from "../../../../src/domain/value/stake.ts";

const THIN = phrase("no-score.short-history", { purchases: 1, days: 3 });
const now = new Date("2026-11-23T08:00:00Z");
const today = "2026-11-23";
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const candidate = (given: Partial<NudgeCandidate> = {}): NudgeCandidate => ({
  customerId: 1,
  source: "test",
  memberId: "U1",
  hasContract: false,
  endedOn: null,
  snoozedUntil: null,
  sinceSnooze: null,
  dismissals: [],
  probability: 0.8,
  silence: null,
  scoredAt: daysAgo(0.2),
  lastPurchaseAt: daysAgo(40),
  lastTouchAt: daysAgo(30),
  lastNudgedAt: null,
  wasHeldOut: false,
  ...given,
});

const decideOne = (given: Partial<NudgeCandidate>) =>
  decideNudges([candidate(given)], DEFAULT_NUDGE_POLICY, now, today)[0];

describe("nudge decisions", () => {
  it("nudges the owner of a customer at high risk", () => {
    expect(decideOne({})).toEqual({
      kind: "nudge",
      customerId: 1,
      memberId: "U1",
      probability: 0.8,
      scoredAt: daysAgo(0.2),
      stake: null,
      inSpiteOfSnooze: null,
      dismissed: [],
    });
  });

  it.each<[string, Partial<NudgeCandidate>]>([
    ["no-owner", { memberId: null }],
    ["ended", { endedOn: today }],
    ["no-score", { probability: null, silence: THIN }],
    ["no-score", { probability: null, scoredAt: null }],
    ["stale-score", { scoredAt: daysAgo(1.6) }],
    ["data-stopped", { scoredAt: daysAgo(9), stopped: { isDue: false } }],
    ["data-stopped", { stopped: { isDue: false } }],
    ["below-threshold", { stopped: { isDue: true }, probability: 0.4 }],
    ["already-lapsed", { lastPurchaseAt: daysAgo(181) }],
    ["snoozed", { snoozedUntil: new Date(now.getTime() + 1) }],
    ["below-threshold", { probability: 0.4999 }],
    ["cooldown", { lastTouchAt: daysAgo(6.9) }],
    ["cooldown", { lastNudgedAt: daysAgo(6.9) }],
  ])("skips for %s: %o", (because, given) => {
    expect(decideOne(given)).toMatchObject({ kind: "skip", customerId: 1, because });
  });

  it.each<[string, Partial<NudgeCandidate>]>([
    ["a contract that ends tomorrow", { endedOn: "2026-11-24" }],
    ["a snooze that is over", { snoozedUntil: now }],
    ["a score of last night", { scoredAt: daysAgo(1.5) }],
    ["a risk exactly at the threshold", { probability: 0.5 }],
    ["a touch a week ago", { lastTouchAt: daysAgo(7) }],
    ["a contract without a purchase for long", { hasContract: true, lastPurchaseAt: daysAgo(300) }],
    ["data that stopped, where a known day calls for it", { scoredAt: daysAgo(9), stopped: { isDue: true } }],
    ["nobody ever in contact", { lastTouchAt: null, lastPurchaseAt: null }],
  ])("nudges with %s", (_case, given) => {
    expect(decideOne(given)).toMatchObject({ kind: "nudge" });
  });

  it("tells why there is no score", () => {
    const skip = decideOne({ probability: null, silence: THIN });
    expect(skip).toMatchObject({ detail: THIN });
  });

  it("spends each member's budget on the riskiest, and decides about everybody", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      candidate({
        customerId: index + 1,
        memberId: index % 2 === 0 ? "U1" : "U2",
        probability: 0.5 + index / 100,
      }),
    );
    const decisions = decideNudges(many, { ...DEFAULT_NUDGE_POLICY, dailyBudget: 2 }, now, today);
    const nudged = decisions.flatMap((decision) => (decision.kind === "nudge" ? [decision.customerId] : []));
    expect(nudged).toEqual([12, 11, 10, 9]);
    expect(countSkips(decisions)).toEqual({ budget: 8 });
    expect(new Set(decisions.map(({ customerId }) => customerId)).size).toBe(12);
  });

  it("spends the budget on those with most at stake before the riskiest, and asks only about those worth a nudge", () => {
    const candidates = [
      candidate({ customerId: 1, probability: 0.95 }),
      candidate({ customerId: 2, probability: 0.6 }),
      candidate({ customerId: 3, probability: 0.9 }),
      candidate({ customerId: 4, probability: 0.2 }),
    ];
    expect(worthNudging(candidates, DEFAULT_NUDGE_POLICY, now, today)).toEqual([1, 2, 3]);
    const money = { minor: 420_000, currency: "EUR" };
    const stakes = new Map<number, Stake>([
      [2, { kind: "known", money }],
      [3, { kind: "unknown", because: "no-rate" }],
    ]);
    const decisions = decideNudges(
      candidates,
      { ...DEFAULT_NUDGE_POLICY, dailyBudget: 2 },
      now,
      today,
      stakes,
    );
    expect(decisions.filter(({ kind }) => kind === "nudge")).toMatchObject([
      { customerId: 2, stake: money },
      { customerId: 1, stake: null },
    ]);
    expect(countSkips(decisions)).toEqual({ budget: 1, "below-threshold": 1 });
  });

  it("orders equal risks by customer, so that a rerun decides the same", () => {
    const equal = [3, 1, 2].map((customerId) => candidate({ customerId }));
    const ids = decideNudges(equal, DEFAULT_NUDGE_POLICY, now, today).map(({ customerId }) => customerId);
    expect(ids).toEqual([1, 2, 3]);
  });
});

describe("a nudge in spite of a snooze", () => {
  const snoozed = { snoozedUntil: daysAgo(-20), lastNudgedAt: daysAgo(3), lastTouchAt: null };
  const since = { snoozedAt: daysAgo(3), probabilityThen: 0.8, ticket: null, ratings: [], renewsOn: null };
  const ticket = { subject: "Broken", at: daysAgo(1) };

  it("comes with why, and does not wait for who was in touch before the news", () => {
    expect(decideOne({ ...snoozed, sinceSnooze: since })).toMatchObject({ because: "snoozed" });
    expect(decideOne({ ...snoozed, sinceSnooze: { ...since, ticket } })).toMatchObject({
      kind: "nudge",
      inSpiteOfSnooze: phrase("break-through.ticket", { subject: "Broken", days: 1 }),
    });
  });

  it("comes once: who was told or in touch after the news is left alone for the usual days", () => {
    const broken = { ...snoozed, sinceSnooze: { ...since, ticket } };
    expect(decideOne({ ...broken, lastNudgedAt: daysAgo(0.5) })).toMatchObject({ because: "cooldown" });
    expect(decideOne({ ...broken, lastTouchAt: daysAgo(0.5) })).toMatchObject({ because: "cooldown" });
  });

  it("before a renewal waits for the usual days, for there is nothing new", () => {
    const renewing = { ...snoozed, sinceSnooze: { ...since, renewsOn: "2026-11-30" } };
    expect(decideOne(renewing)).toMatchObject({ because: "cooldown" });
    expect(decideOne({ ...renewing, lastNudgedAt: daysAgo(8) })).toMatchObject({ kind: "nudge" });
  });

  it("needs a high risk, as every nudge does", () => {
    const broken = { ...snoozed, probability: 0.4, sinceSnooze: { ...since, ticket } };
    expect(decideOne(broken)).toMatchObject({ because: "below-threshold" });
  });
});

describe("a nudge that was not useful", () => {
  it("is not made again: not about a wrong customer, nor where there is nothing else to say", () => {
    const said = (whyNot: "wrong-customer" | "wrong-time", nothingElseToSay = false) =>
      decideOne({ dismissals: [{ playbook: "thank", whyNot }], nothingElseToSay });
    expect(said("wrong-customer")).toMatchObject({ because: "dismissed" });
    expect(said("wrong-time", true)).toMatchObject({ because: "dismissed" });
    expect(said("wrong-time")).toMatchObject({ kind: "nudge" });
    expect(heldBackBecause(said("wrong-customer")!)).toBe("dismissed");
  });
});

describe("who gets no nudge although it would be worth one", () => {
  const skipped = (because: SkipCause) =>
    heldBackBecause({ kind: "skip", customerId: 1, because, detail: null });

  it("is held back by a snooze, a cooldown or the day's budget; anybody else was not worth it", () => {
    expect(skipped("snoozed")).toBe("snoozed");
    expect(skipped("cooldown")).toBe("cooldown");
    expect(skipped("budget")).toBe("over-budget");
    for (const because of ["no-owner", "ended", "no-score", "stale-score", "below-threshold"] as const)
      expect(skipped(because)).toBeNull();
  });

  it("is nobody who got one", () => {
    const [nudge] = decideNudges([candidate()], DEFAULT_NUDGE_POLICY, now, today);
    expect(nudge?.kind).toBe("nudge");
    expect(heldBackBecause(nudge!)).toBeNull();
  });
});

it("has a key for each customer and for each member on a day, so that a rerun sends nothing twice", () => {
  expect(nudgeKeys.suggestion(7, "2026-12-09")).toBe("nudge:7:2026-12-09");
  expect(nudgeKeys.message("U1", "2026-12-09")).toBe("nudges:U1:2026-12-09");
});
