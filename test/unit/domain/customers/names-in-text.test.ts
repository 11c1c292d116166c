import { expect, it } from "vitest";
import { namesInText } from "../../../../src/domain/customers/names-in-text.ts";

it("gives every run of words that could be a name, as look-ups know it", () => {
  const names = namesInText("Called Acme & Söhne, all fine");
  expect(names).toContain("acme and sohne");
  expect(names).toContain("acme");
  expect(names).not.toContain("al");
});

it.each([
  ["Acme's usage looks off", "acme"],
  ["ACME’S usage", "acme"],
  ["Initech Systems' renewal", "initech systems"],
  ["Lunch at McDonald's today", "mcdonalds"],
])("finds the name in “%s”", (text, name) => {
  expect(namesInText(text)).toContain(name);
});

it("gives runs of Han characters, which have no spaces between words", () => {
  expect(namesInText("今天拜访了北京贸易公司")).toContain("北京贸易");
});

it.each(["", "a", "…", "ok"])("gives nothing for “%s”", (text) => {
  expect(namesInText(text)).toEqual([]);
});

it("gives few enough keys for one look-up of a long text", () => {
  expect(namesInText("word ".repeat(5_000)).length).toBeLessThan(20);
  expect(namesInText("北京贸易公司的会议记录".repeat(500)).length).toBeLessThan(12_000);
});
