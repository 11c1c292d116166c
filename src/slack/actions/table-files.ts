import { segmentRule } from "../../domain/value/segments/segment-rules.ts";
import { sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import { decodeAsked } from "../blocks/costs/asked-costs.ts";
import { costReportFile } from "../blocks/costs/cost-report.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { atRiskMessage } from "../blocks/outreach/at-risk.ts";
import { atRiskFile } from "../blocks/outreach/at-risk-file.ts";
import { decodeAtRiskPage } from "../blocks/outreach/at-risk-page.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { triangleFile, trianglePicture } from "../blocks/value/retention-triangle.ts";
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

/** Some seconds of reading, and more names than anybody works through. Chosen by the product. */
const MOST_AT_RISK = 5_000;

/** As a file: everybody at high risk of the list's scope, as its reader may see them in their own direct message. */
export const atRiskAsFile: ActionHandler = async (request, tools) => {
  const asked = decodeAtRiskPage(request.value);
  if (asked === null) return sayTooOld(request, tools);
  const { flows, answer, reader } = tools;
  const { scope } = asked;
  const question = { reader, place: "direct", scope, page: 0, perPage: MOST_AT_RISK } as const;
  const { list, now } = await flows.listAtRisk(question);
  const reading = { now, ...asReadBy(reader) };
  if (list.kind !== "page") return answer.privately(atRiskMessage(list, reading));
  const leftOut = list.inAll - list.items.length;
  await send(atRiskFile(list, reading), { rows: list.items.length, leftOut }, tools);
};

/** As a file: who joined in each month, and stayed. */
export const retentionAsFile: ActionHandler = async (_request, tools) => {
  const { flows, answer, reader } = tools;
  const locale = readerLocale(reader);
  const told = await flows.reportRetention({ period: "last-month", reader });
  if (told.kind !== "report") return answer.privately(notice(textOf(told.reason, locale)));
  const counted = { rows: told.triangle.length, leftOut: 0 };
  await send(triangleFile(told.triangle, locale), counted, tools);
};

/** As a picture: the same, the darker the more stayed. Slack's own charts have no such kind. */
export const retentionAsPicture: ActionHandler = async (_request, tools) => {
  const { flows, answer, reader, slack } = tools;
  const locale = readerLocale(reader);
  const told = await flows.reportRetention({ period: "last-month", reader });
  if (told.kind !== "report") return answer.privately(notice(textOf(told.reason, locale)));
  const picture = trianglePicture(told.triangle, locale);
  if (picture === null) return answer.privately(noticeOf("retention.triangle.none", locale));
  const isSent = await slack.sendPictures(reader.slackUserId, [picture]);
  await answer.privately(
    noticeOf(isSent ? "retention.triangle.sent" : "retention.triangle.not-drawn", locale),
  );
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
