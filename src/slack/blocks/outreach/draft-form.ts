import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Customer } from "../../../domain/customer.ts";
import type { CrmLink } from "../../../domain/customers/crm-link.ts";
import type { DraftFacts } from "../../../domain/outreach/drafts/draft-facts.ts";
import type { DraftKey } from "../../../domain/outreach/drafts/draft-keys.ts";
import type { DraftLanguage } from "../../../domain/outreach/drafts/draft-language.ts";
import type { OwnDraft } from "../../../domain/outreach/drafts/draft-template.ts";
import type { DraftTexts } from "../../../domain/outreach/drafts/fill-draft.ts";
import { PAGE_LANGUAGES } from "../../../domain/outreach/feedback/page-language.ts";
import { ourDraft, writtenDraft } from "../../../words/drafts/draft-text.ts";
import { sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { languageName } from "../../../words/pages/page-text.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select, textInput } from "../inputs.ts";
import { shortDate } from "../words.ts";
import { crmLinkText } from "./crm-link.ts";
import { isAddress, mailLink } from "./draft-mail.ts";
import { draftName } from "./draft-name.ts";
import { MOST_MINUTES } from "./forms.ts";

/** By mail, or a short form for a chat. */
export const DRAFT_FORMS = ["email", "chat"] as const;
export type DraftFormKind = (typeof DRAFT_FORMS)[number];

export type DraftFormView = {
  readonly key: DraftKey;
  readonly customer: Customer;
  readonly crm: CrmLink | null;
  readonly email: string | null;
  readonly language: DraftLanguage;
  readonly own: OwnDraft | null;
  readonly facts: DraftFacts;
  readonly isDue: boolean;
  readonly form: DraftFormKind;
  readonly metadata: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly locale: Locale;
};

/** To read a draft over and send it is quick. Chosen by the product; whoever sends it can say otherwise. */
const MINUTES = 5;
export const LONGEST_SENT_SUBJECT = 300;
export const LONGEST_SENT_TEXT = 3000;

/** A text to copy or change, with why it is in that language, and ways to send it oneself. */
export function draftForm(view: DraftFormView): ModalView {
  const { key, customer, locale, metadata } = view;
  const say = sayIn(locale);
  const { language } = view.language;
  const texts = writtenDraft(view.own ?? ourDraft(key, language), view.facts, language);
  const asked = { customer: escapeMrkdwn(customer.name, 300), draft: draftName(key) };
  return {
    type: "modal",
    callback_id: CALLBACK.draftSent,
    private_metadata: metadata,
    title: plain(say("draft.form.title"), 24),
    submit: plain(say("draft.form.submit"), 24),
    close: plain(say("draft.form.close"), 24),
    blocks: [
      section(say("draft.form.ask", asked)),
      context(notes(view, say).join("\n")),
      ...textBlocks(texts, view, say),
      ...ways(texts, view, say).map(section),
      ...choices(view, say),
      minutes(say),
    ],
  };
}

/** Why it is as it is, and what to look out for. */
function notes({ language, own, facts, isDue, now, timeZone, locale }: DraftFormView, say: Say): string[] {
  const named = languageName(language.language, numbersOf(locale));
  const without = language.without === null ? null : escapeMrkdwn(language.without, 100);
  const day = own === null ? "" : shortDate(own.setAt, timeZone, now, locale);
  return [
    ...(isDue ? [] : [`*${say("draft.form.not-due")}*`]),
    say(`draft.language.${language.because}`, { language: named }),
    ...(without === null || language.because === "chosen"
      ? []
      : [say("draft.language.without", { named: without })]),
    ...(facts.contact === null ? [say("draft.form.nobody")] : []),
    ...(own === null ? [] : [ownText("draft.form.own", own, day, say)]),
  ];
}

/** "Your team's text, set by Mia on 12 Nov": who, where they are still known. */
export function ownText(code: string, { setByName }: OwnDraft, day: string, say: Say): string {
  if (setByName === null) return say(`${code}.somebody`, { day });
  return say(code, { name: escapeMrkdwn(setByName, 150), day });
}

/** The fields of one text: another one has fields of its own, so that Slack shows it and not the one before. */
function textBlocks(texts: DraftTexts, { form, language }: DraftFormView, say: Say): InputBlock[] {
  const id = (field: string) => `${field}:${language.language}`;
  const long = { length: LONGEST_SENT_TEXT, multiline: true } as const;
  if (form === "chat")
    return [textInput(id(FIELD.draftChat), say("draft.form.chat"), { ...long, initial: texts.chat })];
  return [
    textInput(id(FIELD.draftSubject), say("draft.form.subject"), {
      ...{ length: LONGEST_SENT_SUBJECT, initial: texts.subject },
    }),
    textInput(id(FIELD.draftBody), say("draft.form.body"), { ...long, initial: texts.body }),
  ];
}

/** Links to where one can send it. */
function ways(texts: DraftTexts, { form, email, crm }: DraftFormView, say: Say): string[] {
  const record = crmLinkText(crm, say);
  if (form === "chat") return record;
  const { href, isCut } = mailLink(email, texts);
  const links = [`<${href}|${say("draft.form.mail")}>`, ...record].join(" · ");
  const hints = [
    say(isCut ? "draft.form.mail.too-long" : "draft.form.mail.how"),
    ...(email !== null && isAddress(email) ? [] : [say("draft.form.mail.no-address")]),
  ];
  return [`${links}\n${sentences(hints, say)}`];
}

function choices({ language, form, locale }: DraftFormView, say: Say): KnownBlock[] {
  const languages = PAGE_LANGUAGES.map((one) => option(languageName(one, numbersOf(locale)), one));
  const forms = DRAFT_FORMS.map((one) => option(say(`draft.form.form.${one}`), one));
  return [
    changing(
      ACTION.draftLanguage,
      select(
        "draft_language",
        say("draft.form.language"),
        languages,
        PAGE_LANGUAGES.indexOf(language.language),
      ),
    ),
    changing(
      ACTION.draftForm,
      select("draft_form", say("draft.form.form"), forms, DRAFT_FORMS.indexOf(form)),
    ),
  ];
}

/** A menu by which the form is shown anew as soon as something is chosen. */
export const changing = (actionId: string, menu: InputBlock): InputBlock => ({
  ...menu,
  dispatch_action: true,
  element: { ...menu.element, action_id: actionId },
});

const minutes = (say: Say): InputBlock => ({
  type: "input",
  block_id: FIELD.minutes,
  label: plain(say("draft.form.minutes"), 100),
  hint: plain(say("draft.form.minutes.hint"), 200),
  element: {
    type: "number_input",
    action_id: FIELD.minutes,
    is_decimal_allowed: false,
    initial_value: String(MINUTES),
    min_value: "0",
    max_value: String(MOST_MINUTES),
  },
});
