import { thresholdMessage, thresholdToday } from "../../blocks/outreach/threshold.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer threshold 60%`: who stands there today, and what last quarter's nudges would have been. Changes nothing. */
export function showThreshold(
  _request: CommandRequest,
  tools: PermittedTools,
  [, typed = ""]: readonly string[],
): Promise<void> {
  return showThresholdAt(thresholdIn(typed), tools);
}

/** @param threshold 0–1; null: what was typed is none */
export async function showThresholdAt(
  threshold: number | null,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  if (threshold === null) return answer.privately(thresholdMessage(null, locale));
  const counted = await flows.countAtThreshold({ threshold });
  const today = thresholdToday(threshold, counted, locale);
  const nudges = thresholdMessage(await flows.previewThreshold({ threshold }), locale);
  await answer.privately({
    text: `${today.text}\n${nudges.text}`,
    blocks: [...today.blocks, ...nudges.blocks],
  });
}

/** "60%", "60 %", "60" or "60,5 %" as 0–1; null for anything else and for what is no risk. */
function thresholdIn(typed: string): number | null {
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*[%％]?$/.exec(typed.trim())?.[1];
  if (percent === undefined) return null;
  const threshold = Number(percent.replace(",", ".")) / 100;
  return threshold > 0 && threshold < 1 ? threshold : null;
}
