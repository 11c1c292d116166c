import { expect, it } from "vitest";
import { assertSendable } from "../support/block-kit.ts";

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

it("lets pass what Slack takes", () => {
  assertSendable({ text: "x", blocks: [section("x")] });
  assertSendable({ type: "home", blocks: [section("x")] });
});

it.each([
  ["a text too long", { text: "x", blocks: [section("x".repeat(3001))] }, /\/blocks\/0\/text/],
  ["too many blocks", { text: "x", blocks: Array.from({ length: 51 }, () => section("x")) }, /50/],
  [
    "too much in all",
    { text: "x", blocks: Array.from({ length: 5 }, () => section("x".repeat(3000))) },
    /all blocks/,
  ],
  ["no fallback text", { text: " ", blocks: [section("x")] }, /fallback/],
  ["an unknown block", { type: "home" as const, blocks: [{ type: "hologram" }] }, /\/blocks\/0/],
])("names %s", (_what, sendable, problem) => {
  expect(() => assertSendable(sendable)).toThrow(problem);
});
