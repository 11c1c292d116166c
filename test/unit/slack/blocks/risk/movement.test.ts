import { expect, it } from "vitest";
import { asWritten } from "../../../../../src/domain/phrase.ts";
import { movementBlocks } from "../../../../../src/slack/blocks/risk/movement.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const text = (movement: Parameters<typeof movementBlocks>[0]) => {
  const blocks = movementBlocks(movement, { now: NOW, timeZone: "Europe/Berlin", locale: "en" });
  if (blocks.length > 0) assertSendable({ text: "Why", blocks });
  return JSON.stringify(blocks);
};

it("says why a score moved, since when where the reader lives, and what to know before relying on it", () => {
  const told = {
    kind: "told",
    since: new Date("2026-11-08T23:30:00Z"),
    sentence: asWritten("+12 points: time passing +9, new data +5 (1 ticket opened), new model −2"),
  } as const;
  expect(text({ ...told, caveat: null })).toContain(
    "Since 9 Nov: +12 points: time passing +9, new data +5 (1 ticket opened), new model −2.",
  );
  expect(text({ ...told, caveat: asWritten("Data changed.") })).toContain("new model −2.\\nData changed.");
});

it("says that it is being worked out, that it cannot be told, or nothing", () => {
  expect(text("pending")).toContain("Working out why it moved…");
  expect(text({ kind: "untold", because: asWritten("Bytes <gone> & away.") })).toContain(
    "cannot be told. Bytes &lt;gone&gt; &amp; away.",
  );
  expect(text(null)).toBe("[]");
});
