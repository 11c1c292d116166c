import { describe, expect, it } from "vitest";
import type { Customer } from "../../../../../src/domain/customer.ts";
import { endingOf } from "../../../../../src/domain/outreach/ending.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import { evaluatePlaybooks } from "../../../../../src/domain/outreach/playbooks/evaluate.ts";
import { PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
const touched = (days: number, outcome: "reached" | "no_answer" = "reached") => ({
  lastTouch: { at: daysAgo(days), channel: "phone" as const, outcome, memberName: null },
});
const due = (key: string, rest: Partial<AllFacts> = {}, about: Partial<Customer> = {}) => {
  const playbook = PLAYBOOKS.find((one) => one.key === key);
  if (playbook === undefined) throw new Error(`There is no playbook ${key}.`);
  return playbook.eligible(cardFactsOf(rest, about), NOW, "nudge");
};
const said = (key: string, rest: Partial<AllFacts>, about: Partial<Customer> = {}) => {
  const found = due(key, rest, about);
  return found && [textOf(found.action, "en"), textOf(found.reason, "en"), found.occasion];
};
const ticket = { reference: "T-1", subject: "Broken", severity: "high", openedAt: daysAgo(3) } as const;
const A_SCORE = { bounds: null, silence: null, reasons: [], levers: [], model: null, asOf: NOW };

describe("winning back", () => {
  const lapsed = (days: number): Partial<AllFacts> => ({
    purchases: { days: 9, firstAt: daysAgo(900), lastAt: daysAgo(days) },
  });

  it("speaks of who left, with what the file says of why", () => {
    expect(said("win-back", {}, { endedOn: dayAgo(45) })).toEqual([
      "Ask what would bring them back",
      "They left 45 days ago.",
      `${dayAgo(45)}:never`,
    ]);
    const attributes = { "Churn Reason": " 太贵 " };
    expect(said("win-back", touched(40), { endedOn: dayAgo(45), attributes })).toEqual([
      "Ask what would bring them back",
      "They left 45 days ago; the customer file says: “太贵”",
      `${dayAgo(45)}:${dayAgo(40)}`,
    ]);
  });

  it("speaks of who has not bought for so long that they have left, and of no contract", () => {
    expect(said("win-back", lapsed(240))?.[1]).toBe("They have not bought for 240 days.");
    expect(due("win-back", lapsed(210))).toBeNull();
    expect(due("win-back", lapsed(211))).not.toBeNull();
    expect(due("win-back", lapsed(545))).not.toBeNull();
    expect(due("win-back", lapsed(546))).toBeNull();
    const contract = { startedOn: "2024-01-01", monthlyRevenueMinor: 1 };
    expect(due("win-back", lapsed(240), contract)).toBeNull();
    const resting = { source: "test", lastDay: "2026-10-01", usualGapDays: 1, stopped: true };
    expect(due("win-back", { ...lapsed(240), resting })).toBeNull();
  });

  it("does not speak where somebody asked within a month, or they have bought since", () => {
    const left = { endedOn: dayAgo(100) };
    expect(due("win-back", touched(29), left)).toBeNull();
    expect(due("win-back", touched(30), left)).not.toBeNull();
    expect(due("win-back", lapsed(99), left)).toBeNull();
    expect(due("win-back", lapsed(100), left)).not.toBeNull();
  });

  it("alone speaks of who left, on cards and unasked, and in the words of their card", () => {
    const facts = cardFactsOf({ openTicket: ticket }, { endedOn: dayAgo(45) });
    for (const kind of ["card", "nudge"] as const) {
      const { advice, cases } = evaluatePlaybooks(facts, NOW, kind);
      expect(cases.map(({ playbook }) => playbook)).toEqual(["win-back"]);
      const { advice: onCard } = endingOf(facts, dayAgo(45), NOW);
      expect([advice.kind, onCard.kind]).toEqual(["act", "act"]);
      if (advice.kind === "act" && onCard.kind === "act") expect(advice.action).toEqual(onCard.action);
    }
  });

  it.each([1, 30, 31, 180, 365, 366, 700])("never says of %i days ago what the card does not", (days) => {
    const facts = cardFactsOf({ score: { ...A_SCORE, probability: 0.1 } }, { endedOn: dayAgo(days) });
    const { advice } = evaluatePlaybooks(facts, NOW, "nudge");
    const card = endingOf(facts, dayAgo(days), NOW).advice;
    if (advice.kind === "act") expect(card).toMatchObject({ kind: "act", action: advice.action });
    else expect(advice).toEqual({ kind: "nothing", because: phrase("advice.ended") });
    expect(advice.kind === "act").toBe(days > 30 && days <= 365);
  });

  it("alone is told unasked of a buyer who has long lapsed; their card still says what is open", () => {
    const facts = cardFactsOf({ ...lapsed(240), openTicket: ticket });
    const keys = (kind: "card" | "nudge") =>
      evaluatePlaybooks(facts, NOW, kind).cases.map(({ playbook }) => playbook);
    expect(keys("nudge")).toEqual(["win-back"]);
    expect(keys("card")).toEqual(expect.arrayContaining(["solve-ticket", "win-back"]));
  });
});

describe("a first contact who left", () => {
  const left = (others: readonly string[] = []): Partial<AllFacts> => ({
    championLeft: { name: "陳怡君", leftOn: dayAgo(9), others },
  });

  it("names who can be asked instead", () => {
    expect(said("champion-left", left())).toEqual([
      "Call the company and ask who takes over",
      "陳怡君, our first contact, left 9 days ago.",
      `陳怡君:${dayAgo(9)}`,
    ]);
    expect(said("champion-left", left(["Eva"]))?.[0]).toBe("Ask Eva who takes over");
    expect(said("champion-left", left(["Eva", "Ben"]))?.[0]).toBe("Ask Eva or Ben who takes over");
  });

  it("is settled by a contact since, unless nobody answered", () => {
    expect(due("champion-left", { ...left(), ...touched(8) })).toBeNull();
    expect(due("champion-left", { ...left(), ...touched(8, "no_answer") })).not.toBeNull();
    expect(due("champion-left", { ...left(), ...touched(9) })).not.toBeNull();
  });
});

describe("an invitation", () => {
  const event = {
    id: 7,
    name: "开放日",
    day: "2026-12-16",
    place: "Berlin",
    setAt: daysAgo(5),
    isAnswered: false,
  };
  const other = { ...event, id: 8, name: "Second", day: "2026-12-18", place: null };

  it("says what, when and where, once for each event", () => {
    expect(said("event-invitation", { upcomingEvents: [event, other] })).toEqual([
      "Invite them to 开放日",
      "开放日 is in 7 days (Berlin), and they have not been invited yet.",
      "event:7",
    ]);
    expect(said("event-invitation", { upcomingEvents: [{ ...event, isAnswered: true }, other] })).toEqual([
      "Invite them to Second",
      "Second is in 9 days, and they have not been invited yet.",
      "event:8",
    ]);
  });

  it("is settled by a contact since the event is known", () => {
    expect(due("event-invitation", { upcomingEvents: [event], ...touched(4) })).toBeNull();
    expect(due("event-invitation", { upcomingEvents: [event], ...touched(6) })).not.toBeNull();
  });
});

describe("a greeting before a feast", () => {
  const feast: Partial<AllFacts> = { nextFeast: { feast: "christmas", day: "2026-12-12" } };

  it("names the feast, and does not take for granted that they keep it", () => {
    expect(said("holiday", feast)).toEqual([
      "Wish them a merry Christmas and a happy new year",
      "Christmas is in 3 days and a public holiday in their country. Not everybody there may celebrate it.",
      "christmas:2026-12-12",
    ]);
  });

  it("is settled by a contact in the days before", () => {
    expect(due("holiday", { ...feast, ...touched(2) })).toBeNull();
    expect(due("holiday", { ...feast, ...touched(3) })).not.toBeNull();
  });
});

describe("a new product", () => {
  const tea = { reference: "f:1", name: "新茶", category: "茶", listedAt: daysAgo(5), days: 3 };
  const pot = { ...tea, reference: "f:2", name: "Pot", listedAt: daysAgo(9) };

  it("is told with the category they buy", () => {
    expect(said("new-product", { newProducts: [tea] })).toEqual([
      "Tell them about 新茶",
      "新茶 is new in 茶, where they have bought on 3 days.",
      "f:1",
    ]);
  });

  it("is told where nobody was in touch since it came, and nothing is open", () => {
    expect(due("new-product", { newProducts: [tea, pot], ...touched(5) })).toBeNull();
    expect(due("new-product", { newProducts: [tea, pot], ...touched(7) })?.occasion).toBe("f:1");
    expect(due("new-product", { newProducts: [tea], openTicket: ticket })).toBeNull();
  });
});

describe("cross-selling", () => {
  const pair = (both: number, otherCustomers: number) => ({
    ...{ product: "Tea", other: "Pot", weight: 1, both, later: 9, productCustomers: 100, otherCustomers },
  });
  const well = (both = 40, otherCustomers = 100): Partial<AllFacts> => ({
    purchases: { days: 4, firstAt: daysAgo(300), lastAt: daysAgo(20) },
    score: { ...A_SCORE, probability: 0.49 },
    products: {
      bought: [{ product: "Tea", firstDay: 0, lastDay: 20_000, days: 9, customers: 100 }],
      pairs: [pair(both, otherCustomers)],
      names: { Pot: "Kännchen" },
      pairing: { customers: 1_000, asOf: NOW },
    },
  });

  it("offers what others buy besides, and says how many", () => {
    expect(said("cross-sell", well())).toEqual([
      "Offer them Kännchen",
      "They buy Tea. Of 100 customers who do, 40 also buy Kännchen.",
      "Kännchen:2026-12",
    ]);
  });

  it.each([
    ["of twenty customers on", well(20), true],
    ["not of nineteen", well(19), false],
    ["at twice what chance would bring", well(40, 200), true],
    ["not of what everybody buys", well(40, 201), false],
    ["not at a high risk", { ...well(), score: { ...A_SCORE, probability: 0.5 } }, false],
    ["not where the risk is unknown", { ...well(), score: null }, false],
    ["not while a ticket is open", { ...well(), openTicket: ticket }, false],
    [
      "not after a bad answer",
      { ...well(), lastAnswers: [{ kind: "csat", score: 2, scaleMax: 5, at: daysAgo(9) }] },
      false,
    ],
    [
      "not while a complaint in public waits",
      { ...well(), openMention: { network: "X", author: null, text: "…", at: daysAgo(1) } },
      false,
    ],
    [
      "not to who has not bought of late",
      { ...well(), purchases: { days: 4, firstAt: daysAgo(300), lastAt: daysAgo(91) } },
      false,
    ],
  ] as ReadonlyArray<[string, Partial<AllFacts>, boolean]>)("%s", (_what, facts, expected) => {
    expect(due("cross-sell", facts) !== null).toBe(expected);
  });
});

describe("a risk that crosses a band", () => {
  const crossed = (probability: number, earlier: number) =>
    said("risk-jump", {
      score: { ...A_SCORE, probability },
      earlierScore: { probability: earlier, asOf: daysAgo(7), modelId: 1 },
    })?.[1];

  it("is told of from five points on, and says where it stands", () => {
    expect(crossed(0.52, 0.47)).toBe("The risk has risen by 5 points within a week and is now high.");
    expect(crossed(0.27, 0.2)).toBe("The risk has risen by 7 points within a week and is now medium.");
    expect(crossed(0.51, 0.47)).toBeUndefined();
    expect(crossed(0.62, 0.55)).toBeUndefined();
    expect(crossed(0.7, 0.5)).toBe("The risk has risen by 20 points within a week.");
  });
});
