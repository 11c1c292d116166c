import { expect, it } from "vitest";
import { costNotePhrase } from "../../../../src/domain/costs/allocation-notes.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const named = (names: string, more: number) => phrase("cost.note.named", { names, more });

it("says what costs were shared without their driver, and which are for nobody", () => {
  expect(costNotePhrase({ kind: "driver-total-zero", driver: "orders", appliesTo: ["all"] })).toEqual(
    phrase("cost.note.nothing-to-share-by.orders", { costs: named("all", 0) }),
  );
  expect(costNotePhrase({ kind: "unallocated", minor: 5, appliesTo: ["segment:A", "segment:B"] })).toEqual(
    phrase("cost.note.for-nobody", { costs: named("segment:A, segment:B", 0) }),
  );
});

it("names three, and counts the others", () => {
  expect(costNotePhrase({ kind: "unallocated", minor: 5, appliesTo: ["a", "b", "c", "d", "e"] })).toEqual(
    phrase("cost.note.for-nobody", { costs: named("a, b, c", 2) }),
  );
  expect(costNotePhrase({ kind: "unknown-targets", targets: ["a", "b"], count: 9 })).toEqual(
    phrase("cost.note.not-in-file", { targets: named("a, b", 7) }),
  );
});

it("tells of time without a price, and why there is no comparison", () => {
  expect(costNotePhrase({ kind: "unpriced-minutes", minutes: 30, touches: 2 })).toEqual(
    phrase("cost.note.no-price", { minutes: 30, touches: 2 }),
  );
  const why = phrase("rate.missing");
  expect(costNotePhrase({ kind: "previous-rate-missing", problem: why })).toEqual(
    phrase("cost.note.no-comparison", { why }),
  );
});
