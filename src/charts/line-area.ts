import type { ChartPicture } from "../domain/chart.ts";
import { colourOf, type Drawn, GRID, line, MARGIN, mark, text, WIDTH } from "./svg.ts";
import { textWidth } from "./text-width.ts";

const SIZE = 15;
const PLOT_HEIGHT = 300;
/** Above and below the lines, for the values at their points. */
const ROOM = 28;

/** Lines over categories that follow one another; each point has its mark and, where there is room, its value. */
export function lineArea({ categories, series }: ChartPicture, top: number): Drawn {
  const bottom = top + ROOM + PLOT_HEIGHT;
  const side = MARGIN + Math.ceil(widest(categories) / 2);
  const step = categories.length > 1 ? (WIDTH - 2 * side) / (categories.length - 1) : 0;
  const x = (place: number) => side + place * step;
  const y = heights(series, top + ROOM, bottom);
  const lines = series.flatMap(({ values, texts }, place) => [
    path(
      values.map((value, at) => ({ x: x(at), y: y(value) })),
      colourOf(place),
    ),
    ...values.map((value, at) => mark(x(at), y(value), place)),
    ...valueTexts(texts, step).flatMap(({ words, at }) => {
      const side = sideOf(series, place, at);
      if (side === null) return [];
      const height = y(values[at] ?? 0) + (side === "below" ? SIZE + 10 : -12);
      return [text(words, { x: x(at), y: height, size: SIZE, anchor: "middle" })];
    }),
  ]);
  const every = spacing(widest(categories), step, categories.length);
  const labels = categories.flatMap((label, at) =>
    (categories.length - 1 - at) % every === 0
      ? [text(label, { x: x(at), y: bottom + ROOM + SIZE + 8, size: SIZE, anchor: "middle" })]
      : [],
  );
  const axis = line(MARGIN, bottom + ROOM, WIDTH - MARGIN, bottom + ROOM, GRID, 2);
  return { parts: [axis, ...lines, ...labels], height: bottom + ROOM + SIZE + 16 - top };
}

/** The highest value of a category is written above its point and the lowest below; those between have no room of their own. */
function sideOf(series: ChartPicture["series"], place: number, at: number): "above" | "below" | null {
  const values = series.map((one) => one.values[at] ?? 0);
  if (values.indexOf(Math.max(...values)) === place) return "above";
  return values.lastIndexOf(Math.min(...values)) === place ? "below" : null;
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((one) => textWidth(one, SIZE)));

/** From nothing, so that a small change never looks like a large one. */
function heights(series: ChartPicture["series"], top: number, bottom: number) {
  const values = series.flatMap((one) => one.values);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = most - least || 1;
  return (value: number) => bottom - ((value - least) / span) * (bottom - top);
}

/** Of so many labels every n-th is written, counted from the last, so that none touches another. */
function spacing(width: number, step: number, count: number): number {
  return step === 0 ? 1 : Math.min(Math.max(1, count - 1), Math.ceil((width + 8) / step));
}

function valueTexts(texts: readonly string[], step: number) {
  const every = spacing(widest(texts), step, texts.length);
  return texts.flatMap((words, at) => ((texts.length - 1 - at) % every === 0 ? [{ words, at }] : []));
}

function path(points: ReadonlyArray<{ readonly x: number; readonly y: number }>, colour: string): string {
  const way = points.map((point, place) => `${place === 0 ? "M" : "L"} ${point.x} ${point.y}`).join(" ");
  return `<path d="${way}" fill="none" stroke="${colour}" stroke-width="3"/>`;
}
