import { expect, it } from "vitest";
import type { ListedPair } from "../../../../../src/domain/customers/joins/listed-pair.ts";
import { duplicatesMessage } from "../../../../../src/slack/blocks/messages/duplicates.ts";

const side = (customerId: number, name: string, contracts = 0) => ({
  customerId,
  name,
  source: "crm",
  externalId: `C${customerId}`,
  contracts,
});
const pair = (told: Partial<ListedPair> = {}): ListedPair => ({
  firstId: 1,
  secondId: 2,
  status: "proposed",
  isCertain: false,
  why: {
    agrees: [{ sign: "email-domain", first: "acme.example", second: "" }],
    differs: [{ sign: "form", first: "gmbh", second: "ag" }],
  },
  first: side(1, "Acme <GmbH>"),
  second: side(2, "华信科技"),
  decidedBy: null,
  decidedByName: null,
  ...told,
});
const textOf = (shown: Parameters<typeof duplicatesMessage>[0]) =>
  JSON.stringify(duplicatesMessage(shown, "en"));

it("says of each pair what agrees and what differs, escaped, with both buttons", () => {
  const text = textOf({ pairs: [pair()], more: 3 });
  expect(text).toContain("4 pairs of customers may be one");
  expect(text).toContain("Acme &lt;GmbH&gt; (crm C1) and 华信科技 (crm C2)");
  expect(text).toContain("The same: e-mail domain acme.example");
  expect(text).toContain("Not the same: legal form (gmbh, ag)");
  expect(text).toContain("3 more pairs are open");
  expect(text.match(/"value":"0;1-2"/g)).toHaveLength(2);
});

it("offers to take back what was decided, and says by whom", () => {
  const text = textOf({
    pairs: [pair({ status: "joined", decidedBy: "U1", decidedByName: "Dana" })],
    more: 0,
  });
  expect(text).toContain("Joined by Dana.");
  expect(text).toContain("duplicate.undo:0");
  expect(text).not.toContain("duplicate.join:0");
});

it("warns where two contracts would add up, and only there", () => {
  const both = pair({ first: side(1, "A", 1), second: side(2, "B", 1) });
  expect(textOf({ pairs: [both], more: 0 })).toContain("Both have a contract");
  expect(textOf({ pairs: [pair({ first: side(1, "A", 1) })], more: 0 })).not.toContain(
    "Both have a contract",
  );
});

it("says so where there is nothing to ask", () => {
  expect(textOf({ pairs: [], more: 0 })).toContain("No two customers look like one");
});

it("stays within Slack's fifty blocks with twenty pairs", () => {
  const pairs = Array.from({ length: 20 }, () => pair());
  expect(duplicatesMessage({ pairs, more: 0 }, "en").blocks.length).toBeLessThanOrEqual(50);
});
