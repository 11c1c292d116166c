import type { RichTextBlock } from "@slack/types";
import { isDay } from "../../../domain/calendar.ts";
import type { KindPreview } from "../../../domain/imports/upload.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { plainLine } from "../escape.ts";

/** So many characters fit a line of a modal: the fact, and three rows beside it. */
const FACT_WIDTH = 16;
const CELL_WIDTH = 13;
export const ROWS_SHOWN = 3;
/** More facts than these make a wall of text; how many there are besides is said. */
const MOST_FACTS = 14;

type Shown = Pick<KindPreview, "facts" | "lines">;

/**
 * The first rows as a small table, a fact a line, since modals take no tables. Facts that are empty in all of them are
 * left out. It is text that Slack shows as it is: nothing in it becomes a link or a mention.
 */
export function factTable({ facts, lines }: Shown, head: string, locale: Locale): RichTextBlock {
  const shown = lines.slice(0, ROWS_SHOWN);
  const filled = facts.flatMap((fact, place) => {
    const cells = shown.map(({ texts }) => plainLine(cellText(fact, texts[place] ?? "", locale), CELL_WIDTH));
    return cells.every((cell) => cell === "") ? [] : [[fact, ...cells]];
  });
  const rows = [[head, ...shown.map(({ line }) => String(line))], ...filled.slice(0, MOST_FACTS)];
  const more = filled.length - MOST_FACTS;
  const rest = more > 0 ? [sayIn(locale)("import-preview.more-facts", { more })] : [];
  const text = [...rows.map(tableLine), ...rest].join("\n");
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }],
  };
}

/** The facts that are numbers: what else looks like one is an id, a phone or a postcode. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...[
    "amount",
    "quantity",
    "monthly_revenue",
    "margin_percent",
    "acquisition_cost",
    "price",
    "minutes",
    "score",
  ],
]);

/** Days and numbers as the reader writes them. */
function cellText(fact: string, text: string, locale: Locale): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text)?.[1];
  if (day !== undefined && isDay(day)) return sayIn(locale)("import-preview.day", { day: { day } });
  const number = NUMBERS.has(fact) ? /^-?\d+(?:\.(\d+))?$/.exec(text) : null;
  if (number === null) return text;
  const decimals = Math.min(number[1]?.length ?? 0, MOST_DECIMALS);
  const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(numbersOf(locale), format).format(Number(text));
}

/** As many as a cell has room for. */
const MOST_DECIMALS = 4;

function tableLine([fact = "", ...cells]: readonly string[]): string {
  return [padded(fact, FACT_WIDTH), ...cells.map((cell) => padded(cell, CELL_WIDTH))].join(" ").trimEnd();
}

/** Characters of Chinese, Japanese and Korean take two columns, as does most of what is drawn. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

const widthOf = (character: string) => (WIDE.test(character) ? 2 : 1);

/** Cut or filled up to a width in columns. */
function padded(text: string, width: number): string {
  const characters = Array.from(text);
  const whole = characters.reduce((sum, character) => sum + widthOf(character), 0);
  if (whole <= width) return text + " ".repeat(width - whole);
  let used = 1;
  const kept: string[] = [];
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    kept.push(character);
  }
  return padded(`${kept.join("")}…`, width);
}
