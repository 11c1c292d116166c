import { expect, it } from "vitest";
import { ACCOUNT_KINDS } from "../../../../src/domain/customer.ts";
import { homePage, needOwner } from "../../../../src/domain/outreach/home.ts";
import { ownerGap } from "../../../../src/domain/outreach/owner-gap.ts";
import { textOf } from "../../../../src/words/text.ts";

const told = (...given: Parameters<typeof ownerGap>) => {
  const gap = ownerGap(...given);
  return gap && textOf(gap, "en");
};

it("says why a customer needs a new owner, by name where one is known", () => {
  expect(told(null, null)).toBe("no owner");
  expect(told("ana@example.com", null)).toBe("owner ana@example.com is not in Slack");
  const gaps = ACCOUNT_KINDS.map((account) => [
    account,
    told("ana@example.com", { name: "Ana Keller", account }),
  ]);
  expect(Object.fromEntries(gaps)).toEqual({
    member: null,
    guest: "owner Ana Keller is no member of the team",
    outsider: "owner Ana Keller is no member of the team",
    bot: "owner Ana Keller is no member of the team",
    deactivated: "owner Ana Keller left",
  });
});

it("does not say that somebody owns no customers whose customers are only silent for long", () => {
  const totals = { customers: 1, counted: 0, scored: 0, atHighRisk: 0, scoredAt: null, noSignal: false };
  const lists = { own: { items: [], inAll: 0, owned: 0 }, ownerless: null };
  const member = {
    slackUserId: "U1",
    name: "Ana",
    email: "a@b.example",
    role: "rep",
    timeZone: "UTC",
  } as const;
  const empty = (silent: number) => {
    const atRisk = { kind: "nobody", scope: { kind: "mine" }, because: "none-at-risk", silent } as const;
    return homePage(member, { ...lists, atRisk }, totals).empty;
  };
  expect([empty(0), empty(1)]).toEqual(["no-accounts", null]);
  // Nor where nobody could read whether there are silent ones, or any customer at all.
  const unread = { unread: "1a2b3c4d" };
  expect(homePage(member, { ...lists, atRisk: unread }, totals).empty).toBe(unread);
  const none = { kind: "nobody", scope: { kind: "mine" }, because: "none-at-risk", silent: 0 } as const;
  expect(homePage(member, { ...lists, atRisk: none }, unread).empty).toBe(unread);
  expect(homePage(member, { ...lists, own: unread, atRisk: none }, totals).empty).toBe(unread);
  const one = { items: [], inAll: 0, owned: 1 };
  expect(homePage(member, { ...lists, own: one, atRisk: unread }, unread)).toMatchObject({
    empty: null,
    atRisk: unread,
  });
});

it("shows who needs a new owner to managers and operations, and not to reps", () => {
  const totals = { customers: 1, counted: 1, scored: 0, atHighRisk: 0, scoredAt: null, noSignal: false };
  const none = { items: [], inAll: 0, owned: 0 };
  const atRisk = { kind: "nobody", scope: { kind: "team" }, because: "none-at-risk", silent: 0 } as const;
  const known = needOwner({ customers: [], inAll: 0 });
  const seen = (["rep", "manager", "operations"] as const).map((role) => {
    const member = { slackUserId: "U1", name: "Ana", email: null, role, timeZone: "UTC" };
    return homePage(member, { own: none, atRisk, ownerless: known }, totals).needOwner;
  });
  expect(seen).toEqual([null, known, known]);
});
