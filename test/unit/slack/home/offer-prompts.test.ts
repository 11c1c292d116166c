import { expect, it } from "vitest";
import { understand } from "../../../../src/domain/asking/understand.ts";
import { PROMPTS } from "../../../../src/slack/home/offer-prompts.ts";
import { LOCALES } from "../../../../src/words/locale.ts";
import { sayIn } from "../../../../src/words/say.ts";

const prompts = LOCALES.flatMap((locale) =>
  Object.values(PROMPTS).flatMap((names) =>
    names.map((name) => [locale, sayIn(locale)(`asking.prompt.${name}`)]),
  ),
);

it("offers four to each role", () => {
  expect(Object.values(PROMPTS).map(({ length }) => length)).toEqual([4, 4]);
});

it.each(prompts)("understands in %s what it offers to ask: %s", (_locale, text = "") => {
  expect(understand(text).kind).toBe("question");
});
