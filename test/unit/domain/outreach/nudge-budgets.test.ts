import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceContact } from "../../../../src/domain/outreach/contact-cost.ts";
import { valueMinor } from "../../../../src/domain/outreach/expected-value.ts";
import { spendBudgets } from "../../../../src/domain/outreach/nudge-budgets.ts";
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
  told: fc.dictionary(fc.constantFrom("U1", "U2", "U3"), fc.integer({ min: 0, max: 16 })),
  customers: fc.array(
    fc.record({
      memberId: fc.constantFrom("U1", "U2", "U3"),
      stake: fc.option(fc.integer({ min: -1_000, max: 500_000 })),
      probability: fc.double({ min: 0.5, max: 1, noNaN: true }),
      playbooks: fc.array(
        fc.record({
          priority: fc.constantFrom<Applying["priority"]>("due", "last"),
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

function decided({ customers, dailyBudget, weeklyBudget, told }: Morning) {
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
  const policy = { ...DEFAULT_NUDGE_POLICY, dailyBudget, weeklyBudget };
  const wide = { ...policy, dailyBudget: 1_000, weeklyBudget: 1_000 };
  const nudges = (of: typeof policy, by: object) =>
    decideNudges(candidates, of, NOW, TODAY, by).filter((decision) => decision.kind === "nudge");
  return { within: nudges(policy, givens), all: nudges(wide, { ...givens, toldThisWeek: new Map() }) };
}

const values = (nudges: ReturnType<typeof decided>["all"], memberId: string) =>
  nudges.filter((nudge) => nudge.memberId === memberId).map(({ value }) => valueMinor(value));
const sum = (amounts: ReadonlyArray<number | null>) =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

describe("budgets, of any morning", () => {
  it("are never exceeded, and spent as long as there is anybody", () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const { within, all } = decided(morning);
        for (const memberId of ["U1", "U2", "U3"]) {
          const left = morning.weeklyBudget - (morning.told[memberId] ?? 0);
          const room = Math.max(0, Math.min(morning.dailyBudget, left));
          const [named, wanted] = [values(within, memberId).length, values(all, memberId).length];
          expect(named).toBe(Math.min(room, wanted));
        }
      }),
    );
  });

  it("are spent on the greatest sum of what contacts are expected to bring that they allow", () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const { within, all } = decided(morning);
        for (const memberId of ["U1", "U2", "U3"]) {
          const chosen = values(within, memberId);
          // By itself: the so many greatest of all that could be chosen.
          const best = values(all, memberId)
            .flatMap((value) => value ?? [])
            .sort((a, b) => b - a)
            .slice(0, chosen.length);
          expect(sum(chosen)).toBe(sum(best));
          expect(Math.min(0, ...chosen.map((value) => value ?? 0))).toBe(0);
        }
      }),
    );
  });
});

it("says of each whether the day's or the week's budget is spent, the week's first", () => {
  const budgetOf = () => ({ dailyBudget: 2, weeklyBudget: 3 });
  const owners = ["A", "A", "A", "B"];
  expect(spendBudgets(owners, { budgetOf, toldThisWeek: new Map() })).toEqual([null, null, "budget", null]);
  const toldThisWeek = new Map([["A", 2]]);
  expect(spendBudgets(owners, { budgetOf, toldThisWeek })).toEqual([
    null,
    "week-budget",
    "week-budget",
    null,
  ]);
});
