import type { InputBlock, ModalView, RichTextBlock } from "@slack/types";
import type { Customer } from "../../../domain/customer.ts";
import { ASKED_KINDS } from "../../../domain/outreach/feedback/feedback-kinds.ts";
import {
  type AskedBefore,
  type AskedContact,
  askedLately,
  type SolvedTicket,
} from "../../../domain/outreach/feedback/feedback-request.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../../../domain/outreach/feedback/page-language.ts";
import { phrase } from "../../../domain/phrase.ts";
import { labelled, sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { feedbackDraft, languageName } from "../../../words/pages/page-text.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select } from "../inputs.ts";
import { ago } from "../words.ts";
import { whom } from "./feedback.ts";

export type FeedbackFormView = {
  readonly customer: Customer;
  readonly contacts: readonly AskedContact[];
  readonly tickets: readonly SolvedTicket[];
  readonly asked: readonly AskedBefore[];
  readonly metadata: string;
  readonly now: Date;
  readonly locale: Locale;
};

/** Stands for nobody, nothing, and what the file says. */
export const NOT_CHOSEN = "none";

/** Asks what a customer is to be asked; says what they were asked of late, before anybody asks them again. */
export function feedbackForm(view: FeedbackFormView): ModalView {
  const { customer, metadata, locale } = view;
  const say = sayIn(locale);
  const lately = latelyLines(view);
  return {
    type: "modal",
    callback_id: CALLBACK.askFeedback,
    private_metadata: metadata,
    title: plain(say("feedback.form.title"), 24),
    submit: plain(say("feedback.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("feedback.form.ask", { customer: escapeMrkdwn(customer.name, 300) })),
      ...(lately.length === 0 ? [] : [context(lately.join("\n"))]),
      {
        type: "input",
        block_id: FIELD.feedbackKind,
        label: plain(say("feedback.form.kind"), 100),
        element: {
          type: "radio_buttons",
          action_id: FIELD.feedbackKind,
          options: ASKED_KINDS.map((kind) => option(say(`feedback.form.kind.${kind}`), kind)),
        },
      },
      ...choices(view),
    ],
  };
}

function choices({ contacts, tickets, locale }: FeedbackFormView): InputBlock[] {
  const say = sayIn(locale);
  const people = contacts.map(({ id, name, role }) =>
    option(role === null ? name : say("feedback.form.contact.role", { name, role }), String(id)),
  );
  const languages = PAGE_LANGUAGES.map((one) => option(languageName(one, numbersOf(locale)), one));
  const nobody = option(say("feedback.form.contact.nobody"), NOT_CHOSEN);
  const auto = option(say("feedback.form.language.auto"), NOT_CHOSEN);
  const general = option(say("feedback.form.ticket.none"), NOT_CHOSEN);
  const solved = tickets.map(({ id, reference, subject }) =>
    option(say("feedback.form.ticket.one", { reference, subject }), String(id)),
  );
  return [
    select(
      FIELD.feedbackContact,
      say("feedback.form.contact"),
      [nobody, ...people],
      people.length === 1 ? 1 : 0,
    ),
    select(FIELD.feedbackLanguage, say("feedback.form.language"), [auto, ...languages], 0),
    ...(solved.length === 0
      ? []
      : [select(FIELD.feedbackTicket, say("feedback.form.ticket"), [general, ...solved], 0)]),
  ];
}

function latelyLines({ asked, now, locale }: FeedbackFormView): string[] {
  return ASKED_KINDS.flatMap((kind) => {
    const before = askedLately(asked, kind, now);
    if (before === null) return [];
    const told = { kind: phrase(`feedback.kind.${kind}`), ...latelyTold(before, now, locale) };
    return [sayIn(locale)("feedback.form.lately", told)];
  });
}

const latelyTold = ({ askedAt, contactName, answeredAt }: AskedBefore, now: Date, locale: Locale) => ({
  ago: ago(askedAt, now, locale),
  who: whom(contactName, locale),
  answered: answeredAt === null ? "no" : "yes",
});

export type AskedView = {
  readonly url: string;
  readonly language: PageLanguage;
  readonly isGuessed: boolean;
  readonly customerName: string;
  readonly contact: AskedContact | null;
  readonly expiresAt: Date;
  readonly before: AskedBefore | null;
  readonly now: Date;
  readonly locale: Locale;
};

/** The link with a text to be copied: shown as it is, so that nothing in it becomes a mention or loses a letter. */
export function feedbackAskedMessage(view: AskedView): SlackMessage {
  const { contact, language, before, now, locale } = view;
  const say = sayIn(locale);
  const who = contact === null ? say("feedback.asked.them") : `*${escapeMrkdwn(contact.name, 150)}*`;
  const lines = [
    say("feedback.asked", { who, language: languageName(language, numbersOf(locale)) }),
    ...(view.isGuessed ? [say("feedback.asked.guess")] : []),
    ...(before === null ? [] : [say("feedback.asked.before", latelyTold(before, now, locale))]),
  ];
  const title = say("feedback.asked.title", { customer: escapeMrkdwn(view.customerName, 300) });
  return {
    text: labelled(title, sentences(lines, say), say),
    blocks: [section([`*${title}*`, ...lines].join("\n")), asWritten(draftOf(view))],
  };
}

const draftOf = ({ language, contact, url, expiresAt }: AskedView): string =>
  feedbackDraft(language, { name: contact?.name ?? null, url, expiresAt });

const asWritten = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }],
});
