import { expect, it } from "vitest";
import { type PostMortemFacts, postMortemOf } from "../../../../src/domain/outreach/post-mortem.ts";
import type { ScoreFacts } from "../../../../src/domain/risk/scores/score-facts.ts";
import { textOf } from "../../../../src/words/text.ts";

const AS_OF = new Date("2026-11-23T00:00:00Z");
const daysBefore = (days: number) => new Date(AS_OF.getTime() - days * 86_400_000);

const score = (probability: number | null, daysOld = 1): ScoreFacts => ({
  ...{ asOf: daysBefore(daysOld), probability, bounds: null, silence: null, reasons: [], levers: [] },
  answers: {},
  model: { id: 3, serves: "network", trainedAt: daysBefore(30), horizonDays: 90, heldOut: null },
});
const facts = (given: Partial<PostMortemFacts> = {}): PostMortemFacts => ({
  customer: {
    ...{ id: 7, source: "crm", externalId: "C-1", name: "Acme <有限公司>", domain: null, ownerEmail: null },
    ...{ segment: null, country: null, language: null, currency: "EUR", monthlyRevenueMinor: null },
    ...{ startedOn: "2025-01-01", renewsOn: null, endedOn: "2026-11-23", attributes: {} },
    snoozedUntil: null,
  } as unknown as PostMortemFacts["customer"],
  ...{ earlierScore: null, failedPayments: [], lastAnswers: [], lastTouch: null, openMention: null },
  ...{
    openTicket: null,
    owner: null,
    purchases: null,
    score: score(0.12),
    snoozedByName: null,
    override: null,
  },
  ...{ weeklyScores: [], weeklyUsage: [] },
  ...given,
});
const told = (given: Partial<PostMortemFacts> = {}, turn: "ended" | "lapsed" | "started" = "ended") =>
  postMortemOf(facts(given), { on: "2026-11-23", turn }, AS_OF, 0.5);
const codes = (phrases: ReadonlyArray<{ readonly code: string }> | undefined) =>
  phrases?.map(({ code }) => code);

it("is about who left below the threshold, and nobody else", () => {
  expect(told()).toMatchObject({ customerId: 7, leftOn: "2026-11-23", how: "ended", probability: 0.12 });
  expect(told({}, "lapsed")?.how).toBe("lapsed");
  expect(told({}, "started")).toBeNull();
  expect(told({ score: score(0.49) })).not.toBeNull();
  expect(told({ score: score(0.5) })).toBeNull();
});

it("is about nobody whose risk was not known, or of long ago, or warned of within four weeks", () => {
  expect(told({ score: null })).toBeNull();
  expect(told({ score: score(null) })).toBeNull();
  expect(told({ score: score(0.1, 7) })).not.toBeNull();
  expect(told({ score: score(0.1, 8) })).toBeNull();
  const week = (probability: number) => ({ probability, modelId: 3 });
  const high = [week(0.7), week(0.2), week(0.2), null];
  expect(told({ weeklyScores: high })).toBeNull();
  expect(told({ weeklyScores: [...high, week(0.2)] })).not.toBeNull();
});

it("says what had moved and by how much, and nothing where nothing had", () => {
  expect(told()?.moved).toEqual([]);
  const week = (probability: number) => ({ probability, modelId: 3 });
  expect(told({ score: score(0.3), weeklyScores: [null, week(0.2), week(0.3)] })?.moved).toMatchObject([
    { code: "post-mortem.moved.risk", parameters: { before: 20, after: 30 } },
  ]);
  expect(told({ score: score(0.29), weeklyScores: [week(0.2), week(0.29)] })?.moved).toEqual([]);
  expect(told({ weeklyUsage: [10, 10, 10, 10, 8, 8, 8, 8] })?.moved).toMatchObject([
    { code: "post-mortem.moved.usage", parameters: { before: 40, now: 32, percent: 20 } },
  ]);
  expect(told({ weeklyUsage: [10, 10, 10, 10, 8, 8, 8, 9] })?.moved).toEqual([]);
  const bought = (lastDaysAgo: number, days = 3) => ({
    ...{ days, firstAt: daysBefore(lastDaysAgo + 40), lastAt: daysBefore(lastDaysAgo) },
  });
  expect(told({ purchases: bought(40) })?.moved).toMatchObject([
    { code: "post-mortem.moved.silent", parameters: { days: 40, usual: 20 } },
  ]);
  expect(told({ purchases: bought(39) })?.moved).toEqual([]);
  expect(told({ purchases: bought(100, 2) })?.moved).toEqual([]);
});

it("says what people could have read, and that nobody was ever in touch", () => {
  expect(codes(told()?.known)).toEqual(["ended.never-contacted"]);
  const known = told({
    openTicket: { reference: "T-1", subject: "Late", severity: "high", openedAt: daysBefore(12) },
    lastAnswers: [{ kind: "csat", score: 2, scaleMax: 5, at: daysBefore(20) }],
    lastTouch: { at: daysBefore(40), channel: "phone", outcome: "reached", memberName: "Ana" },
    snoozedByName: "Ben",
    override: {
      ...{ says: "stay", because: "New budget", until: daysBefore(-30), by: "U2", byName: "Ben" },
      madeAt: daysBefore(5),
    },
  })?.known;
  expect(codes(known)).toEqual([
    "post-mortem.known.ticket",
    "post-mortem.known.poor-answer",
    "post-mortem.known.touch",
    "post-mortem.known.override",
    "post-mortem.known.snoozed",
  ]);
  const said = known?.find(({ code }) => code === "post-mortem.known.override");
  expect(said && textOf(said, "en")).toBe("Ben had said that they would stay: “New budget”");
});

it("asks an owner who is there", () => {
  const owner = { slackUserId: "U1", name: "Ana", account: "member" as const };
  expect(told({ owner })?.ownerId).toBe("U1");
  expect(told({ owner: { ...owner, account: "deactivated" } as never })?.ownerId).toBeNull();
});
