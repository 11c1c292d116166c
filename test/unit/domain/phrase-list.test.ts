import { expect, it } from "vitest";
import { asWritten, phrase } from "../../../src/domain/phrase.ts";
import { phraseList } from "../../../src/domain/phrase-list.ts";

const [a, b, c] = [phrase("a"), phrase("b"), phrase("c")];

it("is nothing for none, and the phrase itself for one", () => {
  expect(phraseList([], "comma")).toBeNull();
  expect(phraseList([a], "or")).toEqual({ code: "a", parameters: {} });
});

it.each(["comma", "sentence"] as const)("puts the same link between all: %s", (link) => {
  expect(phraseList([a, b, c], link)).toEqual(
    phrase(`list.${link}`, { first: a, rest: phrase(`list.${link}`, { first: b, rest: c }) }),
  );
});

it('says "or" before the last one only', () => {
  expect(phraseList([a, b], "or")).toEqual(phrase("list.or", { first: a, rest: b }));
  expect(phraseList([a, b, c], "or")).toEqual(
    phrase("list.comma", { first: a, rest: phrase("list.or", { first: b, rest: c }) }),
  );
});

it("keeps a sentence of one language as it was written", () => {
  expect(asWritten("Call them.")).toEqual({ code: "as-written", parameters: { text: "Call them." } });
});
