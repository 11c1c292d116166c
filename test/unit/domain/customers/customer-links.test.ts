import { describe, expect, it } from "vitest";
import {
  customerInLink,
  customerLink,
  isCrmLinkPattern,
  linkHosts,
  NO_CUSTOMER_LINKS,
} from "../../../../src/domain/customers/customer-links.ts";

const SETTINGS = {
  publicUrl: "https://us.example/mainstay",
  crmPatterns: [
    { source: null, pattern: "https://crm.example.com/accounts/{ref}" },
    { source: "sf", pattern: "https://sf.example.com/lightning/r/Account/{ref}/view" },
    { source: "zoho", pattern: "https://zoho.example.com/show?tab=1&id={ref}" },
  ],
};
const inLink = (link: string) => customerInLink(link, SETTINGS);
const reference = (text: string, source: string | null = null) => ({
  by: "reference",
  reference: text,
  source,
});

describe("a link of ours", () => {
  it("names a customer by id, and the id makes the link again", () => {
    const link = customerLink(SETTINGS, 42);
    expect(link).toBe("https://us.example/mainstay/c/42");
    expect(inLink(link ?? "")).toEqual({ by: "id", id: 42 });
    expect(customerLink(NO_CUSTOMER_LINKS, 42)).toBeNull();
  });

  it.each([
    "HTTPS://US.EXAMPLE/mainstay/c/42",
    "http://us.example/mainstay/c/42?x=1",
    "https://us.example/mainstay/c/42/#a",
  ])("is known as %s", (link) => expect(inLink(link)).toEqual({ by: "id", id: 42 }));

  it.each([
    "https://us.example/c/42",
    "https://us.example/mainstay/c/",
    "https://us.example/mainstay/c/042",
    "https://us.example/mainstay/c/4.2",
    "https://us.example/mainstay/c/99999999999",
    "https://us.example/mainstay/f/42",
    "https://us.example.evil.example/mainstay/c/42",
    "https://us.example@evil.example/mainstay/c/42",
    "not a link",
    "",
  ])("is not %s", (link) => expect(inLink(link)).toBeNull());
});

describe("a link of the team's own system", () => {
  it.each([
    ["https://crm.example.com/accounts/C-1", reference("C-1")],
    ["https://crm.example.com/accounts/C-1/edit?x#y", reference("C-1")],
    ["https://crm.example.com/accounts/%E5%BF%83%20%2F1", reference("心 /1")],
    ["https://sf.example.com/lightning/r/Account/001X/view", reference("001X", "sf")],
    ["https://sf.example.com/lightning/r/Account/001X/view?ws=1", reference("001X", "sf")],
    ["https://zoho.example.com/show?tab=1&id=77&x=2", reference("77", "zoho")],
  ])("%s names a reference", (link, named) => expect(inLink(link)).toEqual(named));

  it.each([
    "https://crm.example.com/accounts/",
    "https://crm.example.com/accounts/%E5%",
    "https://crm.example.com/other/C-1",
    "https://sf.example.com/lightning/r/Account/001X/viewer",
    "https://sf.example.com/lightning/r/Account/001X",
    `https://crm.example.com/accounts/${"x".repeat(201)}`,
    `https://crm.example.com/accounts/C-1?${"x".repeat(2000)}`,
  ])("%s names nobody", (link) => expect(inLink(link)).toBeNull());
});

describe("a pattern", () => {
  it.each([
    ["https://crm.example.com/accounts/{ref}", true],
    ["http://localhost:8080/a?id={ref}&b=1", true],
    ["https://crm.example.com/accounts/{ref}/view", true],
    ["https://crm.example.com/accounts", false],
    ["https://crm.example.com/{ref}/{ref}", false],
    ["https://{ref}.example.com/", false],
    ["https://crm.example.com/x{ref}", false],
    ["https://crm.example.com/{ref}x", false],
    ["https://me:secret@crm.example.com/{ref}", false],
    ["ftp://crm.example.com/{ref}", false],
    ["crm.example.com/{ref}", false],
  ])("%s: %s", (pattern, isOne) => expect(isCrmLinkPattern(pattern)).toBe(isOne));

  it("has a host for the app's domains, each once", () => {
    const again = { source: "x", pattern: "https://crm.example.com:8443/x/{ref}" };
    const hosts = linkHosts({ ...SETTINGS, crmPatterns: [...SETTINGS.crmPatterns, again] });
    expect(hosts).toEqual(["us.example", "crm.example.com", "sf.example.com", "zoho.example.com"]);
    expect(linkHosts(NO_CUSTOMER_LINKS)).toEqual([]);
  });
});
