import type { AskedPeriod } from "../../../domain/asking/intent.ts";
import { textOf } from "../../../words/text.ts";
import { notice } from "../../blocks/messages/notices.ts";
import { retentionMessage } from "../../blocks/value/retention.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** Retention and churn of customers and revenue, to whoever asks alone. */
export async function showRetention(
  { flows, answer, reader }: PermittedTools,
  period: AskedPeriod,
): Promise<void> {
  const locale = readerLocale(reader);
  const told = await flows.reportRetention({ period, reader });
  if (told.kind !== "report") return answer.privately(notice(textOf(told.reason, locale)));
  await answer.privately(retentionMessage({ report: told.report, triangle: told.triangle, locale }));
}
