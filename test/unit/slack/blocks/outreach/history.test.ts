import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../../../src/domain/outreach/history.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { decodeButton } from "../../../../../src/slack/blocks/button-value.ts";
import {
  type HistoryView,
  historyMessage,
  historyModal,
} from "../../../../../src/slack/blocks/outreach/history.ts";
import { historyLine } from "../../../../../src/slack/blocks/outreach/history-line.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const reading = { now: NOW, timeZone: "UTC", locale: "en" } as const;
const at = new Date("2026-12-04T23:30:00Z");
const bought = {
  ...{ kind: "activity", of: "order", at, span: "day", from: "2026-12-04" },
  ...{ amount: { minor: 120_000, currency: "EUR" }, quantity: 3 },
  ...{ products: ["Green tea", "Mugs", "Pots"], productsInAll: 5 },
} as const satisfies HistoryEntry;
const touch = {
  ...({ kind: "touch", at, channel: "phone", outcome: "reached", by: "Ana" } as const),
  note: "Wants *two* <!here> offers",
} as const;
const risk = {
  kind: "risk",
  ...({ at, probability: 0.61, before: 0.48, band: "high", modelChanged: false } as const),
} as const;
const ticket = { at, reference: "T-7", subject: "Wrong & late", severity: "urgent" } as const;
const nudge = { kind: "nudge", at, action: phrase("thank.action"), to: "Ana", posted: true } as const;

const LINES: ReadonlyArray<readonly [HistoryEntry, string]> = [
  [bought, "*4 Dec* · Bought: €1,200.00, Green tea, Mugs, Pots and 2 more"],
  [{ ...bought, amount: null, products: [], productsInAll: 0 }, "*4 Dec* · Bought"],
  [
    { ...bought, span: "week", from: "2026-11-30", productsInAll: 3 },
    "*Week of 30 Nov* · Bought: €1,200.00, Green tea, Mugs, Pots",
  ],
  [
    { ...bought, of: "usage", amount: null, quantity: 1234.5, products: [], productsInAll: 0 },
    "*4 Dec* · Used: 1,234.5",
  ],
  [{ ...bought, of: "refund", products: [], productsInAll: 0 }, "*4 Dec* · Refunded: €1,200.00"],
  [{ kind: "ticket-opened", ...ticket }, "*4 Dec* · Opened ticket T-7 (urgent): Wrong &amp; late"],
  [{ kind: "ticket-opened", ...ticket, severity: "normal" }, "*4 Dec* · Opened ticket T-7: Wrong &amp; late"],
  [{ kind: "ticket-solved", ...ticket }, "*4 Dec* · Ticket T-7 was solved: Wrong &amp; late"],
  [touch, "*4 Dec* · Phone by Ana: reached them – “Wants *\u200Btwo*\u200B &lt;!here&gt; offers”"],
  [{ ...touch, note: " ", by: null }, "*4 Dec* · Phone: reached them"],
  [
    { kind: "feedback", of: "csat", at, score: 2, scaleMax: 5, comment: "Slow" },
    "*4 Dec* · Rated us 2 of 5 – “Slow”",
  ],
  [{ kind: "feedback", of: "thumbs", at, score: 0, scaleMax: 1, comment: null }, "*4 Dec* · Thumbs down"],
  [
    { kind: "mention", at, network: "X <b>", author: "@dana", text: "*Slow* <!here>", answered: false },
    "*4 Dec* · @\u200Bdana mentioned us on X &lt;b&gt; (not answered yet) – “*\u200BSlow*\u200B &lt;!here&gt;”",
  ],
  [
    { kind: "mention", at, network: "微博", author: null, text: "从未收到货", answered: true },
    "*4 Dec* · Somebody mentioned us on 微博 (answered) – “从未收到货”",
  ],
  [risk, "*4 Dec* · Risk rose from 48 % to 61 % (high)"],
  [
    { ...risk, probability: 0.2, before: 0.3, band: "low", modelChanged: true },
    "*4 Dec* · Risk fell from 30 % to 20 % (low), by another model version",
  ],
  [{ ...risk, before: null }, "*4 Dec* · First risk figure: 61 % (high)"],
  [nudge, "*4 Dec* · I nudged Ana: Say thanks and ask whether everything arrived"],
  [
    { ...nudge, posted: false, to: null },
    "*4 Dec* · A nudge to somebody could not be sent: Say thanks and ask whether everything arrived",
  ],
  [
    { kind: "answer", at, status: "not_useful", whyNot: null, by: "Ana" },
    "*4 Dec* · Ana marked a suggestion as not useful",
  ],
  [
    { kind: "answer", at, status: "reached_out", whyNot: null, by: null },
    "*4 Dec* · Somebody reached out after a suggestion",
  ],
  [
    { kind: "answer", at, status: "not_useful", whyNot: "wrong-time", by: "Ana" },
    "*4 Dec* · Ana marked a suggestion as not useful: Wrong time",
  ],
  [{ kind: "snooze", at, until: null, by: "Ana" }, "*4 Dec* · Ana ended the snooze"],
  [
    {
      ...{ kind: "override", at, says: "leave", until: "2027-01-04T00:00:00Z" },
      ...{ because: "Their <CFO> said so", by: null },
    },
    "*4 Dec* · Somebody said they will leave until 4 Jan 2027 – “Their &lt;CFO&gt; said so”",
  ],
  [{ kind: "override-taken-back", at, by: "Ana" }, "*4 Dec* · Ana took back that they will stay or leave"],
  [{ kind: "digest", at, channelId: "C0SALES" }, "*4 Dec* · Named in the digest of <#C0SALES>"],
  [{ kind: "share", at, channelId: "C0SALES", by: "Ana" }, "*4 Dec* · Ana shared the card in <#C0SALES>"],
  [{ kind: "share", at, channelId: null, by: "Ana" }, "*4 Dec* · Ana shared the card"],
  [
    { kind: "snooze", at, until: "2027-01-04T00:00:00Z", by: "Ana" },
    "*4 Dec* · Ana snoozed this customer until 4 Jan 2027",
  ],
];

