import type { Button, KnownBlock, ModalView } from "@slack/types";
import { LONGEST_SUBJECT, LONGEST_TEXT } from "../../../domain/outreach/drafts/check-draft.ts";
import { DRAFT_KEYS, type DraftKey, placeholdersOf } from "../../../domain/outreach/drafts/draft-keys.ts";
import type { OwnDraft } from "../../../domain/outreach/drafts/draft-template.ts";
import type { DraftField } from "../../../domain/outreach/drafts/fill-draft.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../../../domain/outreach/feedback/page-language.ts";
import { ourDraft } from "../../../words/drafts/draft-text.ts";
import { commaList } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { languageName } from "../../../words/pages/page-text.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import {
  actions,
  context,
  header,
  plain,
  type SlackMessage,
  section,
  select as selectElement,
} from "../elements.ts";
import { option, select, textInput } from "../inputs.ts";
import { shortDate } from "../words.ts";
import { changing, ownText } from "./draft-form.ts";
import { draftName } from "./draft-name.ts";

type Reading = { readonly now: Date; readonly timeZone: string; readonly locale: Locale };

/** As many as are read at a glance; how many more there are is said. */
const MOST_LISTED = 20;

/** The drafts there are, and which of them the team made its own. */
export function draftsMessage(own: readonly OwnDraft[], reading: Reading, notice?: string): SlackMessage {
  const { locale } = reading;
  const say = sayIn(locale);
  const standing =
    own.length === 0
      ? say("drafts.none", { drafts: DRAFT_KEYS.length, languages: PAGE_LANGUAGES.length })
      : say("drafts.own", { own: own.length });
  const listed = own.slice(0, MOST_LISTED).map((one) => `• ${ownLine(one, reading, say)}`);
  const more = own.length - listed.length;
  const options = DRAFT_KEYS.map((key) => ({ label: textOf(draftName(key), locale), value: key }));
  const lines = [standing, ...listed, ...(more > 0 ? [say("drafts.more", { more })] : [])];
  return {
    text: notice ?? say("drafts.text", { own: own.length }),
    blocks: [
      ...(notice === undefined ? [] : [context(notice)]),
      header(say("drafts.title")),
      section(say("drafts.how")),
      section(lines.join("\n")),
      actions("drafts", [selectElement(ACTION.draftTemplate, say("drafts.choose"), options)]),
    ],
  };
}

function ownLine(one: OwnDraft, { now, timeZone, locale }: Reading, say: Say): string {
  const told = { draft: draftName(one.playbook), language: languageName(one.language, numbersOf(locale)) };
  const day = shortDate(one.setAt, timeZone, now, locale);
  return ownText("drafts.own.one", one, day, (code, parameters) => say(code, { ...parameters, ...told }));
}

export type DraftTemplateView = Reading & {
  readonly playbook: DraftKey;
  readonly language: PageLanguage;
  /** The team's own text; null: ours is shown. */
  readonly own: OwnDraft | null;
  readonly metadata: string;
};

/** The block of a field: what is wrong with it shows there. A new one for each text, so that Slack shows it. */
export const templateBlock = (field: DraftField, language: PageLanguage, seen: number | null): string =>
  `${FIELD_OF[field]}:${language}:${seen ?? "ours"}`;

const FIELD_OF = { subject: FIELD.draftSubject, body: FIELD.draftBody, chat: FIELD.draftChat } as const;

/** Asks for a team's own text of a draft, with the one that serves to start from. */
export function draftTemplateForm(view: DraftTemplateView): ModalView {
  const { playbook, language, own, metadata, now, timeZone, locale } = view;
  const say = sayIn(locale);
  const { subject, body, chat } = own ?? ourDraft(playbook, language);
  const id = (field: DraftField) => templateBlock(field, language, own?.setAt.getTime() ?? null);
  const long = { length: LONGEST_TEXT, multiline: true } as const;
  const known = placeholdersOf(playbook).map((name) => `\`{${name}}\``);
  const day = own === null ? "" : shortDate(own.setAt, timeZone, now, locale);
  const whose = own === null ? say("draft.template.ours") : ownText("draft.template.own", own, day, say);
  return {
    type: "modal",
    callback_id: CALLBACK.draftTemplate,
    private_metadata: metadata,
    title: plain(say("draft.template.title"), 24),
    submit: plain(say("draft.template.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      standing(`*${textOf(draftName(playbook), locale)}*\n${whose}`, own, say),
      languageChoice(view, say),
      textInput(id("subject"), say("draft.form.subject"), { length: LONGEST_SUBJECT, initial: subject }),
      textInput(id("body"), say("draft.form.body"), { ...long, initial: body }),
      textInput(id("chat"), say("draft.form.chat"), { ...long, initial: chat }),
      context(
        [say("draft.template.names", { known: commaList(known, say) }), say("draft.template.how")].join("\n"),
      ),
    ],
  };
}

/** Whose text it is; the way back to ours where it is not. */
function standing(text: string, own: OwnDraft | null, say: Say): KnownBlock {
  if (own === null) return section(text);
  const back: Button = {
    type: "button",
    action_id: ACTION.draftTemplateOurs,
    text: plain(say("draft.template.back"), 75),
    value: "ours",
    confirm: {
      title: plain(say("draft.template.back.sure"), 100),
      text: plain(say("draft.template.back.what"), 300),
      confirm: plain(say("draft.template.back.yes"), 30),
      deny: plain(say("draft.template.back.no"), 30),
    },
  };
  return { ...section(text), accessory: back };
}

function languageChoice({ language, locale }: DraftTemplateView, say: Say) {
  const languages = PAGE_LANGUAGES.map((one) => option(languageName(one, numbersOf(locale)), one));
  const chosen = PAGE_LANGUAGES.indexOf(language);
  return changing(
    ACTION.draftTemplateLanguage,
    select("draft_template_language", say("draft.form.language"), languages, chosen),
  );
}
