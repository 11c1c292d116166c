import { describe, expect, it } from "vitest";
import {
  type Account,
  accessRefusal,
  isPosted,
  mayCorrectEntry,
  mayKeepLedger,
  mayRecordOwnCost,
  mayRedeemPoints,
  maySeeMoney,
  owns,
  PLACES,
  type Place,
  SURFACES,
  type Surface,
} from "../../../src/domain/access.ts";
import { ACCOUNT_KINDS, type MemberRole } from "../../../src/domain/customer.ts";

const ACCOUNTS: readonly Account[] = [...ACCOUNT_KINDS, "unknown"];
const ROLES: readonly MemberRole[] = ["rep", "manager", "operations"];

/**
 * Where a member has each surface, a letter a place: direct, unseen, channel, money, guests, shared, agent; operations as
 * others who steer unless it says so.
 */
const TABLE: Readonly<Record<Surface, { rep: string; steering: string; operations?: string; posts?: true }>> =
  {
    help: { rep: "ducmgsa", steering: "ducmgsa" },
    model: { rep: "ducmg-", steering: "ducmg-" },
    card: { rep: "ducmg-a", steering: "ducmg-a" },
    history: { rep: "ducmg-", steering: "ducmg-" },
    products: { rep: "ducmg-", steering: "ducmg-" },
    why: { rep: "ducmg-a", steering: "ducmg-a" },
    "why-silent": { rep: "ducmg-", steering: "ducmg-" },
    movers: { rep: "ducmg-", steering: "ducmg-" },
    digest: { rep: "------", steering: "ducmg-" },
    retention: { rep: "------", steering: "ducmg-" },
    "at-risk": { rep: "ducmg-a", steering: "ducmg-a" },
    "customer-costs": { rep: "ducmg-", steering: "ducmg-" },
    "customer-rows": { rep: "ducmg-", steering: "ducmg-" },
    "log-touch": { rep: "ducmg-a", steering: "ducmg-a" },
    snooze: { rep: "ducmg-a", steering: "ducmg-a" },
    "post-mortem-note": { rep: "ducmg-", steering: "ducmg-" },
    override: { rep: "ducmg-", steering: "ducmg-" },
    quiet: { rep: "ducmg-", steering: "ducmg-" },
    "do-not-disturb": { rep: "------", steering: "ducmg-" },
    "answer-nudge": { rep: "ducmg-", steering: "ducmg-" },
    "hand-over": { rep: "ducmg-", steering: "ducmg-" },
    "take-over": { rep: "------", steering: "ducmg-" },
    nudges: { rep: "ducmg-", steering: "ducmg-" },
    "nudge-settings": { rep: "ducmg-", steering: "ducmg-" },
    "team-nudges": { rep: "------", steering: "ducmg-" },
    feedback: { rep: "ducmg-", steering: "ducmg-" },
    draft: { rep: "ducmg-", steering: "ducmg-" },
    "ask-feedback": { rep: "ducmg-", steering: "ducmg-" },
    mentions: { rep: "ducmg-", steering: "ducmg-" },
    "settle-mention": { rep: "ducmg-", steering: "ducmg-" },
    events: { rep: "ducmg-", steering: "ducmg-" },
    "change-events": { rep: "------", steering: "ducmg-" },
    "add-cost": { rep: "ducmg-", steering: "ducmg-" },
    "correct-cost": { rep: "ducmg-", steering: "ducmg-" },
    points: { rep: "ducmg-", steering: "ducmg-" },
    "redeem-points": { rep: "ducmg-", steering: "ducmg-" },
    "adjust-points": { rep: "------", steering: "ducmg-" },
    costs: { rep: "------", steering: "ducmg-a" },
    metrics: { rep: "------", steering: "a" },
    "figure-rows": { rep: "------", steering: "ducmg-" },
    "playbook-settings": { rep: "------", steering: "ducmg-" },
    "draft-templates": { rep: "------", steering: "ducmg-" },
    playbooks: { rep: "------", steering: "ducmg-" },
    segments: { rep: "------", steering: "ducmg-" },
    duplicates: { rep: "------", steering: "ducmg-" },
    "import-file": { rep: "------", steering: "d-----" },
    share: { rep: "--cm--", steering: "--cm--", posts: true },
    "set-channel": { rep: "------", steering: "--cm--", posts: true },
    "leave-channel": { rep: "------", steering: "--cmgs" },
    home: { rep: "d-----", steering: "d-----" },
    "resend-message": { rep: "------", steering: "d-----" },
    "choose-model": { rep: "------", steering: "------", operations: "d-----" },
    "take-nudge": { rep: "ducmg-", steering: "ducmg-" },
    "post:answer": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:channel-nudge": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:nudge": { rep: "d-----", steering: "d-----" },
    "post:snooze-note": { rep: "d-----", steering: "d-----" },
    "post:override-note": { rep: "d-----", steering: "d-----" },
    "post:override-score": { rep: "d-----", steering: "d-----" },
    "post:escalation": { rep: "d-cm--", steering: "d-cm--" },
    "post:handover-note": { rep: "d-----", steering: "d-----" },
    "post:feedback-note": { rep: "d-----", steering: "d-----" },
    "post:feedback-alert": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:mention-alert": { rep: "d-cm--", steering: "d-cm--" },
    "post:digest": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:cost-summary": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:model-alert": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:undelivered-alert": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:duplicates": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:post-mortem": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:post-mortem-details": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:post-mortem-list": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:post-mortem-note": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:job-alert": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:given-up-note": { rep: "d-----", steering: "d-----" },
    "post:given-up-alert": { rep: "--cm--", steering: "--cm--", posts: true },
    unfurl: { rep: "d-cm--", steering: "d-cm--" },
    "customer-link": { rep: "ducmg-", steering: "ducmg-" },
    "account-channel": { rep: "ducmg-", steering: "ducmg-" },
    "post:account-notice": { rep: "--cm--", steering: "--cm--", posts: true },
    "post:account-channel-note": { rep: "d-----", steering: "d-----" },
    setup: { rep: "------", steering: "ducmg-" },
    "step:look-up": { rep: "a", steering: "a" },
    "step:log-touch": { rep: "a", steering: "a" },
    "step:await-risk": { rep: "a", steering: "a" },
    "post:setup": { rep: "------", steering: "d-----" },
  };

