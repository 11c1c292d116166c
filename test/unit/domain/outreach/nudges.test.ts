import { describe, expect, it } from "vitest";
import type { PriceContact } from "../../../../src/domain/outreach/contact-cost.ts";
import type { NudgeGivens } from "../../../../src/domain/outreach/nudge-givens.ts";
import {
  countSkips,
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  heldBackBecause,
  type KnownCandidate,
  nudgeKeys,
  type SkipCause,
  worthNudging,
} from "../../../../src/domain/outreach/nudges.ts";
import type { Applying } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { Stake } from "../../../../src/domain/value/stake.ts";

const THIN = phrase("no-score.short-history", { purchases: 1, days: 3 });
const now = new Date("2026-11-23T08:00:00Z");
const today = "2026-11-23";
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** A playbook that applies; without a word that it is told at any risk it follows from risk. */
const applies = (playbook: string, given: Partial<Applying> = {}): Applying => ({
  ...{ playbook, occasion: "now", priority: "due", step: "contact", saves: 0.1, minutes: 30 },
  ...{ action: phrase("check-in.action"), reason: phrase("check-in.reason") },
  ...{ atAnyRisk: false, forWhoLeft: false, barredBy: null, ...given },
});
const monthly = applies("monthly-contact");
const renewal = applies("call-about-renewal", { atAnyRisk: true });
const ticket = applies("solve-ticket", { priority: "urgent", atAnyRisk: true });

const candidate = (given: Partial<KnownCandidate> = {}): KnownCandidate => ({
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
  openNudge: null,
  options: [monthly],
  ...given,
});

