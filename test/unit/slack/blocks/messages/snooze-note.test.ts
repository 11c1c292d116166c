import { expect, it } from "vitest";
import type { SnoozeNoteMessage } from "../../../../../src/domain/messages/messages.ts";
import { decodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import { snoozeNoteMessage } from "../../../../../src/slack/blocks/messages/snooze-note.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const note: SnoozeNoteMessage = {
  ...{ kind: "snooze-note", customerId: 7, name: "環球 <貿易>", by: "U2" },
  ...{ at: "2026-12-09T14:00:00.000Z", untilDay: "2026-12-16" },
};
const ids = (message: SnoozeNoteMessage) =>
  JSON.stringify(snoozeNoteMessage(message, "en").blocks).match(/"action_id":"[^"]+"/g);

it("tells the owner who snoozed which account until when, and lets them look and undo it", () => {
  const { text, blocks } = snoozeNoteMessage(note, "en");
  expect(text).toMatch(/^<@U2> snoozed \*環球 &lt;貿易&gt;\*, one of your accounts, until 16 Dec 2026/);
  expect(ids(note)).toEqual([`"action_id":"${ACTION.nudgeCard}"`, `"action_id":"${ACTION.endSnooze}"`]);
  const [, row] = blocks;
  const [button] = row?.type === "actions" ? row.elements : [];
  expect(button?.type === "button" && decodeButton(button.value)?.shownAt).toEqual(new Date(note.at));
});

it("tells them who ended it, which leaves nothing to undo", () => {
  const ended = { ...note, untilDay: null };
  expect(snoozeNoteMessage(ended, "en").text).toMatch(/^<@U2> ended the snooze of/);
  expect(ids(ended)).toEqual([`"action_id":"${ACTION.nudgeCard}"`]);
});

it("can be sent in a language whose words are longer", () => {
  for (const untilDay of [note.untilDay, null])
    assertSendable(snoozeNoteMessage({ ...note, name: "漢".repeat(500), untilDay }, PSEUDO_LOCALE));
});
