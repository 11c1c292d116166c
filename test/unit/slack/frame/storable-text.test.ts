import { expect, it } from "vitest";
import { storable } from "../../../../src/slack/frame/storable-text.ts";

it("leaves alone what a database can keep, emoji and Chinese too", () => {
  const body = { text: "北京科技 🌱 \u202E", actions: [{ value: "1", n: 1, on: true, none: null }] };
  expect(storable(body)).toEqual(body);
});

it("replaces NUL and halves of characters, also in names of fields", () => {
  expect(storable({ "a\u0000": ["\ud83c", "x\udf31y", "\u0000"] })).toEqual({
    "a\uFFFD": ["\uFFFD", "x\uFFFDy", "\uFFFD"],
  });
});

it("takes a field called like an object's own for a field", () => {
  const body = storable(JSON.parse('{"__proto__": {"isAdmin": true}}')) as Record<string, unknown>;
  expect(Object.keys(body)).toEqual(["__proto__"]);
  expect(body.isAdmin).toBeUndefined();
});

it("leaves out what lies deeper than any payload", () => {
  const deep = JSON.parse(`${"[".repeat(5_000)}1${"]".repeat(5_000)}`) as unknown;
  expect(JSON.stringify(storable(deep))).toMatch(/^\[{61}null\]{61}$/);
});
