import { describe, expect, it } from "vitest";
import type { Undelivered } from "../../../../../src/domain/outreach/undelivered.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import {
  undeliveredAlertBlocks,
  undeliveredAlertText,
} from "../../../../../src/slack/blocks/messages/undelivered-alert.ts";
import { decodeMessageKey, undeliveredBlocks } from "../../../../../src/slack/blocks/outreach/undelivered.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const AT = "2026-11-23T09:00:00.000Z";
const archived: Undelivered = {
  what: "digest",
  recipient: "C123",
  recipientName: null,
  because: phrase("undelivered.slack.is_archived"),
  at: AT,
};
const nudge: Undelivered = {
  what: "nudge",
  recipient: "U1",
  recipientName: "Ana <Keller>",
  because: phrase("undelivered.gave-up", {
    error: phrase("undelivered.slack-said", { error: "<token_revoked>" }),
    attempts: 10,
  }),
  at: AT,
};
const impossible: Undelivered = {
  ...nudge,
  because: phrase("undelivered.time-zone.member", { timeZone: "Mars/Base" }),
  at: null,
};

/** Without what keeps a text from being read as markup. */
const shown = (what: unknown) =>
  (typeof what === "string" ? what : JSON.stringify(what)).replaceAll("\u200b", "");

describe("a message that did not arrive", () => {
  it("is told in the alerts channel in a line: what, for whom, why, what to do", () => {
    const message = { kind: "undelivered-alert", ...archived } as const;
    const text = undeliveredAlertText(message, "en");
    expect(shown(text)).toBe(
      "*The weekly digest for <#C123>* did not arrive. The channel is archived: unarchive it, or choose another. My Home tab lists what did not arrive in the last 14 days.",
    );
    assertSendable({ blocks: undeliveredAlertBlocks(message, "en"), text });
  });

  it("is listed on Home with when and what to do, also what can never arrive", () => {
    const text = shown(undeliveredBlocks({ items: [impossible, nudge, archived], inAll: 14 }, "en"));
    for (const part of [
      "Messages that did not arrive, last 14 days",
      "*Nudges for Ana &lt;Keller&gt;* cannot be sent. There is no time zone “Mars/Base”, so their morning never comes.",
      "*The nudges for Ana &lt;Keller&gt;* did not arrive. Slack said “&lt;token_revoked&gt;”. The log holds more. I gave up after 10 attempts. (<!date^",
      "Next (page 2 of 3)",
    ])
      expect(text).toContain(part);
  });

  it("offers to send again what failed and is kept, and nothing else", () => {
    const kept = { ...archived, key: "digest:C123:2026-W47" };
    const held = { ...kept, at: null };
    const tooLong = { ...kept, key: "k".repeat(2001) };
    const items = [kept, held, tooLong, archived, impossible];
    const [, ...sections] = undeliveredBlocks({ items, inAll: items.length }, "en");
    expect(sections.map((block) => ("accessory" in block ? block.accessory : null))).toEqual([
      expect.objectContaining({ action_id: "message.resend", value: kept.key }),
      ...[null, null, null, null],
    ]);
    expect([decodeMessageKey(kept.key), decodeMessageKey(""), decodeMessageKey(undefined)]).toEqual([
      kept.key,
      null,
      null,
    ]);
  });

  it("takes no room where everything arrived, nor on a rep's Home", () => {
    expect(undeliveredBlocks({ items: [], inAll: 0 }, "en")).toEqual([]);
    expect(undeliveredBlocks(null, "en")).toEqual([]);
  });

  it("stays within Slack's limits, and makes no markup of what it was told", () => {
    const long = "<!channel>漢".repeat(300);
    const longest: Undelivered = {
      what: long,
      recipient: long,
      recipientName: null,
      because: phrase("as-written", { text: long }),
      at: AT,
    };
    const blocks = undeliveredBlocks({ items: Array(10).fill(longest), inAll: 90_000 }, PSEUDO_LOCALE);
    assertSendable({ type: "home", blocks });
    expect(JSON.stringify(blocks)).not.toMatch(/<[!@#](?!date)/);
  });
});
