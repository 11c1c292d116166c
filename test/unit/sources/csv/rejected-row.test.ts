import { expect, it } from "vitest";
import { phrase } from "../../../../src/domain/phrase.ts";
import { rejection } from "../../../../src/domain/rejection.ts";
import { rejectedRow } from "../../../../src/sources/csv/rejected-row.ts";

it("keeps nothing that a database refuses in JSON: no NUL, and no half of a character that was cut", () => {
  const why = phrase("rejected.kind", {
    value: "a\0b",
    kinds: phrase("as-written", { text: "🎉".slice(0, 1) }),
  });
  const row = rejectedRow({ line: 3, raw: "x\0y 🎉" }, rejection("unknown_kind", why));
  expect(row).toMatchObject({ line: 3, reason: "unknown_kind", raw: "x␀y 🎉" });
  expect(row.problems).toEqual([
    phrase("rejected.kind", { value: "a␀b", kinds: phrase("as-written", { text: "\uFFFD" }) }),
  ]);
});
