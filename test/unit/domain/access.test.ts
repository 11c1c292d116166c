import { describe, expect, it } from "vitest";
import {
  mayKeepLedger,
  mayManageChannels,
  mayRecordOwnCost,
  maySeeCompanyMoney,
  maySeeMoney,
  owns,
} from "../../../src/domain/access.ts";

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

describe("what a customer is worth", () => {
  it("is seen by managers and operations of everybody, by reps of their own accounts", () => {
    for (const role of ["manager", "operations"] as const)
      expect(maySeeMoney({ role, email: null }, { ownerEmail: BEN })).toBe(true);
    expect(maySeeMoney(rep, { ownerEmail: ANA })).toBe(true);
    expect(maySeeMoney(rep, { ownerEmail: BEN })).toBe(false);
  });
});

it.each([
  ["seeing the company's money", maySeeCompanyMoney],
  ["keeping the ledger", mayKeepLedger],
  ["deciding what channels receive", mayManageChannels],
])("%s is for managers and operations, not for reps", (_what, may) => {
  expect((["manager", "operations", "rep"] as const).map((role) => may({ role }))).toEqual([
    true,
    true,
    false,
  ]);
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
