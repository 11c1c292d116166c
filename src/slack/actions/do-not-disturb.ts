import { sayIn } from "../../words/say.ts";
import { commandOffered, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import {
  decodeQuiet,
  doNotDisturbMessage,
  quietAlready,
  quietForm,
} from "../blocks/outreach/do-not-disturb.ts";
import { encodeFeedbackForm } from "../frame/form-metadata.ts";
import type { ActionHandler, NamedRequest, PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Allow again, of a customer; of a suggestion: leave as it is. */
export const allowAgainAction: ActionHandler = decides("allowed");
/** Keep quiet, as the comparison suggests. */
export const keepQuietAction: ActionHandler = decides("quiet");

function decides(status: "quiet" | "allowed"): ActionHandler {
  return async (request, tools) => {
    const button = decodeQuiet(request.value);
    if (button === null) return sayTooOld(request, tools);
    const { flows, answer, reader } = tools;
    const locale = readerLocale(reader);
    const decided = await flows.decideDoNotDisturb({ id: button.id, status, member: reader });
    if (decided.kind === "not-yours") return answer.privately(noticeOf("do-not-disturb.not-yours", locale));
    const code = decided.kind === "decided" ? `do-not-disturb.is-${status}` : "do-not-disturb.decided-before";
    if (button.page === null) return answer.replacing(noticeOf(code, locale));
    await answer.replacing(await listOf(button.page, tools, code));
  };
}

/** Another page of the list. */
export const quietPageAction: ActionHandler = async (request, tools) => {
  const button = decodeQuiet(request.value);
  if (button === null) return sayTooOld(request, tools);
  await tools.answer.replacing(await listOf(button.page ?? 0, tools));
};

/** `/customer do-not-disturb`: whom contact does no good, and why. */
export async function showDoNotDisturb(_request: CommandRequest, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await listOf(0, tools));
}

async function listOf(page: number, { flows, reader, clock }: PermittedTools, line: string | null = null) {
  const reading = { now: clock(), ...asReadBy(reader) };
  const said = line === null ? null : sayIn(reading.locale)(line);
  return doNotDisturbMessage(await flows.listDoNotDisturb({ page }), reading, said);
}

/** `/customer acme quiet`: asks why they are to be left alone, or says that they are. */
export async function openQuiet(
  customerId: number,
  { flows, answer, slack, reader, clock }: PermittedTools,
  { request: { triggerId, responseUrl, channelId } }: NamedRequest,
): Promise<void> {
  const reading = { now: clock(), ...asReadBy(reader) };
  const asked = await flows.openDoNotDisturb({ customerId });
  if (asked.kind === "gone") return answer.privately(noticeOf("notice.gone", reading.locale));
  if (asked.entry !== null) return answer.privately(quietAlready(asked.entry, reading));
  const customerName = asked.customer.name;
  if (triggerId === null)
    return answer.privately(
      commandOffered("do-not-disturb.form.open", `${customerName} quiet`, reading.locale),
    );
  const metadata = encodeFeedbackForm({ customerId: asked.customer.id, responseUrl, channelId });
  await slack.openModal(triggerId, quietForm({ customerName, metadata, locale: reading.locale }));
}
