import { describe, expect, it } from "vitest";
import type { Place, Reader } from "../../../../src/domain/access.ts";
import {
  type Acted,
  atRiskCustomer,
  mayAddUp,
  mostAtStakeFirst,
  pageOf,
  suggestionOnList,
  usualScope,
} from "../../../../src/domain/outreach/at-risk.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { Stake } from "../../../../src/domain/value/stake.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const ANA: Reader = { role: "rep", email: "ana@example.com" };
const BEN: Reader = { role: "rep", email: "ben@example.com" };
const MIA: Reader = { role: "manager", email: null };
const known = (minor: number): Stake => ({ kind: "known", money: { minor, currency: "EUR" } });
const score = {
  asOf: new Date("2026-11-23T04:00:00Z"),
  probability: 0.7,
  bounds: { low: 0.6, high: 0.8 },
  silence: null,
  reasons: [],
  levers: [],
  model: null,
};
const openTicket = {
  reference: "T-1",
  subject: "Broken",
  severity: "high",
  openedAt: new Date("2026-11-20T00:00:00Z"),
} as const;
const owner = { slackUserId: "U1", name: "Ana", account: "member" } as const;

describe("a customer on the list", () => {
  const facts = cardFactsOf({ score, owner, openTicket }, { renewsOn: "2026-12-03" });
  const line = (
    reader: Reader,
    place: Place,
    acted: Acted | null = null,
    stake: Stake | undefined = known(420_000),
  ) => atRiskCustomer(facts, { stake, acted, isTeamKnown: true, now: NOW }, reader, place);

  it("stands with risk, stake, owner, renewal and the card's advice", () => {
    expect(line(MIA, "direct")).toEqual({
      customerId: 1,
      name: "Acme",
      probability: 0.7,
      bounds: { low: 0.6, high: 0.8 },
      stake: { kind: "known", money: { minor: 420_000, currency: "EUR" } },
      owner: phrase("at-risk.owner", { name: "Ana" }),
      renewsOn: "2026-12-03",
      step: phrase("solve-ticket.action", { reference: "T-1" }),
      acted: null,
      crm: null,
    });
  });

  it.each([
    ["its owner", ANA, "direct", "known"],
    ["a manager", MIA, "channel", "known"],
    ["everyone in a channel opened to amounts", "everyone", "money", "known"],
    ["another rep", BEN, "direct", "hidden"],
    ["everyone in another channel", "everyone", "channel", "hidden"],
    ["a manager where another organisation reads", MIA, "shared", "hidden"],
  ] as const)("shows %s the stake, or that it is not for them", (_, reader, place, kind) => {
    expect(line(reader, place)?.stake.kind).toBe(kind);
  });

  it("calls the figure rough where the model was tried on too few like it", () => {
    const trained = { id: 1, serves: "network", trainedAt: NOW, horizonDays: 90, heldOut: null } as const;
    const model = { ...trained, ratedAlike: 4 };
    const thin = cardFactsOf({ score: { ...score, model }, owner });
    const asked = { stake: undefined, acted: null, isTeamKnown: true, now: NOW };
    expect(atRiskCustomer(thin, asked, MIA, "direct")).toMatchObject({ isRough: true });
    expect(line(MIA, "direct")).not.toHaveProperty("isRough");
  });

  it("says that a stake is not known, and makes none up", () => {
    expect(line(MIA, "direct", null, { kind: "unknown", because: "no-rate" })?.stake).toEqual({
      kind: "unknown",
    });
    expect(
      atRiskCustomer(facts, { stake: undefined, acted: null, isTeamKnown: true, now: NOW }, MIA, "direct")
        ?.stake,
    ).toEqual({
      kind: "unknown",
    });
  });

  it("names why they need an owner, where they do", () => {
    const left = cardFactsOf({ score, owner: { ...owner, account: "deactivated" } });
    const said = atRiskCustomer(
      left,
      { stake: undefined, acted: null, isTeamKnown: true, now: NOW },
      MIA,
      "direct",
    );
    expect(said?.owner).toEqual(phrase("owner-gap.left", { name: "Ana" }));
  });

  it("calls an owner not known only once it is known who there is", () => {
    const owned = (isTeamKnown: boolean, ownerEmail: string | null) =>
      atRiskCustomer(
        cardFactsOf({ score }, { ownerEmail }),
        { stake: undefined, acted: null, isTeamKnown, now: NOW },
        MIA,
        "direct",
      )?.owner;
    expect(owned(true, "ana@example.com")?.code).toBe("owner-gap.unknown");
    expect(owned(false, "ana@example.com")).toEqual(phrase("at-risk.owner", { name: "ana@example.com" }));
    expect(owned(false, null)?.code).toBe("owner-gap.nobody");
  });

  it("is told to be snoozed, or to be left time to answer", () => {
    const told = (facts: Parameters<typeof cardFactsOf>[0], about = {}) =>
      atRiskCustomer(
        cardFactsOf({ score, owner, ...facts }, about),
        { stake: undefined, acted: null, isTeamKnown: true, now: NOW },
        MIA,
        "direct",
      );
    const until = (snoozedUntil: Date | null) => told({ openTicket }, { snoozedUntil })?.snoozedUntil;
    expect(until(new Date("2026-11-30T23:00:00Z"))).toBe("2026-11-30T23:00:00.000Z");
    expect(until(NOW)).toBeUndefined();
    expect(until(null)).toBeUndefined();
    const lastTouch = {
      at: new Date("2026-11-21T00:00:00Z"),
      channel: "phone",
      outcome: "reached",
      memberName: null,
    } as const;
    expect(told({ lastTouch })?.step.code).toBe("at-risk.wait");
  });

  it("is left out once there is no figure any more", () => {
    const silent = cardFactsOf({ score: { ...score, probability: null } });
    expect(
      atRiskCustomer(silent, { stake: known(1), acted: null, isTeamKnown: true, now: NOW }, MIA, "direct"),
    ).toBeNull();
  });

  it("suggests what a card would, under the card's key", () => {
    const suggested = suggestionOnList(facts, { slackUserId: "U9" }, NOW);
    expect(suggested).toMatchObject({
      key: "card:1:solve-ticket:T-1:untouched",
      kind: "card",
      memberId: "U9",
      probability: 0.7,
    });
    const snoozed = cardFactsOf({ score, openTicket }, { snoozedUntil: new Date("2026-12-01T00:00:00Z") });
    expect(suggestionOnList(snoozed, { slackUserId: "U9" }, NOW)).toBeNull();
  });
});

