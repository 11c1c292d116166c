import type { ChartPicture } from "../domain/chart.ts";
import { bar, colourOf, type Drawn, GRID, line, MARGIN, mark, text, WIDTH } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

const SIZE = 16;
const LINE_HEIGHT = SIZE + 4;
const BAR_HEIGHT = 22;
const GAP = 14;
const MOST_NAME_WIDTH = 260;
/** What a bridge adds is vermilion, what it takes away blue green; the sign stands in the text besides. */
const [STANDS, ADDS, TAKES] = [colourOf(0), colourOf(1), colourOf(2)];

/** A bar from `from` to `to`, with what is written at its end. */
type Bar = {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly colour: string;
  readonly place: number | null;
};
type Row = { readonly names: readonly string[]; readonly bars: readonly Bar[] };

/** Bars that lie, a row for each category: then a long name has room, and a value stands beside its bar. */
export function barRows(picture: ChartPicture, top: number): Drawn {
  const rows = rowsOf(picture);
  const nameWidth = Math.max(...rows.flatMap(({ names }) => names.map((name) => textWidth(name, SIZE))));
  const written = rows.flatMap(({ bars }) => bars.map((one) => textWidth(one.written, SIZE)));
  const left = MARGIN + nameWidth + 16;
  const scale = scaleOf(rows, left, WIDTH - MARGIN - Math.max(...written) - 12);
  const parts: string[] = [];
  let y = top;
  for (const { names, bars } of rows) {
    const height = Math.max(names.length * LINE_HEIGHT, bars.length * BAR_HEIGHT);
    const named = names.map((name, place) =>
      text(name, { x: left - 12, y: y + SIZE + place * LINE_HEIGHT, size: SIZE, anchor: "end" }),
    );
    parts.push(...named, ...bars.flatMap((one, place) => barParts(one, y + place * BAR_HEIGHT, scale)));
    y += height + GAP;
  }
  return { parts: [line(scale(0), top, scale(0), y - GAP, GRID, 2), ...parts], height: y - top };
}

function barParts({ from, to, written, colour, place }: Bar, y: number, scale: (value: number) => number) {
  const [start, end] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  return [
    bar(start, y, end - start, BAR_HEIGHT - 4, colour),
    ...(place === null || end - start < 24
      ? []
      : [mark(start + 12, y + BAR_HEIGHT / 2 - 2, place, "#ffffff")]),
    text(written, { x: end + 8, y: y + SIZE - 1, size: SIZE }),
  ];
}

function scaleOf(rows: readonly Row[], left: number, right: number) {
  const ends = rows.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to]));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const span = most - least || 1;
  return (value: number) => left + ((value - least) / span) * (right - left);
}

function rowsOf({ kind, categories, series }: ChartPicture): Row[] {
  const names = categories.map((name) => wrapped(name, SIZE, MOST_NAME_WIDTH));
  if (kind === "bridge") return bridgeRows(names, series[0] ?? { values: [], texts: [] });
  return names.map((lines, row) => ({
    names: lines,
    bars: series.map(({ values, texts }, place) => ({
      from: 0,
      to: values[row] ?? 0,
      written: texts[row] ?? "",
      colour: colourOf(place),
      place,
    })),
  }));
}

/** Each step begins where the one before ended. */
function bridgeRows(
  names: readonly (readonly string[])[],
  { values, texts }: Pick<ChartPicture["series"][number], "values" | "texts">,
): Row[] {
  let reached = 0;
  return names.map((lines, row) => {
    const value = values[row] ?? 0;
    const stands = row === 0 || row === names.length - 1;
    const from = stands ? 0 : reached;
    reached = from + value;
    const colour = stands ? STANDS : value < 0 ? TAKES : ADDS;
    const sign = stands || value < 0 ? "" : "+";
    return {
      names: lines,
      bars: [{ from, to: reached, written: `${sign}${texts[row] ?? ""}`, colour, place: null }],
    };
  });
}
