import { describe, expect, it } from "vitest";
import { render } from "../../../src/delivery/render.ts";
import { EVERY_MESSAGE } from "../../support/every-message.ts";
import { latinLeftIn } from "../../support/latin-left.ts";

/** What is somebody's own in the messages: names, their words, what a job and an error are called. */
const THEIRS =
  /Acme|ACME|Ltd|acme|Slow & late|Slow &amp; late|No answer for days|ann|crm|shop|channel|budget|A new|They were bought|merged|The disk is full|score-daily|command:T1|view:V1:log_touch|Ana|UTC/g;

function textsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = Object.entries(node).flatMap(([key, value]) =>
    /^(?:text|alt_text|accessibility_label)$/.test(key) && typeof value === "string" ? [value] : [],
  );
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

describe.each(["zh-Hant", "zh-Hans"] as const)("in %s", (locale) => {
  it.each(Object.values(EVERY_MESSAGE).map((message) => [message.kind, message] as const))(
    "a message of the kind %s has no English left",
    (_kind, message) => {
      const texts = textsIn(render(message, locale));
      expect(texts.join("")).toMatch(/\p{Script=Han}/u);
      expect(texts.flatMap((text) => latinLeftIn(text.replaceAll(THEIRS, " ")))).toEqual([]);
    },
  );
});
