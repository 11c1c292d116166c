import { thresholdMessage } from "../../blocks/outreach/threshold.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer threshold 60%`: what last quarter's nudges would have been at another threshold. Changes nothing. */
export async function showThreshold(
  _request: CommandRequest,
  { flows, answer, reader }: PermittedTools,
  [, typed = ""]: readonly string[],
): Promise<void> {
  const locale = readerLocale(reader);
  const threshold = thresholdIn(typed);
  const preview = threshold === null ? null : await flows.previewThreshold({ threshold });
  await answer.privately(thresholdMessage(preview, locale));
}

/** "60%", "60 %", "60" or "60,5 %" as 0–1; null for anything else and for what is no risk. */
function thresholdIn(typed: string): number | null {
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*[%％]?$/.exec(typed.trim())?.[1];
  if (percent === undefined) return null;
  const threshold = Number(percent.replace(",", ".")) / 100;
  return threshold > 0 && threshold < 1 ? threshold : null;
}
