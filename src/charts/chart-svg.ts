import type { ChartPicture } from "../domain/chart.ts";
import { barRows } from "./bar-rows.ts";
import { heatRows } from "./heat-rows.ts";
import { lineArea } from "./line-area.ts";
import { type Drawn, MARGIN, mark, page, text, WIDTH } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

const TITLE_SIZE = 22;
const LEGEND_SIZE = 16;

/** A chart as an SVG: its title, its series named by colour and shape, its values written beside their marks. */
export function chartSvg(picture: ChartPicture): string {
  const heading = headingOf(picture);
  const top = heading.height;
  const body = bodyOf(picture, top);
  return page(WIDTH, top + body.height + MARGIN, [...heading.parts, ...body.parts]);
}

function bodyOf(picture: ChartPicture, top: number): Drawn {
  if (picture.kind === "triangle") return heatRows(picture, top);
  return picture.kind === "lines" ? lineArea(picture, top) : barRows(picture, top);
}

function headingOf({ title, series, kind }: ChartPicture): Drawn {
  const lines = wrapped(title, TITLE_SIZE, WIDTH - 2 * MARGIN);
  const titleHeight = MARGIN + lines.length * (TITLE_SIZE + 6);
  const parts = lines.map((words, place) =>
    text(words, { x: MARGIN, y: MARGIN + TITLE_SIZE + place * (TITLE_SIZE + 6), size: TITLE_SIZE }),
  );
  // Their rows name themselves.
  if (kind === "bridge" || kind === "triangle") return { parts, height: titleHeight + 16 };
  const legend = legendOf(series, titleHeight + 16);
  return { parts: [...parts, ...legend.parts], height: titleHeight + 16 + legend.height };
}

function legendOf(series: ChartPicture["series"], top: number): Drawn {
  const parts: string[] = [];
  let [x, y] = [MARGIN, top + LEGEND_SIZE];
  for (const [place, { name }] of series.entries()) {
    const width = 20 + textWidth(name, LEGEND_SIZE) + 28;
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + LEGEND_SIZE + 10];
    parts.push(mark(x + 6, y - 6, place), text(name, { x: x + 20, y, size: LEGEND_SIZE }));
    x += width;
  }
  return { parts, height: y - top + 20 };
}
