import { PAGE_LANGUAGES } from "../../domain/outreach/feedback/page-language.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { DRAFT_FORMS, draftForm } from "../blocks/outreach/draft-form.ts";
import { type DraftForm, decodeDraft, encodeDraft } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";
import { metadataOf, sayWhoWasFaster } from "./open-forms.ts";

export const draftAction = opensDraft({ isCard: true });
export const nudgeDraftAction = opensDraft({ isCard: false });

/** Draft: a text to write with, unless the message was answered since it was shown. */
function opensDraft({ isCard }: { readonly isCard: boolean }): ActionHandler {
  return withButton(async (button, request, tools) => {
    const { flows, slack, answer, reader, place } = tools;
    const { customerId, suggestionKey, shownAt } = button;
    const asked = { customerId, suggestionKey, shownAt, language: null, sender: reader };
    const opened = await flows.openDraft(asked);
    if (opened.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
    if (opened.kind === "settled") return sayWhoWasFaster(opened, { button, request, isCard }, tools);
    const from = metadataOf(button, request, place, { isCard, openedAt: opened.now });
    const metadata = encodeDraft({ ...from, language: opened.language.language, form: "email" });
    await slack.openModal(
      request.triggerId,
      draftForm({ ...opened, form: "email", metadata, ...asReadBy(reader) }),
    );
  });
}

/** Another language was chosen: its text takes the place of the one before. */
export const draftLanguageChanged = changesDraft((value) => {
  const language = PAGE_LANGUAGES.find((one) => one === value);
  return language === undefined ? null : { language };
});

/** Mail or chat was chosen. */
export const draftFormChanged = changesDraft((value) => {
  const form = DRAFT_FORMS.find((one) => one === value);
  return form === undefined ? null : { form };
});

function changesDraft(
  read: (value: string | undefined) => Partial<Pick<DraftForm, "language" | "form">> | null,
): ActionHandler {
  return (request, tools) => {
    const change = read(request.value);
    return change === null ? sayTooOld(request, tools) : showChanged(change, request, tools);
  };
}

async function showChanged(
  change: Partial<Pick<DraftForm, "language" | "form">>,
  request: ActionRequest,
  tools: PermittedTools,
): Promise<void> {
  if (request.form === null) return sayTooOld(request, tools);
  const { flows, slack, answer, reader } = tools;
  const form: DraftForm = { ...decodeDraft(request.form.metadata), ...change };
  const { customerId, suggestionKey, language } = form;
  const opened = await flows.openDraft({
    ...{ customerId, suggestionKey, shownAt: null, language, sender: reader },
  });
  if (opened.kind !== "draft") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const metadata = encodeDraft(form);
  await slack.updateModal(
    request.form.viewId,
    draftForm({ ...opened, form: form.form, metadata, ...asReadBy(reader) }),
  );
}
