import { expect, it } from "vitest";
import { escapeMrkdwn } from "../../../../../src/slack/blocks/escape.ts";
import { fieldText } from "../../../../../src/slack/blocks/outreach/field-text.ts";

it("drops our own marks and keeps what they held", () => {
  expect(fieldText(["*62 %* risk", "", "_old figure_", "`C-1` at <https://x.example|x.example>"])).toBe(
    "62 % risk\nold figure\nC-1 at x.example",
  );
});

it("shows text from outside as it is, as neither mention, link nor formatting", () => {
  const hostile = "<!channel> <https://evil.example|Click> *a* _b_ R&D `c` <@U1>";
  const shown = fieldText([`*${escapeMrkdwn(hostile, 500)}*`]);
  expect(shown).not.toMatch(/[<>]|&(?:lt|gt|amp);/);
  expect(shown.replaceAll("\u200B", "")).toBe(
    "‹!channel› ‹https://evil.example|Click› *a* _b_ R&D `c` ‹@U1›",
  );
  // Whatever could format or mention still has its zero-width space behind it.
  expect(shown).not.toMatch(/[*_`@](?!\u200B)/);
});

it("ends longer text in a dot of three, and never in half a character", () => {
  expect(fieldText(["心".repeat(20)], 10)).toBe(`${"心".repeat(9)}…`);
  expect(fieldText(["😀".repeat(10)], 12)).toBe(`${"😀".repeat(5)}…`);
  expect(fieldText(["😀".repeat(10)], 11)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
});
