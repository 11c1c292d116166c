import { type Day, localTime } from "../../../domain/calendar.ts";
import { COST_DIMENSIONS, type CostDimension } from "../../../domain/costs/cost-report.ts";
import { type ReportPeriod, reportPeriod } from "../../../domain/costs/report-period.ts";
import { isCurrency } from "../../../domain/money.ts";
import { textOf } from "../../../words/text.ts";
import { costReportMessage } from "../../blocks/costs/cost-report.ts";
import { notice, noticeOf, quoted } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer costs [PERIOD] [by DIMENSION]`: what keeping customers cost. */
export async function showCosts(
  _request: CommandRequest,
  { flows, answer, clock, reader }: PermittedTools,
  typed: string,
): Promise<void> {
  const locale = readerLocale(reader);
  const asked = readCostsQuestion(typed, localTime(clock(), reader.timeZone).day);
  if (asked === null)
    return answer.privately(noticeOf("costs.cannot-read", locale, { typed: quoted(typed) }));
  const shown = await flows.showCosts(asked);
  switch (shown.kind) {
    case "report":
      return answer.privately(costReportMessage({ report: shown.report, period: asked.period.name, locale }));
    case "no-answer":
      return answer.privately(notice(textOf(shown.problem, locale)));
  }
}

export type CostsQuestion = {
  readonly period: ReportPeriod;
  readonly dimension: CostDimension;
  readonly currency: string | null;
};

/** "quarter by owner in EUR". */
const QUESTION = /^(.*?)(?:(?:^|\s+)by\s+(\S+))?(?:(?:^|\s+)in\s+(\S+))?$/i;

/** @returns null where it is neither a period, a dimension nor a currency */
export function readCostsQuestion(typed: string, today: Day): CostsQuestion | null {
  const [, when = "", by = "segment", code] = QUESTION.exec(typed.trim()) ?? [];
  const period = reportPeriod(when, today);
  const dimension = COST_DIMENSIONS.find((known) => known === by.toLowerCase());
  const currency = code?.toUpperCase() ?? null;
  if (period === null || dimension === undefined || !(currency === null || isCurrency(currency))) return null;
  return { period, dimension, currency };
}
