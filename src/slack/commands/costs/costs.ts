import { localTime } from "../../../domain/calendar.ts";
import { textOf } from "../../../words/text.ts";
import { costReportMessage } from "../../blocks/costs/cost-report.ts";
import { notice, noticeOf, orCommand, quoted } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";
import { nearestCostsQuestion, readCostsQuestion } from "./costs-question.ts";

/** `/customer costs [PERIOD] [by DIMENSION]`: what keeping customers cost. */
export async function showCosts(
  _request: CommandRequest,
  { flows, answer, clock, reader }: PermittedTools,
  typed: string,
): Promise<void> {
  const locale = readerLocale(reader);
  const asked = readCostsQuestion(typed, localTime(clock(), reader.timeZone).day);
  if (asked === null) {
    const unread = noticeOf("costs.cannot-read", locale, { typed: quoted(typed, locale) });
    return answer.privately(orCommand(unread, nearestCostsQuestion(typed), locale));
  }
  const shown = await flows.showCosts({ ...asked, reader });
  switch (shown.kind) {
    case "report":
      return answer.privately(costReportMessage({ report: shown.report, period: asked.period.name, locale }));
    case "no-answer":
      return answer.privately(notice(textOf(shown.problem, locale)));
  }
}
