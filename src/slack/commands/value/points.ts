import type { SlackMessage } from "../../blocks/elements.ts";
import { noticeOf } from "../../blocks/messages/notices.ts";
import { pointsMessage } from "../../blocks/value/points.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** A customer's points, to their reader alone. */
export async function showPoints(customerId: number, tools: PermittedTools): Promise<void> {
  await tools.answer.privately(await pointsAnswer(customerId, tools));
}

/** A customer's points, or why there are none. @param line what the last click did */
export async function pointsAnswer(
  customerId: number,
  { flows, reader, place, clock }: PermittedTools,
  line: string | null = null,
): Promise<SlackMessage> {
  const locale = readerLocale(reader);
  const shown = await flows.showPoints({ customerId, reader, place });
  switch (shown.kind) {
    case "points":
      return pointsMessage({ ...shown, line, shownAt: clock(), locale });
    case "gone":
      return noticeOf("notice.gone", locale);
    case "no-programme":
      return shown.beginsOn === null
        ? noticeOf("loyalty.no-programme", locale)
        : noticeOf("loyalty.begins", locale, { day: { day: shown.beginsOn } });
  }
}
