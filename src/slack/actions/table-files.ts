import { segmentRule } from "../../domain/value/segments/segment-rules.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { decodeAsked } from "../blocks/costs/asked-costs.ts";
import { costReportFile } from "../blocks/costs/cost-report.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { segmentReportFile } from "../blocks/value/segment-report.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Chosen: some 5 MB, which Slack takes within the seconds a person waits; whoever wants more has the command line. */
const MOST_ROWS = 50_000;

/** As a file: the same costs with all rows, figured anew. */
export const costsAsFile: ActionHandler = async (request, tools) => {
  const { flows, answer, reader } = tools;
  const asked = decodeAsked(request.value ?? "");
  if (asked === null) return sayTooOld(request, tools);
  const { dimension, currency, ...period } = asked;
  const shown = await flows.showCosts({ period, dimension, currency, reader, mostRows: MOST_ROWS });
  const locale = readerLocale(reader);
  if (shown.kind === "no-answer") return answer.privately(notice(textOf(shown.problem, locale)));
  const { report } = shown;
  const counted = { rows: report.rows.length, leftOut: report.rowsLeftOut };
  await send(costReportFile({ report, locale }), counted, tools);
};

/** As a file: every segment of the rule. */
export const segmentsAsFile: ActionHandler = async (request, tools) => {
  const { flows, answer, reader } = tools;
  const rule = segmentRule(request.value ?? "");
  if (rule === null) return sayTooOld(request, tools);
  const shown = await flows.showSegments({ rule, reader });
  const locale = readerLocale(reader);
  if (shown.kind !== "report") return answer.privately(notice(textOf(shown.reason, locale)));
  const { report } = shown;
  await send(segmentReportFile({ report, locale }), { rows: report.segments.length, leftOut: 0 }, tools);
};

/** To the direct message, wherever it was asked for: a file outlives the message it came with. */
async function send(
  { name, content }: { readonly name: string; readonly content: string },
  counted: { readonly rows: number; readonly leftOut: number },
  { slack, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  await slack.sendFile(reader.slackUserId, { name, content, comment: sayIn(locale)("table.comment") });
  await answer.privately(noticeOf("table.sent", locale, { file: name, ...counted }));
}
