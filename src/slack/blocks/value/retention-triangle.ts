import type { ChartPicture } from "../../../domain/chart.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../../domain/customers/cohort.ts";
import type { JoinedIn } from "../../../domain/figures/retention-triangle.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { chartPicture, type MessageBlock } from "../chart.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { context } from "../elements.ts";
import { tableFile } from "../table-file.ts";
import { monthPhrase } from "../words.ts";

/** Who joined in each month and what share of them was still there later; nothing where nobody joined. */
export function triangleBlocks(triangle: readonly JoinedIn[], locale: Locale): MessageBlock[] {
  if (triangle.every(({ joined }) => joined === 0)) return [];
  const { block } = dataTable(triangleTable(triangle, locale));
  return [block, context(sayIn(locale)("retention.triangle.note", { days: ACTIVITY_WINDOW_DAYS }))];
}

/** The same to be seen at a glance: the darker, the more stayed; null where nobody joined. */
export function trianglePicture(triangle: readonly JoinedIn[], locale: Locale): ChartPicture | null {
  const say = sayIn(locale);
  const rows = triangle.filter(({ joined }) => joined > 0);
  if (rows.length === 0) return null;
  return chartPicture({
    ...{ kind: "triangle", locale, title: say("retention.triangle.caption") },
    categories: triangle.map((_, later) => say("retention.triangle.after", { months: later })),
    series: rows.map(({ month, joined, kept }) => {
      const values = kept.map((count) => sharePercent(count, joined));
      return {
        name: say("retention.triangle.row", { month: monthPhrase(month), joined }),
        values,
        texts: values.map((percent) => say("number.percent", { number: percent })),
      };
    }),
  });
}

/** The same for a spreadsheet. */
export function triangleFile(
  triangle: readonly JoinedIn[],
  locale: Locale,
): { name: string; content: string } {
  const [first, last] = [triangle[0], triangle.at(-1)];
  return {
    name: `retention-by-month-${first?.month ?? ""}-${last?.month ?? ""}.csv`,
    content: tableFile(triangleTable(triangle, locale)),
  };
}

function triangleTable(triangle: readonly JoinedIn[], locale: Locale): DataTable {
  const say = sayIn(locale);
  return {
    caption: say("retention.triangle.caption"),
    head: [
      say("retention.triangle.month"),
      say("retention.triangle.joined"),
      ...triangle.map((_, later) => say("retention.triangle.after", { months: later })),
    ],
    rows: triangle.map(({ month, joined, kept }) => [
      { text: say("retention.triangle.of", { month: monthPhrase(month) }) },
      { text: say("number.plain", { number: joined }), value: joined },
      ...triangle.map((_, later) => shareCell(kept[later], joined)),
    ]),
  };

  /** Of whom it is not known yet, or nobody joined, there is no share. */
  function shareCell(kept: number | undefined, joined: number): Cell {
    if (kept === undefined || joined === 0) return { text: "" };
    const percent = sharePercent(kept, joined);
    return { text: say("number.percent", { number: percent }), value: percent };
  }
}

/** To a tenth of a percent. */
const sharePercent = (kept: number, joined: number) => Math.round((1000 * kept) / joined) / 10;
