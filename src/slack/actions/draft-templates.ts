import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import { draftKeyNamed } from "../../domain/outreach/drafts/draft-keys.ts";
import type { DraftTemplate } from "../../domain/outreach/drafts/draft-template.ts";
import { PAGE_LANGUAGES, pageLanguageOf } from "../../domain/outreach/feedback/page-language.ts";
import { textOf } from "../../words/text.ts";
import { notice } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { draftTemplateForm } from "../blocks/outreach/draft-templates.ts";
import { decodeDraftTemplate, encodeDraftTemplate, type FormPlace } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { changedText, showDraftsAnew } from "../views/draft-template.ts";
import { sayTooOld } from "./card-buttons.ts";

type Which = Pick<DraftTemplate, "playbook" | "language">;

/** A draft was chosen: asks for a text of the team's own, in its reader's language first. */
export const editDraft: ActionHandler = async (request, tools) => {
  const playbook = draftKeyNamed(request.value ?? "");
  if (playbook === null) return sayTooOld(request, tools);
  const language = pageLanguageOf(tools.reader.locale ?? null) ?? FALLBACK_LOCALE;
  const { responseUrl, channelId } = request;
  const view = await templateView({ playbook, language }, { responseUrl, channelId }, tools);
  await tools.slack.openModal(request.triggerId, view);
};

/** Another language was chosen in the form: its text takes the place of the one before. */
export const templateLanguageChanged: ActionHandler = async (request, tools) => {
  const language = PAGE_LANGUAGES.find((one) => one === request.value);
  if (request.form === null || language === undefined) return sayTooOld(request, tools);
  const { playbook, responseUrl, channelId } = decodeDraftTemplate(request.form.metadata);
  const view = await templateView({ playbook, language }, { responseUrl, channelId }, tools);
  await tools.slack.updateModal(request.form.viewId, view);
};

/** Back to ours: reps get our text from now on, and the form shows it. */
export const templateOurs: ActionHandler = async (request, tools) => {
  if (request.form === null) return sayTooOld(request, tools);
  const { flows, slack, answer, reader } = tools;
  const { seen, playbook, language, ...place } = decodeDraftTemplate(request.form.metadata);
  const change = { by: reader.slackUserId, seen: seen === null ? null : new Date(seen) };
  const result = await flows.setDraft({ playbook, language, texts: null, ...change });
  const { locale } = asReadBy(reader);
  if (result.kind === "changed") await answer.privately(notice(textOf(changedText(result.own), locale)));
  await slack.updateModal(request.form.viewId, await templateView({ playbook, language }, place, tools));
  if (result.kind === "set") await showDraftsAnew("draft.back", { playbook, language }, place, tools);
};

async function templateView(which: Which, place: FormPlace, { flows, reader, clock }: PermittedTools) {
  const own = await flows.findOwnDraft(which);
  const metadata = encodeDraftTemplate({ ...place, ...which, seen: own?.setAt.getTime() ?? null });
  return draftTemplateForm({ ...which, own, metadata, now: clock(), ...asReadBy(reader) });
}