const decideOne = (given: Partial<KnownCandidate>) =>
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
      value: { kind: "unknown", because: "no-score" },
      chosen: monthly,
      options: [monthly],
      inSpiteOfSnooze: null,
    });
  });

  it.each<[string, Partial<KnownCandidate>]>([
    ["no-owner", { memberId: null }],
    ["ended", { endedOn: today }],
    ["no-score", { probability: null, silence: THIN }],
    ["no-score", { probability: null, scoredAt: null }],
    ["stale-score", { scoredAt: daysAgo(1.6) }],
    ["data-stopped", { scoredAt: daysAgo(9), stopped: true }],
    ["data-stopped", { stopped: true, options: [] }],
    ["nothing-due", { options: [] }],
    ["ended", { endedOn: today, options: [renewal] }],
    ["already-lapsed", { lastPurchaseAt: daysAgo(181), options: [ticket] }],
    ["already-lapsed", { lastPurchaseAt: daysAgo(181) }],
    ["snoozed", { snoozedUntil: new Date(now.getTime() + 1) }],
    ["below-threshold", { probability: 0.4999 }],
    ["cooldown", { lastTouchAt: daysAgo(6.9) }],
    ["cooldown", { lastNudgedAt: daysAgo(6.9) }],
  ])("skips for %s: %o", (because, given) => {
    expect(decideOne(given)).toMatchObject({ kind: "skip", customerId: 1, because });
  });

  it.each<[string, Partial<KnownCandidate>]>([
    ["a contract that ends tomorrow", { endedOn: "2026-11-24" }],
    ["a snooze that is over", { snoozedUntil: now }],
    ["a score of last night", { scoredAt: daysAgo(1.5) }],
    ["a risk exactly at the threshold", { probability: 0.5 }],
    ["a touch a week ago", { lastTouchAt: daysAgo(7) }],
    ["a contract without a purchase for long", { hasContract: true, lastPurchaseAt: daysAgo(300) }],
    [
      "data that stopped, where a known day calls for it",
      { scoredAt: daysAgo(9), stopped: true, options: [renewal] },
    ],
    ["a low risk, where a known day calls for it", { probability: 0.01, options: [renewal] }],
    ["a low risk, where they wait for an answer", { probability: 0.01, options: [ticket] }],
    ["no risk at all, where they wait for an answer", { probability: null, options: [ticket] }],
    [
      "who left, where a playbook is for them",
      { endedOn: today, options: [applies("win-back", { forWhoLeft: true, atAnyRisk: true })] },
    ],
    [
      "who stopped buying, where a playbook is for them",
      {
        lastPurchaseAt: daysAgo(181),
        options: [ticket, applies("win-back", { forWhoLeft: true, atAnyRisk: true })],
      },
    ],
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

  it("asks about those who would be nudged if nothing were known of what that brings and everybody had room", () => {
    const given: Partial<KnownCandidate>[] = [
      { memberId: null },
      { endedOn: today },
      { probability: 0.2, options: [monthly, renewal] },
      { probability: 0.2 },
      { snoozedUntil: daysAgo(-3) },
      { lastTouchAt: daysAgo(1) },
      { openNudge: { suggestionKey: "n", priority: "due" } },
      { dismissals: [{ playbook: "thank", whyNot: "wrong-customer" }] },
      { options: [] },
      { options: [applies("check-in", { barredBy: "dismissed" })] },
      { options: [applies("check-in", { barredBy: "dismissed" }), ticket] },
      { scoredAt: daysAgo(9), options: [ticket] },
    ];
    const candidates = given.map((one, place) => candidate({ customerId: place + 1, ...one }));
    const endless = { ...DEFAULT_NUDGE_POLICY, dailyBudget: 100, weeklyBudget: 100 };
    const nudged = decideNudges(candidates, endless, now, today).filter(({ kind }) => kind === "nudge");
    const ids = nudged.map(({ customerId }) => customerId).sort((a, b) => a - b);
    expect(ids).toEqual([3, 11, 12]);
    expect(worthNudging(candidates, endless, now, today)).toEqual(ids);
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
    const decisions = decideNudges(candidates, { ...DEFAULT_NUDGE_POLICY, dailyBudget: 2 }, now, today, {
      stakes,
    });
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
  const complaint = { subject: "Broken", at: daysAgo(1) };

  it("comes with why, and does not wait for who was in touch before the news", () => {
    expect(decideOne({ ...snoozed, sinceSnooze: since })).toMatchObject({ because: "snoozed" });
    expect(decideOne({ ...snoozed, sinceSnooze: { ...since, ticket: complaint } })).toMatchObject({
      kind: "nudge",
      inSpiteOfSnooze: phrase("break-through.ticket", { subject: "Broken", days: 1 }),
    });
  });

  it("comes once: who was told or in touch after the news is left alone for the usual days", () => {
    const broken = { ...snoozed, sinceSnooze: { ...since, ticket: complaint } };
    expect(decideOne({ ...broken, lastNudgedAt: daysAgo(0.5) })).toMatchObject({ because: "cooldown" });
    expect(decideOne({ ...broken, lastTouchAt: daysAgo(0.5) })).toMatchObject({ because: "cooldown" });
  });

  it("before a renewal waits for the usual days, for there is nothing new", () => {
    const renewing = { ...snoozed, sinceSnooze: { ...since, renewsOn: "2026-11-30" } };
    expect(decideOne(renewing)).toMatchObject({ because: "cooldown" });
    expect(decideOne({ ...renewing, lastNudgedAt: daysAgo(8) })).toMatchObject({ kind: "nudge" });
  });

  it("needs a high risk, or something that is told at any risk", () => {
    const broken = { ...snoozed, probability: 0.4, sinceSnooze: { ...since, ticket: complaint } };
    expect(decideOne(broken)).toMatchObject({ because: "below-threshold" });
    expect(decideOne({ ...broken, options: [renewal] })).toMatchObject({ kind: "nudge" });
  });
});

describe("a nudge that was not useful", () => {
  it("is not made again: not about a wrong customer, nor where there is nothing else to say", () => {
    const barred = [applies("thank", { barredBy: "dismissed" })];
    const said = (whyNot: "wrong-customer" | "wrong-time", isAll = false) =>
      decideOne({ dismissals: [{ playbook: "thank", whyNot }], ...(isAll && { options: barred }) });
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
    expect(skipped("week-budget")).toBe("week-budget");
    expect(skipped("not-worth-it")).toBe("not-worth-it");
    expect(skipped("open-nudge")).toBe("open-nudge");
    for (const because of ["no-owner", "ended", "no-score", "stale-score", "below-threshold"] as const)
      expect(skipped(because)).toBeNull();
  });

  it("is nobody who got one", () => {
    const [nudge] = decideNudges([candidate()], DEFAULT_NUDGE_POLICY, now, today);
    expect(nudge?.kind).toBe("nudge");
    expect(heldBackBecause(nudge!)).toBeNull();
  });
});

describe("what a contact is expected to bring", () => {
  const money = (euros: number) => ({ minor: Math.round(100 * euros), currency: "EUR" });
  const staked = (euros: Readonly<Record<number, number>>) =>
    new Map<number, Stake>(
      Object.entries(euros).map(([id, amount]) => [Number(id), { kind: "known", money: money(amount) }]),
    );
  /** An hour costs 40 euros. */
  const priceContact: PriceContact = (_member, { minutes }) => ({
    kind: "known",
    money: money((40 * minutes) / 60),
  });
  const decideBy = (candidates: readonly KnownCandidate[], givens: NudgeGivens) =>
    decideNudges(candidates, DEFAULT_NUDGE_POLICY, now, today, { priceContact, ...givens });

  it("decides who comes first, not what is at stake: a contact that keeps more, or costs less", () => {
    const few = applies("thank", { saves: 0.02, minutes: 5 });
    const candidates = [
      candidate({ customerId: 1, options: [few] }),
      candidate({ customerId: 2 }),
      candidate({ customerId: 3, probability: 0.95 }),
    ];
    const decisions = decideBy(candidates, { stakes: staked({ 1: 5000, 2: 2000 }) });
    // 2,000 × 10 % − 20 before 5,000 × 2 % − 3.33; of the third nothing is known.
    expect(decisions.map(({ customerId }) => customerId)).toEqual([2, 1, 3]);
    expect(decisions[0]).toMatchObject({ value: { kind: "known", value: money(180) } });
  });

  it("keeps the bot silent below zero, with the figures, and not at zero", () => {
    const of = (euros: number) => decideBy([candidate()], { stakes: staked({ 1: euros }) })[0];
    expect(of(199)).toEqual({
      ...{ kind: "skip", customerId: 1, because: "not-worth-it", detail: null, options: [monthly] },
      value: { kind: "known", kept: money(19.9), cost: money(20), value: { minor: -10, currency: "EUR" } },
    });
    expect(of(200)).toMatchObject({ kind: "nudge" });
  });

  it("does not keep a customer waiting who waits for us, and says what is worth it where something is", () => {
    const chosen = (options: readonly Applying[], euros: number) => {
      const [decision] = decideBy([candidate({ options })], { stakes: staked({ 1: euros }) });
      return decision?.kind === "nudge" ? decision.chosen.playbook : decision?.because;
    };
    expect(chosen([ticket, monthly], 10)).toBe("solve-ticket");
    expect(chosen([monthly, applies("check-in", { priority: "last", saves: 0.2 })], 150)).toBe("check-in");
    expect(chosen([monthly, applies("usage-drop", { saves: 0.2 })], 1000)).toBe("usage-drop");
    expect(chosen([monthly, applies("usage-drop", { saves: 0.1 })], 1000)).toBe("monthly-contact");
  });

  it("goes by what was measured of a playbook rather than what is believed", () => {
    const savedShares = new Map([["monthly-contact", { share: -0.01 }]]);
    const [decision] = decideBy([candidate()], { stakes: staked({ 1: 5000 }), savedShares });
    expect(decision).toMatchObject({ because: "not-worth-it", value: { kept: money(-50) } });
  });

  it("is not made up: without a stake or a cost most pressing, then most at stake, then riskiest", () => {
    const candidates = [
      candidate({ customerId: 1, probability: 0.99 }),
      candidate({ customerId: 2, probability: 0.6 }),
      candidate({ customerId: 3, probability: 0.1, options: [ticket] }),
    ];
    const unpriced: PriceContact = () => ({ kind: "unknown", because: "no-hourly-cost" });
    const decisions = decideNudges(candidates, DEFAULT_NUDGE_POLICY, now, today, {
      ...{ stakes: staked({ 2: 10 }), priceContact: unpriced },
    });
    expect(decisions.map(({ customerId }) => customerId)).toEqual([3, 2, 1]);
    expect(decisions.map((one) => one.value)).toEqual([
      { kind: "unknown", because: "no-revenue" },
      { kind: "unknown", because: "no-hourly-cost" },
      { kind: "unknown", because: "no-revenue" },
    ]);
  });
});

describe("the week's budget", () => {
  const many = (count: number) => Array.from({ length: count }, (_, id) => candidate({ customerId: id + 1 }));
  const skips = (told: number) =>
    countSkips(
      decideNudges(many(8), DEFAULT_NUDGE_POLICY, now, today, { toldThisWeek: new Map([["U1", told]]) }),
    );

  it("counts whom the member was told about since Monday, and leaves the day's as it is", () => {
    expect(skips(0)).toEqual({ budget: 3 });
    expect(skips(9)).toEqual({ budget: 3 });
    expect(skips(10)).toEqual({ "week-budget": 3 });
    expect(skips(13)).toEqual({ "week-budget": 6 });
    expect(skips(15)).toEqual({ "week-budget": 8 });
  });
});

describe("a nudge that is open", () => {
  const open = (priority: Applying["priority"]) => ({
    openNudge: { suggestionKey: "nudge:1:2026-11-20", priority },
    lastNudgedAt: daysAgo(3),
  });

  it("stays the only one, and says what presses more as soon as something does", () => {
    expect(decideOne(open("due"))).toEqual({
      ...{ kind: "skip", customerId: 1, because: "open-nudge", detail: null, options: [monthly] },
    });
    const both = [ticket, monthly];
    expect(decideOne({ ...open("due"), options: both })).toMatchObject({
      because: "open-nudge",
      morePressing: ticket,
    });
    expect(decideOne({ ...open("urgent"), options: both })).not.toHaveProperty("morePressing");
    const heldOut = decideNudges(
      [candidate({ ...open("due"), options: both })],
      DEFAULT_NUDGE_POLICY,
      now,
      today,
      {
        isHeldOut: (_id, playbook) => playbook === "solve-ticket",
      },
    );
    expect(heldOut[0]).not.toHaveProperty("morePressing");
  });
});

it("leaves who was held out this quarter out of the same playbook alone", () => {
  const givens = { isHeldOut: (_id: number, playbook: string) => playbook === "monthly-contact" };
  const decided = (given: Partial<KnownCandidate>) =>
    decideNudges([candidate(given)], DEFAULT_NUDGE_POLICY, now, today, givens)[0];
  expect(decided({ wasHeldOut: true })).toMatchObject({ because: "held-out" });
  expect(decided({ wasHeldOut: true, options: [renewal] })).toMatchObject({ kind: "nudge" });
  // For the first time they take a place, and are taken out after the budget.
  expect(decided({})).toMatchObject({ kind: "nudge" });
});

it("tells no risk that is not there or too old", () => {
  const options = [ticket];
  expect(decideOne({ options, scoredAt: daysAgo(3) })).toMatchObject({ probability: null, scoredAt: null });
  expect(decideOne({ options, probability: 0.1 })).toMatchObject({ probability: 0.1 });
});

it("has a key for each customer and for each member on a day, so that a rerun sends nothing twice", () => {
  expect(nudgeKeys.suggestion(7, "2026-12-09")).toBe("nudge:7:2026-12-09");
  expect(nudgeKeys.message("U1", "2026-12-09")).toBe("nudges:U1:2026-12-09");
});
