import { rowIdIn } from "../../domain/row-id.ts";
import type { OpenCorrection } from "../../flows/costs/open-correction.ts";
import type { Locale } from "../../words/locale.ts";
import { textOf } from "../../words/text.ts";
import { correctCostForm } from "../blocks/costs/correct-cost-form.ts";
import { costForm } from "../blocks/costs/cost-form.ts";
import { costCorrectedMessage } from "../blocks/costs/cost-recorded.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { encodeCorrection } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Something was chosen in the form that records a cost: it shows the fields that apply now. */
export const costFormChanged: ActionHandler = async (request, tools) => {
  const { form } = request;
  if (form === null) return sayTooOld(request, tools);
  const { flows, slack, reader } = tools;
  const facts = await flows.openCostForm(reader);
  const chosen = (id: string) => form.fields.get(id) ?? null;
  const view = costForm({
    ...facts,
    metadata: form.metadata,
    customer: chosen(FIELD.costCustomer),
    category: chosen(FIELD.costCategory),
    scope: chosen(FIELD.costScope),
    locale: readerLocale(reader),
  });
  await slack.updateModal(form.viewId, view);
};

/** Take it back: the entry stays on record, and a further one leaves nothing of it. */
export const undoCostAction = withEntry(async (id, _request, { flows, answer, clock, reader }) => {
  const locale = readerLocale(reader);
  const result = await flows.correctCostAsMember({ id, member: reader, toMinor: 0, note: null });
  if (result.kind === "corrected")
    return answer.replacing(costCorrectedMessage({ ...result, now: clock(), locale }));
  const why =
    result.kind === "refused" ? notice(textOf(result.problem, locale)) : notCorrected(result, locale);
  await answer.privately(why);
});

/** Correct: asks for the right amount. */
export const correctCostAction = withEntry(async (id, request, { flows, slack, answer, clock, reader }) => {
  const locale = readerLocale(reader);
  const opened = await flows.openCorrection({ id, member: reader });
  if (opened.kind !== "open") return answer.privately(notCorrected(opened, locale));
  const { responseUrl, channelId, triggerId } = request;
  const metadata = encodeCorrection({ responseUrl, channelId, entryId: id });
  await slack.openModal(triggerId, correctCostForm({ ...opened, metadata, now: clock(), locale }));
});

/** Why an entry is not corrected by whoever asks. */
export function notCorrected(
  { kind }: Exclude<OpenCorrection, { kind: "open" }>,
  locale: Locale,
): SlackMessage {
  return noticeOf(kind === "unknown-entry" ? "cost-corrected.gone" : "cost-corrected.not-yours", locale);
}

/** As many entries as the database can count; a number beyond is none of ours. */
const MOST_ENTRIES = 2 ** 31 - 1;

function withEntry(
  handle: (id: number, request: ActionRequest, tools: PermittedTools) => Promise<void>,
): ActionHandler {
  return (request, tools) => {
    const id = rowIdIn(request.value);
    return id === null || id > MOST_ENTRIES ? sayTooOld(request, tools) : handle(id, request, tools);
  };
}
