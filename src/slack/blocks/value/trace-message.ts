import type { Trace } from "../../../domain/figures/trace/trace.ts";
import { labelled } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { dataTable } from "../data-table.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { traceTable } from "./trace-table.ts";

export type TraceView = {
  readonly trace: Trace;
  /** Whose figure it is; null: everybody's. */
  readonly customer: string | null;
  /** How many a file that was sent holds; null: none was. */
  readonly rowsInFile: number | null;
  readonly locale: Locale;
};

const NAME_LENGTH = 140;
const TITLE_LENGTH = 300;

/** The first rows of a figure, and what all of them come to. */
export function traceMessage({ trace, customer, rowsInFile, locale }: TraceView): SlackMessage {
  const say = sayIn(locale);
  const title = textOf(trace.title, locale);
  const closing = textOf(trace.closing, locale);
  const whose = customer === null ? [] : [section(`*${escapeMrkdwn(customer, NAME_LENGTH)}*`)];
  const head = [header(title), ...whose];
  // The name of a segment stands in it.
  const text = labelled(escapeMrkdwn(title, TITLE_LENGTH), closing, say);
  if (trace.rows.length === 0) return { blocks: [...head, section(closing)], text };
  const { block, leftOut } = dataTable({
    caption: title,
    ...traceTable(trace, (phrase) => textOf(phrase, locale)),
  });
  const all = trace.rowCount;
  const notShown = all - trace.rows.length + leftOut;
  const more = notShown > 0 ? [say("trace.more", { rows: notShown })] : [];
  const sent =
    rowsInFile === null
      ? []
      : [rowsInFile < all ? say("trace.sent.cut", { rows: rowsInFile, all }) : say("trace.sent")];
  return {
    blocks: [...head, block, section(closing), context([...more, ...sent].join("\n"))],
    text,
  };
}