describe("who may have what, where", () => {
  it("has a row for every surface", () => {
    expect(Object.keys(TABLE).sort()).toEqual([...SURFACES].sort());
  });

  const cases = SURFACES.flatMap((surface) =>
    ACCOUNTS.flatMap((account) =>
      ROLES.flatMap((role) => PLACES.map((place) => ({ surface, account, role, place }))),
    ),
  );

  it("is as the table says, for every account, role and place", () => {
    const where = ({ surface, role }: (typeof cases)[number]) => {
      const { rep, steering, operations = steering } = TABLE[surface];
      return { rep, manager: steering, operations }[role];
    };
    const may = (asked: (typeof cases)[number]) =>
      asked.account === "member" && where(asked).includes(asked.place.slice(0, 1));
    const wrong = cases.filter((asked) => {
      const { surface, account, role, place } = asked;
      return (accessRefusal(surface, { account, role }, place) === null) !== may(asked);
    });
    expect(cases).toHaveLength(SURFACES.length * 6 * 3 * 7);
    expect(wrong).toEqual([]);
  });

  it("asks for guests where everyone in the place reads it", () => {
    expect(SURFACES.filter(isPosted)).toEqual(SURFACES.filter((surface) => TABLE[surface].posts));
  });

  it.each([
    ["the account before all else", "costs", "guest", "rep", "shared", "guest"],
    ["the role before the place", "costs", "member", "rep", "shared", "managers-only"],
    ["that it is for operations", "choose-model", "member", "manager", "direct", "operations-only"],
    ["another organisation", "card", "member", "manager", "shared", "shared"],
    ["guests", "share", "member", "manager", "guests", "guests"],
    ["that nobody else is there", "share", "member", "rep", "direct", "direct"],
    ["that the bot sees nobody there", "share", "member", "rep", "unseen", "unseen"],
    ["that no other program gets it", "home", "member", "rep", "agent", "agent"],
    ["that it is for one person", "home", "member", "rep", "channel", "direct"],
  ] as const)("gives as the reason %s", (_, surface, account, role, place, because) => {
    expect(accessRefusal(surface, { account, role }, place)).toBe(because);
  });
});

