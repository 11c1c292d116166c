import { describe, expect, it } from "vitest";
import type {
  EscalationMessage,
  HandoverNoteMessage,
} from "../../../../../src/domain/messages/handover-messages.ts";
import type {
  OverrideNoteMessage,
  OverrideScoreMessage,
} from "../../../../../src/domain/messages/override-messages.ts";
import type { QuietEntry } from "../../../../../src/domain/outreach/do-not-disturb.ts";
import { asWritten } from "../../../../../src/domain/phrase.ts";
import { escalationMessage, handoverNoteMessage } from "../../../../../src/slack/blocks/messages/handover.ts";
import {
  overrideNoteMessage,
  overrideScoreMessage,
} from "../../../../../src/slack/blocks/messages/override-notes.ts";
import { doNotDisturbMessage, quietForm } from "../../../../../src/slack/blocks/outreach/do-not-disturb.ts";
import { handOverForm } from "../../../../../src/slack/blocks/outreach/hand-over-form.ts";
import { overrideForm } from "../../../../../src/slack/blocks/outreach/override-form.ts";
import { overridesMessage } from "../../../../../src/slack/blocks/outreach/overrides.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const AT = "2026-12-09T14:00:00.000Z";
const NOW = new Date(AT);
const LONG = "漢<".repeat(250);
const reading = { now: NOW, timeZone: "UTC", locale: PSEUDO_LOCALE } as const;
const tally = { calls: 6, right: 5, modelCalls: 5, modelRight: 4 };

const note: OverrideNoteMessage = {
  ...{ kind: "override-note", customerId: 7, name: "環球 <貿易>", by: "U2", at: AT },
  call: { says: "stay", because: "new <budget>", untilDay: "2027-01-31" },
};
const score = (items: number): OverrideScoreMessage => ({
  ...{ kind: "override-score", more: 3, tally },
  items: Array.from({ length: items }, () => ({
    ...{ customerId: 7, name: LONG, says: "stay" as const, madeAt: AT },
    ...{ outcome: "left" as const, modelWasRight: null },
  })),
});
const escalation: EscalationMessage = {
  ...{
    kind: "escalation",
    suggestionKey: "nudge:7:2026-12-09",
    nudgeKey: "nudges:U1:2026-12-09",
    customerId: 7,
  },
  ...{
    name: "環球 <貿易>",
    memberId: "U1",
    action: asWritten("Call"),
    reason: asWritten("Silent"),
    since: AT,
  },
  stake: null,
};

describe("what is told of overrides", () => {
  it("names who said what, until when and why, to the owner", () => {
    expect(overrideNoteMessage(note, "en").text).toMatch(
      /^<@U2> says that \*環球 &lt;貿易&gt;\*, one of your accounts, will stay until 31 Jan 2027: new &lt;budget&gt;/,
    );
    expect(overrideNoteMessage({ ...note, call: null }, "en").text).toContain("took back");
  });

  it("tells a member how their calls turned out, beside the model", () => {
    const { text, blocks } = overrideScoreMessage(score(1), "en");
    expect(text).toContain("Of your 6 calls that are over 5 were right; the model was right in 4 of the 5");
    expect(JSON.stringify(blocks)).toMatch(/:x:.*They left\. The model had no figure\./);
  });
});

