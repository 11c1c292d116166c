import { describe, expect, it } from "vitest";
import { mentionAlert } from "../../../../src/domain/messages/mention-alert.ts";
import {
  type Mention,
  maySeeMention,
  mentionUrgency,
  webAddress,
} from "../../../../src/domain/outreach/mentions.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const A_MENTION: Mention = {
  id: 1,
  customer: null,
  network: "X",
  author: "ann",
  text: "Terrible",
  url: null,
  at: NOW,
  reach: 90,
  sentiment: -0.5,
};
const urgency = (about: Partial<Mention>) => mentionUrgency({ ...A_MENTION, ...about }, NOW);

describe("how urgent a complaint is", () => {
  it("is how bad × how far it reaches × how long it has waited", () => {
    expect(urgency({})).toBeCloseTo(0.5 * 2 * 1);
    expect(urgency({ reach: 990 })).toBeCloseTo(0.5 * 3 * 1);
    expect(urgency({ at: daysAgo(7) })).toBeCloseTo(0.5 * 2 * 2);
    expect(urgency({ sentiment: -1 })).toBeCloseTo(1 * 2 * 1);
  });

  it("counts a reach that is not known as none", () => {
    expect(urgency({ reach: null })).toBe(urgency({ reach: 0 }));
    expect(urgency({ reach: null })).toBeCloseTo(0.5);
  });

  it("grows no more after two weeks, and is nothing for praise", () => {
    expect(urgency({ at: daysAgo(14) })).toBeCloseTo(3);
    expect(urgency({ at: daysAgo(80) })).toBeCloseTo(3);
    expect(urgency({ at: daysAgo(-3) })).toBeCloseTo(1);
    expect(urgency({ sentiment: 0.9 })).toBe(0);
  });
});

describe("who may see a mention", () => {
  const ana = { role: "rep", email: "ana@example.com" } as const;
  it.each([
    ["of nobody we know, everyone", ana, null, true],
    ["of one's own customer", ana, { ownerEmail: "Ana@Example.com" }, true],
    ["not of a colleague's customer", ana, { ownerEmail: "ben@example.com" }, false],
    ["not of a customer without an owner", ana, { ownerEmail: null }, false],
    ["a manager, of any", { role: "manager", email: null }, { ownerEmail: "ben@example.com" }, true],
    ["a rep without an e-mail, of none", { role: "rep", email: null }, { ownerEmail: null }, false],
  ] as const)("%s", (_, member, customer, may) => expect(maySeeMention(member, customer)).toBe(may));
});

it.each([
  ["https://x.example/1?a=1&b=2", "https://x.example/1?a=1&b=2"],
  ["http://x.example", "http://x.example/"],
  ["javascript:alert(1)", null],
  ["ftp://x.example/1", null],
  ["https://x.example@evil.example/", null],
  ["not an address", null],
  ["", null],
  [null, null],
])("takes %j for a link to %j", (url, href) => expect(webAddress(url)).toBe(href));

describe("a message of complaints", () => {
  const many = (count: number) => Array.from({ length: count }, (_, id) => ({ ...A_MENTION, id }));

  it("rolls a burst up into one: the first five, and how many more", () => {
    const message = mentionAlert("alerted", many(42), NOW);
    expect(message.items.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
    expect(message.more).toBe(37);
    expect(mentionAlert("alerted", many(5), NOW).more).toBe(0);
  });

  it("keeps no more of a text than it tells", () => {
    const [item] = mentionAlert("escalated", [{ ...A_MENTION, text: "x".repeat(9000) }], NOW).items;
    expect(item?.text).toHaveLength(300);
    expect(item?.at).toBe(NOW.toISOString());
  });
});
