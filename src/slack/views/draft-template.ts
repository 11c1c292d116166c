import { draftProblems } from "../../domain/outreach/drafts/check-draft.ts";
import type { DraftTemplate, OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import { DRAFT_FIELDS, type DraftField, type DraftTexts } from "../../domain/outreach/drafts/fill-draft.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { isOurDraft } from "../../words/drafts/draft-text.ts";
import { numbersOf } from "../../words/locale.ts";
import { languageName } from "../../words/pages/page-text.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { notice } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { draftName } from "../blocks/outreach/draft-name.ts";
import { draftsMessage, templateBlock } from "../blocks/outreach/draft-templates.ts";
import { answerTo } from "../frame/answer.ts";
import { type DraftTemplateForm, decodeDraftTemplate, type FormPlace } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** Save: keeps a team's own text, or ours where it is just that. What is wrong shows beside its field. */
export const draftTemplateSubmission: SubmissionHandler = async (request, { flows, reader }) => {
  const form = decodeDraftTemplate(request.metadata);
  const { playbook, language, seen } = form;
  const locale = readerLocale(reader);
  const blockOf = (field: DraftField) => templateBlock(field, language, seen);
  const texts = textsIn(request, blockOf);
  const problems = draftProblems(playbook, texts);
  if (problems.length > 0) {
    const errors = problems.map(({ field, problem }) => [blockOf(field), textOf(problem, locale)] as const);
    return { kind: "wrong", errors: Object.fromEntries(errors) };
  }
  const own = await flows.findOwnDraft({ playbook, language });
  if ((own?.setAt.getTime() ?? null) !== seen)
    return { kind: "wrong", errors: { [blockOf("subject")]: textOf(changedText(own), locale) } };
  return { kind: "good", place: form, handle: (tools) => save(texts, form, tools) };
};

/** Line ends as they are typed on any machine; blanks around a text are no part of it. */
function textsIn({ fields }: SubmissionRequest, blockOf: (field: DraftField) => string): DraftTexts {
  const [subject = "", body = "", chat = ""] = DRAFT_FIELDS.map((field) =>
    (fields.get(blockOf(field)) ?? "").replaceAll("\r\n", "\n").trim(),
  );
  return { subject, body, chat };
}

async function save(texts: DraftTexts, form: DraftTemplateForm, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const { playbook, language, seen, ...place } = form;
  const isOurs = isOurDraft(playbook, language, texts);
  const change = { by: reader.slackUserId, seen: seen === null ? null : new Date(seen) };
  const result = await flows.setDraft({ playbook, language, texts: isOurs ? null : texts, ...change });
  if (result.kind === "set")
    return showDraftsAnew(isOurs ? "draft.as-ours" : "draft.kept", { playbook, language }, place, tools);
  const locale = readerLocale(reader);
  const why = result.kind === "changed" ? changedText(result.own) : result.problems[0]?.problem;
  await answer.privately(notice(textOf(why ?? phrase("notice.old-button"), locale)));
}

/** Who was faster. */
export const changedText = (own: OwnDraft | null): Phrase =>
  own === null || own.setByName === null
    ? phrase("draft.changed.somebody")
    : phrase("draft.changed", { name: escapeMrkdwn(own.setByName, 150) });

/** The list as it is now, in its place, with what was done above it. */
export async function showDraftsAnew(
  code: "draft.kept" | "draft.back" | "draft.as-ours",
  { playbook, language }: Pick<DraftTemplate, "playbook" | "language">,
  place: FormPlace,
  { flows, slack, reader, clock }: PermittedTools,
): Promise<void> {
  const read = asReadBy(reader);
  const named = { draft: draftName(playbook), language: languageName(language, numbersOf(read.locale)) };
  const message = draftsMessage(
    await flows.listDrafts({}),
    { now: clock(), ...read },
    sayIn(read.locale)(code, named),
  );
  await answerTo({ userId: reader.slackUserId, ...place }, slack).replacing(message);
}
