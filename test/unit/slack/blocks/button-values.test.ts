import { describe, expect, it } from "vitest";
import { decodeButton, encodeButton } from "../../../../src/slack/blocks/button-value.ts";
import { decodePairs } from "../../../../src/slack/blocks/imports/pair-value.ts";
import { decodeAtRiskPage } from "../../../../src/slack/blocks/outreach/at-risk-page.ts";
import { decodeMentionButton } from "../../../../src/slack/blocks/outreach/mentions-page.ts";

const SHOWN = new Date("2026-12-01T09:00:00Z");

describe("a customer's button", () => {
  it("hands back what it was given", () => {
    const value = { customerId: 7, suggestionKey: "nudge:7:2026-12-01", shownAt: SHOWN };
    expect(decodeButton(encodeButton(value))).toEqual(value);
  });

  it.each([
    ["an id that no row has", `[2147483648,null,${SHOWN.getTime()}]`],
    ["an id below one", `[0,null,${SHOWN.getTime()}]`],
    ["half an id", `[1.5,null,${SHOWN.getTime()}]`],
    ["a moment beyond what a day can be", "[7,null,8640000000000001]"],
    ["no moment", '[7,null,"now"]'],
    ["an object", '{"__proto__":[7,null,1]}'],
    ["no JSON", "constructor"],
    ["nothing", undefined],
  ])("is none of ours with %s", (_what, value) => {
    expect(decodeButton(value)).toBeNull();
  });
});

it.each([
  ["a mention", decodeMentionButton, "[2147483648,0]"],
  ["a pair of customers", decodePairs, "0;1-2147483648"],
  ["a page before the first", decodeAtRiskPage, '["mine",-1,null,null]'],
  ["a page beyond any list", decodeAtRiskPage, '["mine",100001,null,null]'],
])("the button of %s is none of ours where the database would refuse it", (_what, decode, value) => {
  expect(decode(value)).toBeNull();
});
