import { expect, it } from "vitest";
import { decodePairs, encodePairs } from "../../../../../src/slack/blocks/imports/pair-value.ts";

it("gives back what a button was given, of twenty pairs with the longest ids within Slack's limit", () => {
  const pairs = Array.from({ length: 20 }, (_, i) => ({
    firstId: 2 ** 31 - 100 + i,
    secondId: 2 ** 31 - 50 + i,
  }));
  const value = encodePairs({ place: 19, pairs });
  expect(value.length).toBeLessThanOrEqual(2000);
  expect(decodePairs(value)).toEqual({ place: 19, pairs });
});

it.each([undefined, "", "1", "1;", "0;1-x", "0;0-1", "0;4294967296-5"])("reads no pair in %s", (value) => {
  expect(decodePairs(value)).toBeNull();
});
