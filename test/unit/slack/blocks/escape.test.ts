import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMrkdwn, plainLine } from "../../../../src/slack/blocks/escape.ts";

describe("text from outside", () => {
  it.each([
    ["<!channel>", "&lt;!channel&gt;"],
    ["<@U1> & co", "&lt;@\u200BU1&gt; &amp; co"],
    ["*bold* _it_ ~no~ `code`", "*\u200Bbold*\u200B _\u200Bit_\u200B ~\u200Bno~\u200B `\u200Bcode`\u200B"],
    [":tada:", ":\u200Btada:\u200B"],
    ["a\nb\u0000c\u202Ed\ttab", "a b c d tab"],
    ["left\u200Eright\u200Farabic\u061Cmark", "left right arabic mark"],
    ["\ud83d half", "half"],
    ["北京科技", "北京科技"],
  ])("%j shows as what it is", (text, expected) => expect(escapeMrkdwn(text, 200)).toBe(expected));

  it("is cut without breaking a character or an entity", () => {
    expect(plainLine("ab😀cd", 4)).toBe("ab…");
    expect(plainLine("ab😀cd", 5)).toBe("ab😀…");
    expect(plainLine("ab😀cd", 6)).toBe("ab😀cd");
    expect(escapeMrkdwn("&&&", 11)).toBe("&amp;&amp;…");
    expect(escapeMrkdwn("&&&", 10)).toBe("&amp;…");
  });

  it("never forms a mention, a link or half a character, and keeps to its length", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."<>!@#&*_`~:|😀\ud83d\udc00\n京a ".split("")),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), (given, max) => {
        const written = escapeMrkdwn(given, max);
        expect(written.length).toBeLessThanOrEqual(max);
        expect(written).not.toMatch(/[<>]|\p{Cs}|\p{Cc}/u);
        expect(written.replaceAll(/&(amp|lt|gt);/g, "")).not.toContain("&");
        expect(plainLine(given, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
