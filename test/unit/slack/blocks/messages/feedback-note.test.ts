import { describe, expect, it } from "vitest";
import type { FeedbackNoteMessage } from "../../../../../src/domain/messages/messages.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { feedbackNoteMessage } from "../../../../../src/slack/blocks/messages/feedback-note.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const JANE = { name: "Jane Doe", role: "Buyer", phone: "+49 30 1", email: null };
const note: FeedbackNoteMessage = {
  ...{ kind: "feedback-note", customerId: 7, name: "環球 <貿易>", of: "nps", score: 3, scaleMax: 10 },
  ...{ comment: "Slow, see <http://x> @here\n*again*", isUnhappy: true, contact: JANE, isAnswerers: true },
  ...{ ticket: "T-1", at: "2026-12-09T14:00:00.000Z", ownerGap: null },
};
const shown = (message: Parameters<typeof feedbackNoteMessage>[0]) =>
  JSON.stringify(feedbackNoteMessage(message, "en").blocks);

describe("what is told of a customer's answer", () => {
  it("is who answered what, whom to call, and how the loop is closed", () => {
    const { text, blocks } = feedbackNoteMessage(note, "en");
    expect(text).toMatch(
      /^環球 &lt;貿易&gt; answered: Recommendation \(NPS\) 3 of 10, Jane Doe about ticket T-1/,
    );
    expect(JSON.stringify(blocks)).toContain(
      "*Close the loop:* call Jane Doe (Buyer), +49 30 1 and ask what went wrong. Then log a touch",
    );
    expect(JSON.stringify(blocks).match(/"action_id":"[^"]+"/g)).toEqual([
      `"action_id":"${ACTION.feedbackLogTouch}"`,
      `"action_id":"${ACTION.nudgeCard}"`,
    ]);
  });

  it("repeats a comment as text, in which nothing can be a link or a mention", () => {
    expect(shown(note)).toContain("“Slow, see &lt;http:\u200b//x&gt; @\u200bhere *\u200bagain*\u200b”");
  });

  it("asks for nothing where the customer is happy", () => {
    const happy = shown({ ...note, score: 9, isUnhappy: false, comment: null });
    expect(happy).not.toContain("Close the loop");
    expect(happy).not.toContain("“");
  });

  it("names a contact who did not answer only as whom to call", () => {
    const told = feedbackNoteMessage({ ...note, isAnswerers: false, ticket: null }, "en");
    expect(told.text).toMatch(/3 of 10 \(/);
    expect(JSON.stringify(told.blocks)).toContain("call Jane Doe");
    expect(shown({ ...note, contact: null, isAnswerers: false })).toContain("The file names no contact.");
  });

  it("says why it comes to somebody who is not the owner", () => {
    const ownerGap = phrase("owner-gap.left", { name: "Ana" });
    expect(shown({ ...note, ownerGap })).toContain("because the customer has nobody else: owner Ana left.");
    expect(shown({ ...note, kind: "feedback-alert", ownerGap } as never)).toContain(
      "Nobody is responsible: owner Ana left.",
    );
  });

  it("can be sent with the longest names and comments, in a language whose words are longer", () => {
    const long = "漢&".repeat(1000);
    const contact = { name: long, role: long, phone: long, email: long };
    const ownerGap = phrase("owner-gap.left", { name: long });
    for (const locale of ["en", PSEUDO_LOCALE] as const)
      assertSendable(
        feedbackNoteMessage({ ...note, name: long, comment: long, contact, ticket: long, ownerGap }, locale),
      );
  });
});
