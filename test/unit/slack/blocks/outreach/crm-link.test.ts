import { expect, it } from "vitest";
import { crmLink } from "../../../../../src/domain/customers/crm-link.ts";
import { crmLinkText } from "../../../../../src/slack/blocks/outreach/crm-link.ts";
import { sayIn } from "../../../../../src/words/say.ts";

const written = (url: string) => crmLinkText(crmLink({ url }), sayIn("en"));

it("says where the link leads", () => {
  expect(written("https://crm.example.com/a?b=1&c=2")).toEqual([
    "<https://crm.example.com/a?b=1&amp;c=2|Open at crm.example.com>",
  ]);
});

it("lets nothing in the address end the link or begin another", () => {
  const [link = ""] = written("https://crm.example.com/a?b=|Pay>here<!channel>#x|y>z");
  expect(link).toMatch(/^<https:\/\/[^<>|]+\|Open at crm\.example\.com>$/);
});

it("is nothing where the file knows no address", () => expect(crmLinkText(null, sayIn("en"))).toEqual([]));