describe("the order and the sum", () => {
  const points = [
    { customerId: 1, probability: 0.9 },
    { customerId: 2, probability: 0.6 },
    { customerId: 3, probability: 0.8 },
    { customerId: 4, probability: 0.95 },
  ];
  const stakes = new Map<number, Stake>([
    [1, known(1_000)],
    [2, known(5_000)],
    [3, { kind: "unknown", because: "no-margin" }],
  ]);

  it("go by what is at stake, then by risk where that is not known", () => {
    expect(mostAtStakeFirst(points, stakes).map(({ customerId }) => customerId)).toEqual([2, 1, 4, 3]);
  });

  it("is added up over others' customers for those who steer alone", () => {
    const scopes = [{ kind: "mine" }, { kind: "team" }, { kind: "segment", segment: "Retail" }] as const;
    expect(scopes.map((scope) => mayAddUp({ role: "rep" }, scope))).toEqual([true, false, false]);
    expect(scopes.map((scope) => mayAddUp({ role: "operations" }, scope))).toEqual([true, true, true]);
  });

  it("shows a rep their own unless asked, and the team's to those who steer", () => {
    expect((["rep", "manager", "operations"] as const).map((role) => usualScope({ role }).kind)).toEqual([
      "mine",
      "team",
      "team",
    ]);
  });
});

describe("a page", () => {
  const list = Array.from({ length: 21 }, (_, place) => place);

  it.each([
    [0, 0, [0, 9]],
    [1, 1, [10, 19]],
    [2, 2, [20, 20]],
    [9, 2, [20, 20]],
    [-1, 0, [0, 9]],
  ])("asked for %i is %i", (wanted, page, [first, last]) => {
    const found = pageOf(list, wanted, 10);
    expect([found.page, found.items[0], found.items.at(-1)]).toEqual([page, first, last]);
    expect(found).toMatchObject({ pages: 3, inAll: 21 });
  });

  it("is one, with nothing on it, of an empty list", () => {
    expect(pageOf([], 3, 10)).toEqual({ items: [], page: 0, pages: 1, inAll: 0 });
  });
});
