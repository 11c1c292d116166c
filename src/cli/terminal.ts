import { styleText } from "node:util";
import { z } from "zod";

const textObject = z.looseObject({ text: z.string() });
const element = z.looseObject({ type: z.string(), text: z.union([textObject, z.string()]).optional() });
const cell = z.looseObject({ text: z.string().optional() });
const block = z.looseObject({
  type: z.string(),
  text: textObject.optional(),
  fields: z.array(textObject).optional(),
  elements: z.array(element).optional(),
  rows: z.array(z.array(cell)).optional(),
});

/** Blocks as lines of plain text, for a terminal: buttons as [Label], marks taken off. */
export function blocksAsLines(blocks: readonly object[]): string[] {
  return z
    .array(block)
    .parse(blocks)
    .flatMap((one) => [...linesOf(one), ""])
    .slice(0, -1);
}

function linesOf({ type, text, fields, elements, rows }: z.output<typeof block>): string[] {
  if (type === "header") return [styleText("bold", text?.text ?? "")];
  if (type === "actions") return [(elements ?? []).map((button) => `[${textOf(button)}]`).join("  ")];
  if (type === "context") return (elements ?? []).map((part) => styleText("dim", withoutMarks(textOf(part))));
  if (rows) return tableLines(rows.map((row) => row.map((one) => one.text ?? "")));
  return [text?.text, ...(fields ?? []).map((field) => field.text.replace("\n", ": "))]
    .filter((line) => line !== undefined)
    .flatMap((line) => withoutMarks(line).split("\n"));
}

function tableLines(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function textOf({ text }: z.output<typeof element>): string {
  return typeof text === "string" ? text : (text?.text ?? "");
}

/** What Slack would set bold, italic or as code, and its escapes and dates, as they read. */
function withoutMarks(mrkdwn: string): string {
  return mrkdwn
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
    .replace(/(^|[\s(“])[*_`]([^*_`\n]+)[*_`](?=$|[\s).,:;”])/gm, "$1$2")
    .replaceAll("​", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
