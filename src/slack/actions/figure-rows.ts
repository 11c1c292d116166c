import type { Trace } from "../../domain/figures/trace/trace.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { decodeAskedRows } from "../blocks/costs/asked-rows.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { traceMessage } from "../blocks/value/trace-message.ts";
import { traceFile } from "../blocks/value/trace-table.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Chosen: some 10 MB, which Slack takes within the seconds a person waits; whoever wants more has the command line. */
const MOST_ROWS = 50_000;
const READING = { most: MOST_ROWS, visit: null };

/** Show the rows: of a figure of everybody, or of one row of a report, which may be a customer's. */
export const showFigureRows: ActionHandler = async (request, tools) => {
  const asked = decodeAskedRows(request.value ?? "");
  if (asked === null) return sayTooOld(request, tools);
  if (asked.customerId !== null) return showCustomerFigureRows(request, tools);
  const { figure, currency, fromDay, toDay, group } = asked;
  const answer = await tools.flows.showFigureRows({
    ...{ figure, currency, group, customerId: null, reader: tools.reader },
    ...{ period: { fromDay, toDay }, reading: READING },
  });
  const locale = readerLocale(tools.reader);
  if (answer.kind !== "trace") return tools.answer.privately(notice(textOf(answer.reason, locale)));
  await tell(answer.trace, null, tools);
};

/** Show the rows: of one customer's figure, to whoever may see it. */
export const showCustomerFigureRows: ActionHandler = async (request, tools) => {
  const { flows, answer, reader, place } = tools;
  const asked = decodeAskedRows(request.value ?? "");
  if (asked === null || asked.customerId === null) return sayTooOld(request, tools);
  const { figure, currency, customerId, fromDay, toDay } = asked;
  const given = { figure, currency, customerId, period: { fromDay, toDay }, reading: READING };
  const shown = await flows.showCustomerRows({ ...given, reader, place });
  const locale = readerLocale(reader);
  switch (shown.kind) {
    case "trace":
      return tell(shown.trace, shown.name, tools);
    case "gone":
      return answer.privately(noticeOf("notice.gone", locale));
    case "not-your-account":
      return answer.privately(noticeOf("customer-costs.not-yours", locale));
    default:
      return answer.privately(notice(textOf(shown.reason, locale)));
  }
};

/** The first rows where they were asked for, to whoever asked alone; all of them as a file in the direct message. */
async function tell(
  trace: Trace,
  customer: string | null,
  { slack, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  if (trace.rows.length === 0)
    return answer.privately(traceMessage({ trace, customer, rowsInFile: null, locale }));
  const { name, content } = traceFile(trace, locale);
  await slack.sendFile(reader.slackUserId, { name, content, comment: sayIn(locale)("table.comment") });
  await answer.privately(traceMessage({ trace, customer, rowsInFile: trace.rows.length, locale }));
}
