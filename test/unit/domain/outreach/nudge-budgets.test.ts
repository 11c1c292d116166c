import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceContact } from "../../../../src/domain/outreach/contact-cost.ts";
import { valueMinor } from "../../../../src/domain/outreach/expected-value.ts";
import { keptForUrgent, spendBudgets } from "../../../../src/domain/outreach/nudge-budgets.ts";
import {
  DEFAULT_NUDGE_POLICY,
  decideNudges,
  type KnownCandidate,
} from "../../../../src/domain/outreach/nudges.ts";
import type { Applying } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { Stake } from "../../../../src/domain/value/stake.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const TODAY = "2026-11-23";
const SAID = { occasion: "now", action: phrase("check-in.action"), reason: phrase("check-in.reason") };
const APPLIES = { step: "contact", atAnyRisk: false, forWhoLeft: false, barredBy: null, ...SAID } as const;

/** A made-up morning: who owns whom, what is at stake, what each playbook brings and takes. */
const mornings = fc.record({
  dailyBudget: fc.integer({ min: 0, max: 5 }),
  weeklyBudget: fc.integer({ min: 0, max: 15 }),
  turnsLeft: fc.integer({ min: 1, max: 7 }),
  told: fc.dictionary(fc.constantFrom("U1", "U2", "U3"), fc.integer({ min: 0, max: 16 })),
  customers: fc.array(
    fc.record({
      memberId: fc.constantFrom("U1", "U2", "U3"),
      stake: fc.option(fc.integer({ min: -1_000, max: 500_000 })),
      probability: fc.double({ min: 0.5, max: 1, noNaN: true }),
      playbooks: fc.array(
        fc.record({
          priority: fc.constantFrom<Applying["priority"]>("urgent", "due", "last"),
          saves: fc.double({ min: -0.1, max: 0.3, noNaN: true }),
          minutes: fc.integer({ min: 0, max: 60 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { maxLength: 40 },
  ),
});
type Morning = typeof mornings extends fc.Arbitrary<infer Value> ? Value : never;

const priceContact: PriceContact = (_member, { minutes }) => ({
  ...{ kind: "known", money: { minor: 70 * minutes, currency: "EUR" } },
});

const MEMBERS = ["U1", "U2", "U3"];

function decided({ customers, dailyBudget, weeklyBudget, turnsLeft, told }: Morning) {
  const candidates = customers.map(
    ({ memberId, probability, playbooks }, place): KnownCandidate => ({
      ...{ customerId: place + 1, source: "test", memberId, hasContract: true, endedOn: null, probability },
      ...{ snoozedUntil: null, sinceSnooze: null, dismissals: [], silence: null, scoredAt: NOW },
      ...{ lastPurchaseAt: null, lastTouchAt: null, lastNudgedAt: null, wasHeldOut: false, openNudge: null },
      options: playbooks.map((one, nth) => ({ ...APPLIES, ...one, playbook: `playbook ${nth}` })),
    }),
  );
  const stakes = new Map<number, Stake>(
    customers.flatMap(({ stake }, place) =>
      stake === null ? [] : [[place + 1, { kind: "known", money: { minor: stake, currency: "EUR" } }]],
    ),
  );
  const givens = { stakes, priceContact, toldThisWeek: new Map(Object.entries(told)) };
  const turns = Object.fromEntries(MEMBERS.map((id) => [id, turnsLeft]));
  const policy = { ...DEFAULT_NUDGE_POLICY, dailyBudget, weeklyBudget, turnsLeft: turns };
  const wide = { ...policy, dailyBudget: 1_000, weeklyBudget: 1_000, turnsLeft: {} };
  const nudges = (of: typeof policy | typeof wide, by: object) =>
    decideNudges(candidates, of, NOW, TODAY, by).filter((decision) => decision.kind === "nudge");
  // Without any limit: so many places that half of them are more than there are urgent ones.
  const all = nudges({ ...wide, dailyBudget: 1_000 }, { ...givens, toldThisWeek: new Map() });
  return { within: nudges(policy, givens), all };
}

type Nudges = ReturnType<typeof decided>["all"];
const ownOf = (nudges: Nudges, memberId: string) => nudges.filter((nudge) => nudge.memberId === memberId);
const isUrgent = ({ chosen }: Nudges[number]) => chosen.priority === "urgent";
const values = (nudges: Nudges) => nudges.map(({ value }) => valueMinor(value) ?? 0);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** By itself: the places of a day, and how many of them may go to what is not urgent. */
function roomBy(morning: Morning, memberId: string, urgent: number) {
  const { dailyBudget, weeklyBudget, turnsLeft } = morning;
  const left = Math.max(0, weeklyBudget - (morning.told[memberId] ?? 0));
  const places = Math.min(dailyBudget, left);
  const spare = turnsLeft === 1 ? left : Math.max(0, left - Math.ceil(weeklyBudget / 5));
  const halfForUrgent = Math.min(urgent, Math.ceil(places / 2));
  return { places, notUrgent: Math.min(Math.ceil(spare / turnsLeft), places - halfForUrgent) };
}

describe("budgets, of any morning", () => {
  it("are never exceeded, and spent as far as the day's share goes", () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const { within, all } = decided(morning);
        for (const memberId of MEMBERS) {
          const [named, wanted] = [ownOf(within, memberId), ownOf(all, memberId)];
          const urgent = wanted.filter(isUrgent).length;
          const { places, notUrgent } = roomBy(morning, memberId, urgent);
          expect(named.length).toBe(Math.min(places, urgent + Math.min(notUrgent, wanted.length - urgent)));
          expect(named.filter((one) => !isUrgent(one)).length).toBeLessThanOrEqual(notUrgent);
          expect(named.length).toBeLessThanOrEqual(morning.dailyBudget);
          const inWeek = named.length + (morning.told[memberId] ?? 0);
          if (named.length > 0) expect(inWeek).toBeLessThanOrEqual(morning.weeklyBudget);
        }
      }),
    );
  });

  it("are spent on the greatest sum of what contacts are expected to bring that they allow", () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        // What is not known counts nothing here and comes last in the choice: left out, that is so of everybody.
        const known = { ...morning, customers: morning.customers.filter(({ stake }) => stake !== null) };
        const { within, all } = decided(known);
        for (const memberId of MEMBERS) {
          const wanted = ownOf(all, memberId);
          const [urgent, others] = [wanted.filter(isUrgent), wanted.filter((one) => !isUrgent(one))];
          const { places, notUrgent } = roomBy(known, memberId, urgent.length);
          const chosen = ownOf(within, memberId);
          const best = (of: Nudges, count: number) =>
            sum(
              values(of)
                .sort((a, b) => b - a)
                .slice(0, count),
            );
          // Every split of the places between the two that is allowed and as full as this one.
          const splits = Array.from({ length: notUrgent + 1 }, (_, n) => n).filter(
            (n) => n <= others.length && chosen.length - n <= Math.min(urgent.length, places),
          );
          const most = Math.max(
            ...splits.map((n) => best(others, n) + best(urgent, Math.max(0, chosen.length - n))),
          );
          expect(sum(values(chosen))).toBe(chosen.length === 0 ? 0 : most);
        }
      }),
    );
  });

  it("let an urgent one wait only where others have taken at least half of the day, or the week is spent", () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const { within, all } = decided(morning);
        for (const memberId of MEMBERS) {
          const asked = ownOf(all, memberId).filter(isUrgent).length;
          const told = ownOf(within, memberId).filter(isUrgent).length;
          const { places } = roomBy(morning, memberId, asked);
          expect(told).toBeGreaterThanOrEqual(Math.min(asked, Math.ceil(places / 2)));
        }
      }),
    );
  });
});

