import { describe, expect, it } from "vitest";
import { termPatterns, untellingNames } from "../../../../src/domain/customers/erasure/erased-terms.ts";
import {
  erasedName,
  withoutCustomers,
  withoutWords,
} from "../../../../src/domain/customers/erasure/erased-values.ts";

const known = (given: Partial<Parameters<typeof termPatterns>[0]>) =>
  termPatterns({ names: [], emails: [], phones: [], addresses: [], ...given });
const inText = (given: Parameters<typeof known>[0], text: string) =>
  known(given).text.some((pattern) => new RegExp(pattern, "iu").test(text));
const inJson = (given: Parameters<typeof known>[0], value: unknown) =>
  known(given).json.some((pattern) => new RegExp(pattern, "u").test(JSON.stringify(value)));

describe("what texts are searched for", () => {
  it("is a name in any case, and never a part of a longer word", () => {
    const acme = { names: ["Acme"] };
    expect(inText(acme, "ACME called")).toBe(true);
    expect(inText(acme, "(acme)")).toBe(true);
    expect(inText(acme, "Acmegon, Pacme, Acmé")).toBe(false);
    expect(inText({ names: ["A+B (Holding)"] }, "from A+B (Holding).")).toBe(true);
    expect(inText({ names: ["北京科技"] }, "昨天北京科技来电")).toBe(true);
  });

  it("is a phone however its digits are grouped, and an e-mail in any case", () => {
    const phone = { phones: ["+49 7541 998 8776"] };
    for (const text of ["+49 (7541) 998-8776", "4975419988776"]) expect(inText(phone, text)).toBe(true);
    expect(inText(phone, "49754199887761")).toBe(false);
    expect(inText({ emails: ["Ana@Acme.example"] }, "<ana@acme.example>")).toBe(true);
    expect(inText({ emails: ["a@acme.example"] }, "ana@acme.example")).toBe(false);
  });

  it("is, in JSON, no code and no number", () => {
    expect(inJson({ names: ["Total"] }, { code: "total", total: 1 })).toBe(false);
    expect(inJson({ names: ['The "Best"'] }, { text: 'met The "Best" today' })).toBe(true);
    expect(inJson({ phones: ["4975419988"] }, { amountMinor: 4975419988 })).toBe(false);
    expect(inJson({ phones: ["4975419988"] }, { phone: "4975419988" })).toBe(true);
  });

  it("leaves out what is a word like others, and says so", () => {
    const names = ["total", "AB", "Acme", "京", "京东"];
    expect(untellingNames({ names })).toEqual(["total", "AB", "京"]);
    expect(inText({ names: ["total", "AB"] }, "total of AB")).toBe(false);
    expect(known({ phones: ["12345"], emails: ["a"] }).text).toEqual([]);
  });

  it("comes in parts that a database can read", () => {
    const names = Array.from({ length: 120 }, (_, place) => `Name ${place}`);
    expect(known({ names }).text).toHaveLength(3);
  });
});

describe("JSON without words", () => {
  it("keeps codes, days, currencies, zones and numbers", () => {
    const kept = {
      code: "reason.usage-down",
      playbook: "follow_up",
      day: "2026-11-29",
      at: "2026-11-29T08:00:00.000Z",
      quarter: "2026-Q4",
      currency: "EUR",
      zone: "America/New_York",
      by: "U0123ABCD",
      share: 0.4,
      on: true,
      none: null,
    };
    expect(withoutWords(kept, "X")).toEqual(kept);
  });

  it("drops what people wrote, however short", () => {
    const words = { text: "Ana", note: "see ana@acme.example", phone: "+49 1", name: "acme", contact: "ana" };
    expect(withoutWords(words, "Erased customer 1")).toEqual({
      text: "(erased)",
      note: "(erased)",
      phone: "(erased)",
      name: "Erased customer 1",
      contact: "(erased)",
    });
  });

  it("drops it of one customer alone", () => {
    const message = {
      kind: "digest",
      title: "Week 48",
      rows: [
        { customerId: 1, name: "Acme" },
        { customerId: 2, name: "Beta" },
        { customer: { id: 1, name: "Acme" }, note: "Ana left" },
      ],
    };
    expect(withoutCustomers(message, new Set([1]), erasedName)).toEqual({
      kind: "digest",
      title: "Week 48",
      rows: [
        { customerId: 1, name: "Erased customer 1" },
        { customerId: 2, name: "Beta" },
        { customer: { id: 1, name: "Erased customer 1" }, note: "(erased)" },
      ],
    });
  });
});
