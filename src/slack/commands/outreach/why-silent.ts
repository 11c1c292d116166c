import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn } from "../../blocks/escape.ts";
import { noticeOf } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** Why nobody was nudged about a customer, to whoever asks alone. */
export async function showWhySilent(
  customerId: number,
  { flows, answer, reader, place }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const told = await flows.whySilent({ customerId, reader: { member: reader, place } });
  if (told.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  const because = escapeMrkdwn(textOf(told.because, locale), 1000);
  await answer.privately(noticeOf("why-silent", locale, { name: escapeMrkdwn(told.name, 100), because }));
}
