import { expect, it } from "vitest";
import type { AtRiskCustomer, AtRiskList } from "../../../../../src/domain/outreach/at-risk.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { atRiskFile } from "../../../../../src/slack/blocks/outreach/at-risk-file.ts";

const customer = (given: Partial<AtRiskCustomer>): AtRiskCustomer => ({
  customerId: 1,
  name: "Acme",
  probability: 0.62,
  bounds: null,
  stake: { kind: "known", money: { minor: 421_950, currency: "EUR" } },
  owner: phrase("at-risk.owner", { name: "Ana" }),
  renewsOn: "2026-12-03",
  step: phrase("call-about-renewal.action"),
  acted: null,
  ...given,
});
const fileOf = (...customers: AtRiskCustomer[]) => {
  const list = {
    kind: "page",
    scope: { kind: "team" },
    items: customers.map((one) => ({ customer: one, suggestionKey: null })),
  } as unknown as Extract<AtRiskList, { kind: "page" }>;
  return atRiskFile(list, { now: new Date("2026-11-23T23:30:00Z"), timeZone: "Asia/Taipei", locale: "en" });
};

it("has a row for each, with numbers a spreadsheet can add up, and the reader's day in its name", () => {
  const { name, content } = fileOf(customer({}));
  expect(name).toBe("at-risk-team-2026-11-24.csv");
  expect(content.split("\r\n")).toEqual([
    '\uFEFFCustomer,"Risk of leaving, %",At stake,Currency,Owner,Renews on,Somebody acted,Next',
    "Acme,62,4219.5,EUR,owner Ana,2026-12-03,no,Call about the renewal",
    "",
  ]);
});

it("leaves out what is not for its reader or not known, and keeps every name from being a formula", () => {
  const names = ["=cmd()", "+1", "-1", "@x", "\tx", "\rx"];
  const hidden = names.map((name) => customer({ name, stake: { kind: "hidden" }, renewsOn: null }));
  const { content } = fileOf(...hidden, customer({ stake: { kind: "unknown" } }));
  expect(content).not.toContain("EUR");
  for (const line of content.split("\r\n").slice(1)) expect(line).not.toMatch(/^[=+\-@\t\r]/);
  for (const name of names) expect(content).toContain(`'${name}`);
});