/** A week of mornings: so many urgent ones each day, and always more others than there is room for. */
function week(urgentOn: readonly number[], budget = { dailyBudget: 5, weeklyBudget: 15 }) {
  let told = 0;
  return urgentOn.map((urgent, day) => {
    const asking = [
      ...Array.from({ length: 20 }, () => ({ memberId: "A", chosen: { priority: "due" } as const })),
      ...Array.from({ length: urgent }, () => ({ memberId: "A", chosen: { priority: "urgent" } as const })),
    ];
    const turnsLeft = urgentOn.length - day;
    const given = { budgetOf: () => ({ ...budget, turnsLeft }), toldThisWeek: new Map([["A", told]]) };
    const room = spendBudgets(asking, given).map((over) => over === null);
    const [others, first] = [room.slice(0, 20), room.slice(20)].map((of) => of.filter(Boolean).length);
    told += (others ?? 0) + (first ?? 0);
    return [others, first];
  });
}

describe("a week", () => {
  it("is spent over its days, with room for what is urgent on any of them", () => {
    const quiet = [0, 0, 0, 0, 0];
    expect(week(quiet).map(([others]) => others)).toEqual([3, 3, 2, 2, 5]);
    expect(week([0, 0, 0, 3, 0])).toEqual([
      ...[
        [3, 0],
        [3, 0],
        [2, 0],
        [2, 3],
        [2, 0],
      ],
    ]);
    // More urgent ones than is usual: each day half of the places at least, as long as the week has any.
    expect(week([9, 9, 9, 9, 9])).toEqual([
      ...[
        [2, 3],
        [2, 3],
        [1, 4],
        [0, 0],
        [0, 0],
      ],
    ]);
  });

  it("is kept to by whoever is told of one a day: what is urgent comes first", () => {
    expect(week([0, 1, 0], { dailyBudget: 1, weeklyBudget: 15 })).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it("is one message for whoever is told once", () => {
    expect(week([0], { dailyBudget: 8, weeklyBudget: 15 })).toEqual([[8, 0]]);
    expect(week([9], { dailyBudget: 8, weeklyBudget: 15 })).toEqual([[4, 4]]);
  });

  it("keeps a fifth for what is urgent, rounded up", () => {
    expect([15, 10, 4, 0].map((weeklyBudget) => keptForUrgent({ weeklyBudget }))).toEqual([3, 2, 1, 0]);
  });
});

it("says of each whether the day's or the week's budget is spent, the week's first", () => {
  const budgetOf = () => ({ dailyBudget: 2, weeklyBudget: 3, turnsLeft: 1 });
  const asking = ["A", "A", "A", "B"].map((memberId) => ({ memberId, chosen: { priority: "due" } as const }));
  expect(spendBudgets(asking, { budgetOf, toldThisWeek: new Map() })).toEqual([null, null, "budget", null]);
  const toldThisWeek = new Map([["A", 2]]);
  expect(spendBudgets(asking, { budgetOf, toldThisWeek })).toEqual([
    null,
    "week-budget",
    "week-budget",
    null,
  ]);
});
