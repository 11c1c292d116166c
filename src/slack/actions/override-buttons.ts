import type { CustomerButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { overrideForm } from "../blocks/outreach/override-form.ts";
import { encodeMetadata, type FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { takeBackOverride } from "../views/override.ts";
import { withButton } from "./card-buttons.ts";

/** I know better: asks what will happen. */
export const overrideAction = withButton((button, request, tools) =>
  showOverrideForm(request.triggerId, metadataOf(button, request, tools), tools),
);

/** Take back: at once. */
export const takeBackOverrideAction = withButton((button, request, tools) =>
  takeBackOverride({ ...metadataOf(button, request, tools), openedAt: button.shownAt.getTime() }, tools),
);

export async function showOverrideForm(
  triggerId: string,
  about: Omit<FormMetadata, "openedAt">,
  { flows, answer, slack, reader }: PermittedTools,
): Promise<void> {
  const asked = await flows.openOverrideForm(about);
  if (asked.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const { customer, override, now } = asked;
  const metadata = encodeMetadata({ ...about, openedAt: now.getTime() });
  const known = { customerName: customer.name, override, metadata, now, readerId: reader.slackUserId };
  await slack.openModal(triggerId, overrideForm({ ...known, ...asReadBy(reader) }));
}

const metadataOf = (button: CustomerButton, request: ActionRequest, { place }: PermittedTools) => ({
  customerId: button.customerId,
  suggestionKey: button.suggestionKey,
  responseUrl: request.responseUrl,
  channelId: request.channelId,
  isCard: true,
  isSeenByAll: place !== "direct" && !request.isEphemeral,
  sharedBy: button.sharedBy ?? null,
});
