import { expect, it } from "vitest";
import { crmLink } from "../../../../src/domain/customers/crm-link.ts";

const ACME = "https://crm.example.com/accounts/1?tab=a&b=c";

it.each(["url", "URL", "crm_url", "CRM URL", "crm-link", "Record URL", "CRM链接"])(
  "reads the column %s",
  (column) =>
    expect(crmLink({ industry: "x", [column]: ` ${ACME} ` })).toEqual({
      href: ACME,
      host: "crm.example.com",
    }),
);

it("prefers what says that it is the CRM's, and goes on where that is no address", () => {
  expect(crmLink({ url: "https://acme.example", crm_url: ACME })?.href).toBe(ACME);
  expect(crmLink({ url: ACME, crm_url: "n/a" })?.href).toBe(ACME);
});

it.each([
  ["no address", "see the CRM"],
  ["a script", "javascript:alert(1)"],
  ["a file", "file:///etc/passwd"],
  ["a name before the host", "https://crm.example.com@elsewhere.example/"],
  ["a password", "https://a:b@crm.example.com/"],
  ["an endless one", `https://crm.example.com/${"a".repeat(600)}`],
])("takes %s for no link", (_, url) => expect(crmLink({ url })).toBeNull());

it("knows none where no column is called so", () => {
  expect(crmLink({ website: ACME, curl: ACME })).toBeNull();
  expect(crmLink({})).toBeNull();
});
