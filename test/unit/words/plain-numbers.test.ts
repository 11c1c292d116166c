import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { en } from "../../../src/words/en/en.ts";
import { textOf } from "../../../src/words/text.ts";

const NUMBER = 1_234_567;

/** Every parameter of a message with a number in its place; whatever chooses gets "other". */
function numbersFor(elements: readonly MessageFormatElement[]): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    values[element.value] ??= element.type === TYPE.select ? "other" : NUMBER;
    if ("options" in element)
      for (const { value } of Object.values(element.options))
        Object.assign(values, { ...numbersFor(value), ...values });
  }
  return values;
}

describe("a number in a text", () => {
  it("is grouped as the reader's locale does, whatever the message says of it", () => {
    const read = Object.entries<string>(en).filter(([code]) => !/^cli\.|\.cli$/.test(code));
    const ungrouped = read.flatMap(([code, message]) =>
      textOf(phrase(code, numbersFor(parse(message, { ignoreTag: true }))), "en").includes(String(NUMBER))
        ? [code]
        : [],
    );
    expect(ungrouped).toEqual([]);
  });

  it("is left as it is on the command line, where it may be an id to copy", () => {
    const [code] =
      Object.entries<string>(en).find(([key, text]) => /^cli\./.test(key) && /\{id\}/.test(text)) ?? [];
    if (code === undefined) throw new Error("no text of the command line names an id");
    expect(
      textOf(phrase(code, numbersFor(parse(String(en[code as keyof typeof en]), { ignoreTag: true }))), "en"),
    ).toContain(String(NUMBER));
  });

  it("is left as it is where it is text: an id, a year", () => {
    expect(textOf(phrase("cost.period.year", { year: "2026" }), "en")).toBe("2026");
  });
});
