import { beforeEach, describe, expect, it } from "vitest";
import type { NudgeMessage } from "../../../src/domain/messages/messages.ts";
import { type Phrase, phrase } from "../../../src/domain/phrase.ts";
import { blockProblems } from "../../../src/sandbox/block-kit/validate.ts";
import { nudgeBlocks } from "../../../src/slack/blocks/messages/nudge.ts";
import { commandLineText } from "../../../src/words/command-line.ts";
import { PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { type MissingWords, reportMissingWordsTo } from "../../../src/words/missing-words.ts";
import { textOf } from "../../../src/words/text.ts";

const reported: MissingWords[] = [];
beforeEach(() => {
  reported.length = 0;
  reportMissingWordsTo((missing) => reported.push(missing));
});

const ITEM = {
  ...{ suggestionKey: "nudge:7:2026-11-23", customerId: 7, name: "Acme", probability: 0.62 },
  ...{ bounds: null, lever: null },
};
const NUDGE = {
  kind: "nudge" as const,
  ...{ memberId: "U1", day: "2026-11-23", createdAt: "2026-11-23T08:00:00.000Z" },
  ...{ basis: null, overBudget: 0 },
};

const UNKNOWN = phrase("reason.astral", { moon: 3 });

describe("a phrase that is kept and not understood", () => {
  it("says that a newer version wrote it", () => {
    expect(textOf(UNKNOWN, "en")).toBe("A newer version of Mainstay wrote this: reason.astral");
    expect(commandLineText(UNKNOWN)).toBe("A newer version of Mainstay wrote this: reason.astral");
    expect(textOf(UNKNOWN, PSEUDO_LOCALE)).toMatch(/^Á ñéwér.*reason\.astral/);
  });

  it("leaves the rest of what it stands in as it is", () => {
    expect(textOf(phrase("nudge.why", { reason: UNKNOWN }), "en")).toBe(
      "Why: A newer version of Mainstay wrote this: reason.astral",
    );
  });

  it.each<[string, Phrase]>([
    ["a parameter is missing", phrase("thank.reason")],
    ["a parameter is null", phrase("nudge.why", { reason: null as never })],
    ["an amount has no currency", phrase("money.plain", { amount: { minor: 1 } as never })],
    ["there are no parameters at all", { code: "thank.reason" } as never],
  ])("says that part of it is missing where %s", (_, kept) => {
    expect(textOf(kept, "en")).toBe(`Part of what was kept here is missing: ${kept.code}`);
  });

  it("keeps to a length whatever was kept", () => {
    expect(textOf(phrase("x".repeat(5_000)), "en").length).toBeLessThan(150);
  });

  it("is reported once for each code and language", () => {
    for (const locale of ["en", "en", PSEUDO_LOCALE] as const) textOf(UNKNOWN, locale);
    textOf(phrase("thank.reason"), "en");
    expect(reported).toEqual([
      { code: "reason.astral", locale: "en", why: "the code is unknown" },
      { code: "reason.astral", locale: PSEUDO_LOCALE, why: "the code is unknown" },
      { code: "thank.reason", locale: "en", why: expect.stringContaining("days") },
    ]);
  });

  it("costs a rep one line, not the list of the day", () => {
    const kept = { action: phrase("levitate.action"), reason: UNKNOWN };
    const message: NudgeMessage = { ...NUDGE, items: [{ ...ITEM, ...kept }] };
    const blocks = nudgeBlocks(message, "en");
    expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
    for (const part of ["Acme", "62 %", "Next: A newer version of Mainstay", "levitate.action"])
      expect(JSON.stringify(blocks)).toContain(part);
  });
});
