import { describe, expect, it } from "vitest";
import type { AskedBefore } from "../../../../../src/domain/outreach/feedback/feedback-request.ts";
import { type FeedbackView, feedbackMessage } from "../../../../../src/slack/blocks/outreach/feedback.ts";
import {
  type AskedView,
  feedbackAskedMessage,
  feedbackForm,
} from "../../../../../src/slack/blocks/outreach/feedback-form.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { A_CUSTOMER } from "../../../../support/card-facts.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const asked: AskedBefore = {
  ...{ id: 1, kind: "nps", contactName: "Jane", ticket: "T-1", askedBy: "U1", askedByName: "Ana" },
  ...{ askedAt: daysAgo(12), expiresAt: daysAgo(-18), answeredAt: null },
};
const NOTHING: FeedbackView = {
  ...{ customer: A_CUSTOMER, latest: [], openLoops: [], asked: [], missing: [] },
  ...{ now: NOW, timeZone: "UTC", locale: "en" },
};
const unhappy = { kind: "nps", score: 3, scaleMax: 10, comment: "Slow", at: daysAgo(3) } as const;
const shown = (view: Partial<FeedbackView>) =>
  JSON.stringify(feedbackMessage({ ...NOTHING, ...view }).blocks);

describe("a customer's feedback", () => {
  it("says that there is none, and offers to ask", () => {
    expect(shown({})).toContain("No answers yet.");
    expect(shown({})).toContain(ACTION.askFeedback);
    expect(shown({})).not.toContain(ACTION.feedbackLogTouch);
  });

  it("says where it moved, for how long somebody has waited to be called, and what is still asked", () => {
    const latest = [{ ...unhappy, before: { score: 9, at: daysAgo(40) } }];
    const all = shown({ latest, openLoops: [{ ...unhappy, contactName: "Jane" }], asked: [asked] });
    expect(all).toContain("*Recommendation (NPS)*: 3 of 10 on 6 Dec, down from 9 on 30 Oct – “Slow”");
    expect(all).toContain("• Recommendation (NPS): 3 of 10 by Jane, open since 3 days – “Slow”");
    expect(all).toContain(
      "• Recommendation (NPS) to Jane about ticket T-1: asked 12 days ago by Ana, the link works until 27 Dec",
    );
    expect(all).toContain(ACTION.feedbackLogTouch);
  });

  it("names no link that has run out or was answered as waiting", () => {
    const over = { ...asked, expiresAt: NOW };
    expect(shown({ asked: [over, { ...asked, answeredAt: daysAgo(1) }] })).not.toContain("Waiting");
  });

  it("says what has to be set before anybody can be asked, in place of the button", () => {
    const text = shown({ missing: ["PUBLIC_URL", "FEEDBACK_LINK_KEY"] });
    expect(text).toContain("set `PUBLIC_URL`, `FEEDBACK_LINK_KEY`");
    expect(text).not.toContain(ACTION.askFeedback);
  });
});

const form = {
  ...{ customer: A_CUSTOMER, contacts: [], tickets: [], asked: [], metadata: "{}", now: NOW },
  locale: "en",
} as const;

it("the form says what they were asked of late, before anybody asks again", () => {
  expect(JSON.stringify(feedbackForm(form))).not.toContain("already");
  expect(JSON.stringify(feedbackForm({ ...form, asked: [asked] }))).toContain(
    "Recommendation (NPS): asked 12 days ago already to Jane, not answered. Asking again is up to you.",
  );
});

it("the link stands in a text to copy, letter for letter", () => {
  const view: AskedView = {
    ...{
      url: "https://us.example/f/a_b*c",
      language: "de",
      isGuessed: false,
      customerName: "Acme",
    },
    ...{ contact: { id: 1, name: "Jane *D*", role: null, language: null }, expiresAt: daysAgo(-30) },
    ...{ before: asked, now: NOW, locale: "en" },
  };
  const { blocks } = feedbackAskedMessage(view);
  const text = JSON.stringify(blocks);
  expect(text).toContain("Guten Tag Jane *D*,");
  expect(text).toContain("\\nhttps://us.example/f/a_b*c\\n");
  expect(text).toContain("in German");
  expect(text).toContain("They were asked the same 12 days ago to Jane, and have not answered.");
  expect(JSON.stringify(feedbackAskedMessage({ ...view, isGuessed: true }).blocks)).toContain(
    "this is in English",
  );
});

it("all of it can be sent with the longest names, in a language whose words are longer", () => {
  const long = "漢&".repeat(1000);
  const longAsked = Array.from({ length: 50 }, (_, id) => ({
    ...{ ...asked, id, contactName: long, ticket: long, askedByName: long },
  }));
  const answer = { ...unhappy, comment: long };
  const loops = Array.from({ length: 20 }, () => ({ ...answer, contactName: long }));
  const latest = (["nps", "csat", "ces"] as const).map((kind) => ({ ...answer, kind, before: answer }));
  const contacts = Array.from({ length: 99 }, (_, id) => ({ id, name: long, role: long, language: null }));
  const tickets = Array.from({ length: 25 }, (_, id) => ({ id, reference: long, subject: long }));
  const customer = { ...A_CUSTOMER, name: long };
  for (const locale of ["en", PSEUDO_LOCALE] as const) {
    const view = { ...NOTHING, customer, latest, openLoops: loops, asked: longAsked, locale };
    assertSendable(feedbackMessage(view));
    assertSendable(feedbackForm({ ...form, customer, contacts, tickets, asked: longAsked, locale }));
  }
});