describe("who may see a customer's money", () => {
  const customer = { ownerEmail: "ana@example.com" };
  const readers = [
    ["the owner", { role: "rep", email: "Ana@Example.com" }, "ducmg-a"],
    ["another rep", { role: "rep", email: "ben@example.com" }, "---m--"],
    ["a rep without an e-mail", { role: "rep", email: null }, "---m--"],
    ["a manager", { role: "manager", email: null }, "ducmg-a"],
    ["operations", { role: "operations", email: null }, "ducmg-a"],
    ["everyone in the place", "everyone", "---m--"],
  ] as const;

  it.each(readers)("%s, where the table says", (_, reader, where) => {
    const sees = (place: Place) => maySeeMoney(reader, customer, place);
    expect(PLACES.filter(sees)).toEqual(PLACES.filter((place) => where.includes(place.slice(0, 1))));
  });
});

const ANA = "ana@example.com";
const BEN = "ben@example.com";
const rep = { role: "rep", email: ANA } as const;

describe("an account's owner", () => {
  it.each([
    [ANA, ANA, true],
    ["Ana@Example.com", "aNA@example.COM", true],
    [ANA, BEN, false],
    [ANA, null, false],
    [null, ANA, false],
    [null, null, false],
  ])("%s owns what belongs to %s: %s", (email, ownerEmail, owned) => {
    expect(owns({ email }, { ownerEmail })).toBe(owned);
  });
});

it("keeping the ledger is for managers and operations, not for reps", () => {
  expect(ROLES.map((role) => mayKeepLedger({ role }))).toEqual([false, true, true]);
});

it("points are redeemed by the account's owner, and by managers and operations for anybody", () => {
  const may = (role: MemberRole, ownerEmail: string | null) =>
    mayRedeemPoints({ role, email: ANA }, { ownerEmail });
  expect([may("rep", ANA), may("rep", BEN), may("rep", null)]).toEqual([true, false, false]);
  expect([may("manager", BEN), may("operations", null)]).toEqual([true, true]);
});

it("an entry is corrected by who keeps the ledger, or until it is closed by whoever recorded it", () => {
  const may = (role: MemberRole, createdBy: string | null, isClosed = false) =>
    mayCorrectEntry({ role, slackUserId: "U1" }, { createdBy, isClosed });
  expect([may("manager", "U2"), may("operations", null, true)]).toEqual([true, true]);
  expect([may("rep", "U1"), may("rep", "U1", true)]).toEqual([true, false]);
  expect([may("rep", "U2"), may("rep", null)]).toEqual([false, false]);
});

describe("a rep's own cost", () => {
  it.each([
    ["direct, for one account of theirs", "direct", [ANA], true],
    ["direct, for two accounts of theirs", "direct", [ANA, ANA], true],
    ["direct, for somebody else's beside", "direct", [ANA, BEN], false],
    ["direct, for an account of nobody's", "direct", [null], false],
    ["direct, for nobody", "direct", [], false],
    ["direct, for something else than customers", "direct", null, false],
    ["shared out", "indirect", [ANA], false],
  ] as const)("%s", (_what, kind, ownerEmails, may) => {
    expect(mayRecordOwnCost(rep, kind, ownerEmails)).toBe(may);
  });
});
