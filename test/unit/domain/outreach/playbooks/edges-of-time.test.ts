import { describe, expect, it } from "vitest";
import { localTime } from "../../../../../src/domain/calendar.ts";
import type { Customer } from "../../../../../src/domain/customer.ts";
import type { AllFacts } from "../../../../../src/domain/outreach/facts.ts";
import { PLAYBOOK_KEYS, PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { cardFactsOf } from "../../../../support/card-facts.ts";

type Given = Partial<AllFacts> & { readonly about?: Partial<Customer> };
/** What is known, and the moments at which it is asked: the last that fires and the first that does not, or the reverse. */
type Edge = {
  readonly playbook: string;
  readonly what: string;
  readonly given: Given;
  readonly fires: string;
  readonly silent: string;
};

const at = (text: string) => new Date(text);
const touched = (text: string) =>
  ({ at: at(text), channel: "phone", outcome: "reached", memberName: null }) as const;
const ticket = (text: string) =>
  ({ reference: "T", subject: "S", severity: "high", openedAt: at(text) }) as const;
const bought = (first: string, last = first, days = 1) => ({
  purchases: { days, firstAt: at(first), lastAt: at(last) },
});
const answered = (kind: "nps" | "csat", score: number, text: string) => ({
  lastAnswers: [{ kind, score, scaleMax: kind === "nps" ? 10 : 5, at: at(text) }],
});
const A_SCORE = { bounds: null, silence: null, reasons: [], levers: [], model: null };
const scored = (probability: number, before: number, asOf: string, earlier: string): Partial<AllFacts> => ({
  score: { ...A_SCORE, probability, asOf: at(asOf) },
  earlierScore: { probability: before, asOf: at(earlier), modelId: 1 },
});
const loyal: Partial<AllFacts> = {
  loyalty: {
    ...{ balance: 0, expiresNext: null, today: "2027-02-28", rates: [] },
    tiers: { currency: "EUR", levels: [{ name: "Gold", fromMinor: 100_000 }] },
  },
  ...bought("2026-01-01T00:00:00Z", "2027-01-31T00:00:00Z", 4),
  revenue12Months: [{ minor: 90_000, currency: "EUR" }],
  lastTouch: touched("2027-01-31T23:59:00Z"),
};
const well: Partial<AllFacts> = {
  ...bought("2026-01-01T00:00:00Z", "2027-02-01T00:00:00Z", 4),
  score: { ...A_SCORE, probability: 0.2, asOf: at("2027-02-01T00:00:00Z") },
  products: {
    bought: [{ product: "Tea", firstDay: 0, lastDay: 20_000, days: 9, customers: 100 }],
    pairs: [
      {
        ...{ product: "Tea", other: "Pot", weight: 1, both: 40, later: 20 },
        ...{ productCustomers: 100, otherCustomers: 100 },
      },
    ],
    names: {},
    pairing: { customers: 1_000, asOf: at("2027-02-01T00:00:00Z") },
  },
};
/** In Delhi, half an hour off the full one, it is the next day from 18:30 UTC on. Days are counted in UTC wherever the reader is. */
const LATE_IN_DELHI = "T18:45:00Z";

/** Of every playbook the edge of its time: at a leap day, the end of a month or year, a changed clock, a half-hour zone. */
const EDGES: readonly Edge[] = [
  {
    playbook: "reply-to-ticket",
    what: "on the next day, over the end of a month",
    given: { unansweredTicket: ticket("2027-01-31T23:59:00Z") },
    fires: "2027-02-01T00:00:00Z",
    silent: "2027-01-31T23:59:59Z",
  },
  {
    playbook: "solve-ticket",
    what: "from the moment it is open",
    given: { openTicket: ticket("2028-02-29T10:00:00Z") },
    fires: "2028-02-29T10:00:00Z",
    silent: "",
  },
  {
    playbook: "close-the-loop",
    what: "for two weeks, the leap day among them",
    given: answered("csat", 1, "2028-02-20T12:00:00Z"),
    fires: "2028-03-05T23:59:59Z",
    silent: "2028-03-06T00:00:00Z",
  },
  {
    playbook: "answer-mention",
    what: "from the moment it is said",
    given: { openMention: { network: "X", author: null, text: "…", at: at("2026-12-31T23:00:00Z") } },
    fires: "2027-01-01T00:00:00Z",
    silent: "",
  },
  {
    playbook: "confirm-fix",
    what: "for a week, over the night that clocks go forward in Europe",
    given: { solvedTicket: { reference: "T", subject: "S", solvedAt: at("2027-03-25T23:30:00Z") } },
    fires: "2027-04-01T23:59:59Z",
    silent: "2027-04-02T00:00:00Z",
  },
  {
    playbook: "settle-payment",
    what: "for thirty days, over the end of February",
    given: { failedPayments: [at("2027-02-10T00:00:00Z"), at("2027-02-01T00:00:00Z")] },
    fires: "2027-03-03T23:59:59Z",
    silent: "2027-03-04T00:00:00Z",
  },
  {
    playbook: "call-about-renewal",
    what: "from sixty days ahead, a leap day between",
    given: { about: { renewsOn: "2028-03-31" } },
    fires: "2028-01-31T00:00:00Z",
    silent: "2028-01-30T23:59:59Z",
  },
  {
    playbook: "champion-left",
    what: "for sixty days, over the end of a year",
    given: { championLeft: { name: "王芳", leftOn: "2026-12-01", others: [] } },
    fires: "2027-01-30T23:59:59Z",
    silent: "2027-01-31T00:00:00Z",
  },
  {
    playbook: "win-back",
    what: "after thirty days",
    given: { about: { endedOn: "2027-01-31" } },
    fires: "2027-03-03T00:00:00Z",
    silent: "2027-03-02T23:59:59Z",
  },
  {
    playbook: "win-back",
    what: "for a year, also one with a leap day",
    given: { about: { endedOn: "2027-03-01" } },
    fires: `2028-02-29${LATE_IN_DELHI}`,
    silent: "2028-03-01T00:00:00Z",
  },
  {
    playbook: "break-silence",
    what: "from half again the usual gap on",
    given: bought("2027-02-01T00:00:00Z", "2027-02-21T00:00:00Z", 3),
    fires: "2027-03-09T00:00:00Z",
    silent: "2027-03-08T23:59:59Z",
  },
  {
    playbook: "usage-drop",
    what: "whenever the last weeks say so",
    given: { weeklyUsage: [10, 10, 10, 10, 0, 0, 0, 0] },
    fires: `2027-02-28${LATE_IN_DELHI}`,
    silent: "",
  },
  {
    playbook: "vip-cooling",
    what: "two weeks after a contact, over the night that clocks go back in America",
    given: {
      ...scored(0.4, 0.3, "2026-11-14T00:00:00Z", "2026-11-07T00:00:00Z"),
      valueTier: { tier: "top", asOf: at("2026-11-01T00:00:00Z") },
      lastTouch: touched("2026-10-31T23:00:00Z"),
    },
    fires: "2026-11-14T00:00:00Z",
    silent: "2026-11-13T23:59:59Z",
  },
  {
    playbook: "risk-jump",
    what: "whenever two scores of a week say so",
    given: scored(0.6, 0.3, "2028-03-01T00:00:00Z", "2028-02-23T00:00:00Z"),
    fires: "2028-03-01T02:00:00Z",
    silent: "",
  },
  {
    playbook: "follow-up-delivery",
    what: "from two days on, over a leap day",
    given: { lastDeliveryAt: at("2028-02-28T23:59:00Z") },
    fires: "2028-03-01T00:00:00Z",
    silent: "2028-02-29T23:59:59Z",
  },
  {
    playbook: "congratulate",
    what: "until the day after, in a year without the leap day they were born on",
    given: { birthdays: [{ name: "Eva", birthday: "1980-02-29" }] },
    fires: "2027-03-02T23:59:59Z",
    silent: "2027-03-03T00:00:00Z",
  },
  {
    playbook: "event-invitation",
    what: "from two weeks ahead",
    given: upcoming("2028-03-14"),
    fires: "2028-02-29T00:00:00Z",
    silent: "2028-02-28T23:59:59Z",
  },
  {
    playbook: "event-invitation",
    what: "up to three days ahead",
    given: upcoming("2027-01-03"),
    fires: `2026-12-31${LATE_IN_DELHI}`,
    silent: "2027-01-01T00:00:00Z",
  },
  {
    playbook: "holiday",
    what: "from five days ahead, over the end of a month",
    given: { nextFeast: { feast: "lunar_new_year", day: "2027-02-06" } },
    fires: "2027-02-01T00:00:00Z",
    silent: "2027-01-31T23:59:59Z",
  },
  {
    playbook: "holiday",
    what: "not on the day itself, over the end of a year",
    given: { nextFeast: { feast: "new_year", day: "2027-01-01" } },
    fires: `2026-12-31${LATE_IN_DELHI}`,
    silent: "2027-01-01T00:00:00Z",
  },
  {
    playbook: "welcome",
    what: "from three days on, over a leap day",
    given: bought("2028-02-27T12:00:00Z"),
    fires: "2028-03-01T00:00:00Z",
    silent: "2028-02-29T23:59:59Z",
  },
  {
    playbook: "anniversary",
    what: "for three days, of whoever began on a leap day",
    given: bought("2024-02-29T12:00:00Z", "2027-02-01T00:00:00Z", 9),
    fires: "2027-03-03T23:59:59Z",
    silent: "2027-03-04T00:00:00Z",
  },
  {
    playbook: "monthly-contact",
    what: "after thirty days, over the end of February",
    given: { lastTouch: touched("2027-01-31T23:59:00Z") },
    fires: "2027-03-02T00:00:00Z",
    silent: "2027-03-01T23:59:59Z",
  },
  {
    playbook: "tier-in-reach",
    what: "from the month after a contact on",
    given: loyal,
    fires: "2027-02-01T00:00:00Z",
    silent: "2027-01-31T23:59:59Z",
  },
  {
    playbook: "new-product",
    what: "where nobody was in touch since the day it came",
    given: {
      newProducts: [
        { reference: "f:1", name: "新茶", category: "茶", listedAt: at("2028-02-29T23:00:00Z"), days: 3 },
      ],
      lastTouch: touched("2028-02-28T23:59:59Z"),
    },
    fires: "2028-03-01T00:00:00Z",
    silent: "",
  },
  {
    playbook: "cross-sell",
    what: "thirty days after a contact",
    given: { ...well, lastTouch: touched("2027-01-31T23:59:00Z") },
    fires: "2027-03-02T00:00:00Z",
    silent: "2027-03-01T23:59:59Z",
  },
  {
    playbook: "ask-referral",
    what: "for thirty days, over the end of February",
    given: answered("nps", 10, "2027-01-31T23:59:00Z"),
    fires: "2027-03-02T23:59:59Z",
    silent: "2027-03-03T00:00:00Z",
  },
  {
    playbook: "thank",
    what: "for a week, over the night that clocks go forward in America",
    given: bought("2027-03-10T23:00:00Z", "2027-03-10T23:00:00Z", 5),
    fires: "2027-03-17T23:59:59Z",
    silent: "2027-03-18T00:00:00Z",
  },
  {
    playbook: "check-in",
    what: "whenever it is told unasked",
    given: {},
    fires: "2028-02-29T00:00:00Z",
    silent: "",
  },
];

function upcoming(day: string): Given {
  const setAt = at("2026-12-01T00:00:00Z");
  return { upcomingEvents: [{ id: 7, name: "开放日", day, place: null, setAt, isAnswered: false }] };
}

const due = (key: string, { about = {}, ...facts }: Given, now: string) => {
  const playbook = PLAYBOOKS.find((one) => one.key === key);
  if (playbook === undefined) throw new Error(`There is no playbook ${key}.`);
  return playbook.eligible(cardFactsOf(facts, about), at(now), "nudge");
};

describe("the edge of time of every playbook", () => {
  it("is known of each", () => {
    expect([...new Set(EDGES.map(({ playbook }) => playbook))].toSorted()).toEqual(PLAYBOOK_KEYS.toSorted());
  });

  it.each(EDGES)("$playbook fires $what", ({ playbook, given, fires }) => {
    expect(due(playbook, given, fires)).not.toBeNull();
  });

  it.each(EDGES.filter(({ silent }) => silent !== ""))(
    "$playbook is silent beyond that: $what",
    ({ playbook, given, silent }) => {
      expect(due(playbook, given, silent)).toBeNull();
    },
  );

  it.each(PLAYBOOK_KEYS)(
    "%s says nothing of a customer of whom nothing is known, unless that calls for it",
    (key) => {
      const callsForIt = key === "check-in" || key === "monthly-contact";
      expect(due(key, {}, "2028-02-29T12:00:00Z") !== null).toBe(callsForIt);
    },
  );

  it("is a day in UTC, also where the reader's own is half an hour off", () => {
    const now = at(`2026-12-31${LATE_IN_DELHI}`);
    expect(localTime(now, "Asia/Kolkata")).toEqual({ day: "2027-01-01", hour: 0, minute: 15 });
  });
});