const view = (
  entries: readonly HistoryEntry[],
  rest: Partial<HistoryView["history"]> = {},
  locale: HistoryView["locale"] = "en",
): HistoryView => ({
  ...{ ...reading, locale },
  history: {
    ...{ customer: { id: 7, name: "Acme" }, entries, page: 0, hasOlder: false, upTo: NOW, showsMoney: true },
    ...rest,
  },
});
const written = (...given: Parameters<typeof view>) => JSON.stringify(historyMessage(view(...given)));

describe("a line of the history", () => {
  it.each(LINES)("says day, what and who: %#", (entry, line) =>
    expect(historyLine(entry, reading)).toBe(line),
  );

  it("is dated by the reader's day, but a day of purchases keeps the day they were summed by", () => {
    const inTaipei = { ...reading, timeZone: "Asia/Taipei" };
    expect(historyLine(touch, inTaipei)).toMatch(/^\*5 Dec\*/);
    expect(historyLine(bought, inTaipei)).toMatch(/^\*4 Dec\*/);
  });
});

describe("a page of the history", () => {
  it("is sendable with the longest lines there can be, as message and as modal", () => {
    const long = "Ω<&*".repeat(500);
    const { note: _note, ...rest } = touch;
    const longest = Array.from({ length: 15 }, () => ({ ...rest, note: long, by: long }));
    for (const locale of ["en", PSEUDO_LOCALE] as const) {
      const page = view(longest, { customer: { id: 7, name: long }, hasOlder: true, page: 3 }, locale);
      assertSendable(historyMessage(page));
      assertSendable(historyModal(page) as never);
      expect(JSON.stringify(historyMessage(page).blocks).match(/•|·/g)?.length).toBeGreaterThanOrEqual(15);
      expect(historyMessage(page).text.length).toBeLessThan(12_000);
    }
  });

  it("turns from page to page as of the same moment, by buttons that name the customer", () => {
    const [buttons] = historyMessage(view([risk], { page: 2, hasOlder: true })).blocks.filter(
      ({ type }) => type === "actions",
    );
    expect(buttons).toMatchObject({
      elements: [
        { action_id: "customer.history_page:3", accessibility_label: "Older: Acme" },
        { action_id: "customer.history_page:1", accessibility_label: "Newer: Acme" },
      ],
    });
    const { elements } = buttons as unknown as { elements: { value: string }[] };
    expect(elements.map(({ value }) => decodeButton(value))).toEqual(
      elements.map(() => ({ customerId: 7, suggestionKey: null, shownAt: NOW })),
    );
    expect(written([risk])).not.toContain("history_page");
  });

  it("says so where nothing is on record, and where there is nothing older", () => {
    expect(written([])).toContain("Nothing is on record yet.");
    expect(written([], { page: 1 })).toContain("There is nothing older.");
  });

  it("says as of when it is, and to whom amounts are shown where they are not", () => {
    expect(written([risk])).toContain('Newest first, as of 9 Dec"');
    expect(written([risk], { page: 1, showsMoney: false })).toContain(
      "as of 9 Dec · page 2 · amounts are shown to the owner and to managers",
    );
  });

  it("is read aloud line by line", () => {
    expect(
      historyMessage(view([risk, { kind: "answer", at, status: "reached_out", whyNot: null, by: "Ana" }]))
        .text,
    ).toBe(
      "History of Acme: 4 Dec · Risk rose from 48 % to 61 % (high). 4 Dec · Ana reached out after a suggestion.",
    );
  });
});
