import { describe, expect, it } from "vitest";
import { render } from "../../../../../src/delivery/render.ts";
import { mentionAlert } from "../../../../../src/domain/messages/mention-alert.ts";
import type { Advocate, Mention, MentionList } from "../../../../../src/domain/outreach/mentions.ts";
import { mentionFigure } from "../../../../../src/slack/blocks/outreach/card-mention.ts";
import { advocatesMessage, mentionsMessage } from "../../../../../src/slack/blocks/outreach/mentions.ts";
import {
  decodeMentionButton,
  encodeMentionButton,
} from "../../../../../src/slack/blocks/outreach/mentions-page.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { sayIn } from "../../../../../src/words/say.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const READING = { now: NOW, timeZone: "UTC", locale: "en" } as const;
const MENTION: Mention = {
  id: 7,
  customer: { id: 3, name: "华为 & Söhne" },
  network: "X",
  author: "ann",
  text: "Third outage. *Never* again <!channel> @here <https://evil.example|ok>",
  url: "https://x.example/1?a=1&b=<2>|3",
  at: new Date("2026-12-06T14:00:00Z"),
  reach: 12_000,
  sentiment: -0.8,
};
const NONE = { negative: 0, neutral: 0, positive: 0, unjudged: 0, waiting: 0 };
const listOf = (items: readonly Mention[], rest: Partial<MentionList> = {}): MentionList => ({
  ...{ items, page: 0, pages: 1, inAll: items.length, counts: NONE },
  ...rest,
});
const shown = (message: { blocks: readonly object[] }) => JSON.stringify(message.blocks);

describe("the list of complaints", () => {
  it("says what was said, of whom, by whom and where, how far it reaches and since when", () => {
    const message = mentionsMessage(listOf([MENTION]), READING);
    assertSendable(message);
    expect(message.text).toBe("1 complaint in public, not answered yet");
    expect(shown(message)).toContain("*华为 &amp; Söhne* · ann on X · reaches 12,000 · 3 days ago");
  });

  it("lets no stranger's text format, mention anybody or make a link", () => {
    const blocks = shown(mentionsMessage(listOf([MENTION]), READING));
    expect(blocks).toContain("&lt;!channel&gt;");
    expect(blocks).not.toContain("<!channel>");
    expect(blocks).not.toContain("<https://evil.example");
    expect(blocks).toContain("<https://x.example/1?a=1&amp;b=%3C2%3E%7C3|");
  });

  it("makes no link of what is no web address", () => {
    const blocks = shown(mentionsMessage(listOf([{ ...MENTION, url: "javascript:alert(1)" }]), READING));
    expect(blocks).not.toContain("javascript");
  });

  it("offers a touch and the card only where a customer is known", () => {
    const of = (mention: Mention) => shown(mentionsMessage(listOf([mention]), READING));
    expect(of(MENTION)).toContain("customer.log_touch");
    expect(of({ ...MENTION, customer: null })).not.toContain("customer.log_touch");
    expect(of({ ...MENTION, customer: null })).toContain("no customer of ours named");
  });

  it("says what is not judged, and never counts it as neutral", () => {
    const counts = { negative: 4, neutral: 2, positive: 9, unjudged: 3, waiting: 1 };
    const blocks = shown(mentionsMessage(listOf([], { counts }), READING));
    expect(blocks).toContain("4 complaints, 9 positive, 2 neutral");
    expect(blocks).toContain("3 more are not judged");
    expect(blocks).toContain("1 more waits to be judged");
    expect(blocks).toContain("No complaint in public is waiting for an answer.");
  });

  it("turns pages where there are more", () => {
    const blocks = shown(mentionsMessage(listOf([MENTION], { page: 1, pages: 3, inAll: 20 }), READING));
    expect(blocks).toContain("mentions.page:previous");
    expect(blocks).toContain("mentions.page:next");
    expect(blocks).toContain("Page 2 of 3.");
  });

  it("stays within what Slack takes with the longest of everything", () => {
    const long = "长<&*".repeat(3000);
    const longest = { ...MENTION, text: long, author: long, network: long, customer: { id: 1, name: long } };
    const list = listOf(Array(8).fill(longest), {
      page: 1,
      pages: 3,
      counts: { ...NONE, unjudged: 9, waiting: 9 },
    });
    // Block ids must differ.
    const items = list.items.map((item, id) => ({ ...item, id }));
    assertSendable(mentionsMessage({ ...list, items }, { ...READING, locale: PSEUDO_LOCALE }, "Noted."));
    const more = Array(40).fill(longest);
    assertSendable(render(mentionAlert("alerted", more, NOW), PSEUDO_LOCALE));
    const advocate = { author: long, network: long, customer: { id: 1, name: long }, positive: 9, reach: 9 };
    const advocates = Array(15).fill({ ...advocate, lastAt: NOW, lastText: long });
    assertSendable(advocatesMessage(advocates, { ...READING, locale: PSEUDO_LOCALE }));
  });
});

it("reads back what its buttons carry, and nothing else", () => {
  for (const button of [
    { mentionId: 7, page: 0 },
    { mentionId: null, page: 2 },
  ])
    expect(decodeMentionButton(encodeMentionButton(button))).toEqual(button);
  for (const value of [undefined, "", "[]", "[7]", "[-1,0]", '["7",0]', "[7,0,1]", "[99999999999,0]"])
    expect(decodeMentionButton(value)).toBeNull();
});

describe("a message of complaints", () => {
  it("says how many wait, what the first one says, and leads to the list", () => {
    const { text, blocks } = render(mentionAlert("alerted", [MENTION], NOW), "en");
    expect(text).toContain("A complaint in public waits for an answer: “Third outage.");
    expect(text).not.toContain("<!channel>");
    expect(JSON.stringify(blocks)).toContain('"value":"mentions"');
  });

  it("says to managers for how long nobody answered", () => {
    const { text } = render(mentionAlert("escalated", [MENTION, MENTION], NOW), "en");
    expect(text).toContain("2 complaints in public, unanswered for 3 days");
  });
});

describe("advocates", () => {
  const ADVOCATE: Advocate = {
    ...{ author: "<!here>", network: "X", customer: null, positive: 3, reach: null },
    ...{ lastAt: new Date("2026-12-08T14:00:00Z"), lastText: "Great *team*" },
  };

  it("names who praised us, how often and what they said last", () => {
    const blocks = shown(advocatesMessage([ADVOCATE], READING));
    expect(blocks).toContain("&lt;!here&gt; on X");
    expect(blocks).toContain("praised us 3 times, last 24 h ago");
    expect(blocks).not.toContain("reaches");
  });

  it("names the customer where nobody signed", () => {
    const customer = { id: 3, name: "Acme" };
    const blocks = shown(advocatesMessage([{ ...ADVOCATE, author: null, network: null, customer }], READING));
    expect(blocks).toContain("*Acme* · praised us 3 times");
  });

  it("says what it takes where there is nobody", () => {
    expect(advocatesMessage([], READING).text).toContain("2 times in 180 days without a complaint");
  });
});

describe("a card", () => {
  const say = sayIn("en");
  const figureOf = (openMention: Mention | null) =>
    mentionFigure(openMention, { shownAt: NOW, locale: "en" }, say);

  it("has a line of the complaint that waits, and none where none does", () => {
    expect(figureOf(null)).toEqual([]);
    const [[label, value] = ["", ""]] = figureOf({ ...MENTION, text: "x".repeat(500) });
    expect(label).toBe("Complaint in public");
    expect(value).toMatch(/^“x{119}…” – ann on X, 3 days ago, not answered$/);
  });
});
