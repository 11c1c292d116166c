import { describe, expect, it } from "vitest";
import type { CustomerMatch } from "../../../../../src/domain/customers/customer-search.ts";
import { decodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import { choiceMessage, nobodyFound } from "../../../../../src/slack/blocks/messages/notices.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const reading = { now: NOW, locale: "en" } as const;
const match = (id: number, rest: Partial<CustomerMatch> = {}): CustomerMatch => ({
  ...{ id, name: "Acme", externalId: `C-${id}`, domain: null, segment: null, keys: [] },
  ...{ town: null, country: null, owner: null, tier: null },
  ...rest,
});
const known = match(1, {
  ...{ domain: "acme.com", segment: "Retail", town: "Köln", country: "Germany" },
  ...{ owner: "Ana <Keller>", tier: "top" },
});
const chinese = match(2, { name: "環球貿易有限公司", town: "臺北市" });

describe("the choice among several customers of a name", () => {
  const { blocks, text } = choiceMessage("acme", [known, chinese], false, reading);

  it("shows town, segment, owner and tier, as far as they are known", () => {
    expect(blocks.slice(1)).toMatchObject([
      {
        text: {
          text: "*Acme* (acme.com)\nKöln, Germany · Retail · owner Ana &lt;Keller&gt; · value tier Top",
        },
      },
      { text: { text: "*環球貿易有限公司* (C-2)\n臺北市 · no owner" } },
    ]);
  });

  it("has a button each that opens the card and says of whom", () => {
    const accessories = blocks.flatMap((block) =>
      "accessory" in block && block.accessory?.type === "button" ? [block.accessory] : [],
    );
    expect(accessories.map((one) => [one.action_id, one.text.text, one.accessibility_label])).toEqual([
      ["customer.choose:0", "Open", "Open: Acme (acme.com)"],
      ["customer.choose:1", "Open", "Open: 環球貿易有限公司 (C-2)"],
    ]);
    expect(accessories.map(({ value }) => decodeButton(value)?.customerId)).toEqual([1, 2]);
  });

  it("names the choices to who has it read aloud", () => {
    expect(text).toBe(
      "Which customer do you mean by “acme”? " +
        "Acme (acme.com, Köln, Germany, Retail, owner Ana &lt;Keller&gt;, value tier Top); " +
        "環球貿易有限公司 (C-2, 臺北市, no owner)",
    );
  });
});

it("names those that come nearest, and nobody where nobody does", () => {
  expect(nobodyFound("acne", [chinese], reading).text).toContain("These come nearest: 環球貿易有限公司 (C-2");
  expect(nobodyFound("acne", [], reading).blocks).toHaveLength(1);
});