describe("what managers are told of a nudge nobody answers", () => {
  it("names the customer, the owner and what was asked, and an amount only where it is given", () => {
    const shown = JSON.stringify(escalationMessage(escalation, "en").blocks);
    expect(shown).toMatch(/<@U1> has not answered the reminder for 2 working days.*Silent.*Call.*I take it/);
    expect(shown).not.toMatch(/about|€/);
    const open = { ...escalation, stake: { minor: 420_000, currency: "EUR" } };
    expect(escalationMessage(open, "en").blocks[0]).toMatchObject({
      text: { text: expect.stringContaining("€4,200") },
    });
  });

  it("says what became of it in the place of its buttons, by name", () => {
    const answer = { suggestionKey: escalation.suggestionKey, status: "handed_over" as const, whyNot: null };
    const who = {
      closedBecause: null,
      by: "U3",
      byName: "Mia",
      at: NOW,
      handedTo: { id: "U3", name: "Mia" },
    };
    const { blocks } = escalationMessage(escalation, "en", [{ ...answer, ...who }]);
    expect(blocks.map(({ type }) => type)).toEqual(["section", "context"]);
    expect(JSON.stringify(blocks[1])).toContain("Handed over to Mia");
  });

  it("keeps its buttons while something presses more and nobody has answered", () => {
    const pressing = {
      ...{
        suggestionKey: escalation.suggestionKey,
        status: "open" as const,
        whyNot: null,
        closedBecause: null,
      },
      ...{ by: null, byName: null, at: NOW },
    };
    const { blocks } = escalationMessage(escalation, "en", [pressing]);
    expect(blocks.map(({ type }) => type)).toEqual(["section", "actions"]);
  });
});

describe("all of it", () => {
  const quiet: QuietEntry = {
    ...{ id: 1, status: "quiet", because: LONG, by: "U1", byName: LONG, since: NOW },
    whom: { kind: "customer", customerId: 7, name: LONG },
  };
  const evidence = { effect: -0.123, low: -0.2, high: -0.05, nudged: 1_000, heldOut: 100 };
  const suggested: QuietEntry = {
    ...{ ...quiet, status: "suggested", because: null, by: null, byName: null },
    whom: { kind: "segment", segment: LONG, playbook: "usage-drop", quarter: "2026-Q4", evidence },
  };
  const override = {
    ...{ says: "stay" as const, because: LONG.slice(0, 500), by: "U1", byName: LONG, madeAt: NOW },
    until: new Date("2027-01-31T00:00:00Z"),
  };

  it("can be sent with the longest names, in a language whose words are longer", () => {
    const handed: HandoverNoteMessage = {
      ...{ kind: "handover-note", customerId: 7, name: LONG, by: "U1", to: "U2", at: AT },
    };
    assertSendable(overrideNoteMessage({ ...note, name: LONG }, PSEUDO_LOCALE));
    assertSendable(overrideScoreMessage(score(20), PSEUDO_LOCALE));
    assertSendable(escalationMessage({ ...escalation, name: LONG, action: asWritten(LONG) }, PSEUDO_LOCALE));
    assertSendable(handoverNoteMessage(handed, PSEUDO_LOCALE));
    assertSendable(handoverNoteMessage({ ...handed, to: "U1" }, PSEUDO_LOCALE));
    const items = [suggested, ...Array.from({ length: 9 }, () => quiet)];
    assertSendable(doNotDisturbMessage({ items, page: 1, pages: 3, inAll: 25 }, reading, "done"));
    assertSendable(doNotDisturbMessage({ items: [], page: 0, pages: 1, inAll: 0 }, reading));
    const open = Array.from({ length: 15 }, (_, id) => ({ ...override, customerId: id, name: LONG }));
    assertSendable(overridesMessage({ open, hasMore: true, own: tally, team: "too-few", now: NOW }, reading));
  });

  it("can be asked in forms", () => {
    const form = { customerName: LONG, metadata: "{}", ...reading };
    assertSendable(overrideForm({ ...form, override, readerId: "U1" }));
    assertSendable(overrideForm({ ...form, override: null, readerId: "U1" }));
    assertSendable(quietForm(form));
    assertSendable(handOverForm(form));
  });

  it("says in figures by which comparison a segment is suggested", () => {
    const shown = doNotDisturbMessage(
      { items: [suggested], page: 0, pages: 1, inAll: 1 },
      { ...reading, locale: "en" },
    );
    expect(JSON.stringify(shown)).toContain(
      "In Q4 2026, of 1,000 nudged and 100 held out in this segment, 12.3 points fewer of those nudged stayed (5.0 to 20.0;",
    );
  });
});
