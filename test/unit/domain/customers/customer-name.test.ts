import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseName, searchKeysOf } from "../../../../src/domain/customers/customer-name.ts";

describe("normaliseName", () => {
  it.each([
    ["  ACME   Tools ", "acme tools"],
    ["Café Müller", "cafe muller"],
    ["Straße & Söhne", "strasse and sohne"],
    ["O’Neil's", "oneils"],
    ["Foo S.A.R.L.", "foo sarl"],
    ["ＡＣＭＥ　１２", "acme 12"],
    ["İstanbul Işık", "istanbul isik"],
    ["Łódź Ørsted", "lodz orsted"],
    ["深圳市 腾讯（计算机）系统", "深圳市腾讯计算机系统"],
    ["ガス", "ガス"],
    ["ｶﾞｽ", "ガス"],
    ["한국전력", "한국전력"],
    ["Ac\u200bme\u0000Ltd", "acme ltd"],
    ["acme.com", "acme com"],
    ["***", "***"],
    ["", ""],
  ])("%j is %j", (typed, expected) => {
    expect(normaliseName(typed)).toBe(expected);
  });

  it("changes nothing when applied again, and ignores case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe("searchKeysOf", () => {
  type Profile = Parameters<typeof searchKeysOf>[0];
  const profile: Profile = { name: "Acme", domain: null, externalId: "C-1", attributes: {} };
  const keysOf = (facts: Partial<Profile>) => searchKeysOf({ ...profile, ...facts }).keys;

  it.each([
    ["Acme GmbH & Co. KG", "acme"],
    ["The Acme Company, Inc.", "acme"],
    ["Acme Pty Ltd", "acme"],
    ["Acme S.p.A.", "acme"],
    ["华为技术有限公司", "华为技术"],
    ["阿里巴巴（中国）股份有限公司", "阿里巴巴中国"],
    ["株式会社トヨタ", "トヨタ"],
    ["Acme Tools Ltd", "acmetools"],
  ])("%s is also found as %s", (name, key) => {
    expect(keysOf({ name })).toContain(key);
  });

  it("never strips a name down to nothing", () => {
    expect(keysOf({ name: "Limited" })).toContain("limited");
    expect(keysOf({ name: "有限公司" })).toContain("有限公司");
  });

  it("finds by domain, domain without its ending, alias and external id", () => {
    const keys = keysOf({
      domain: "https://www.acme-shop.co.uk/x",
      attributes: { aliases: "A.C.M.E.|Road Runner Ltd" },
    });
    expect(keys).toEqual(
      expect.arrayContaining(["acme shop co uk", "acme shop", "acme", "road runner", "c 1"]),
    );
  });

  it.each([
    ["acme.de", ["acme de", "acme"]],
    ["shop.acme.com.tw", ["shop acme com tw", "acme"]],
    // A second level is no name only where there is one before it.
    ["co.uk", ["co uk", "co"]],
    ["localhost", ["localhost"]],
  ])("finds %s by %j", (domain, keys) => {
    expect(keysOf({ domain })).toEqual(["acme", ...keys.filter((key) => key !== "acme"), "c 1"]);
  });

  it("joins the distinct spellings for the search by similarity", () => {
    expect(searchKeysOf({ ...profile, name: "Acme Tools Ltd", domain: "acme.com" }).text).toBe(
      "acme tools ltd acmetools acme com c 1",
    );
  });

  it("gives no empty key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (name, aliases) => {
        expect(keysOf({ name, attributes: { aliases } })).not.toContain("");
      }),
    );
  });
});
