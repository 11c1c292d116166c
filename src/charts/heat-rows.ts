import type { ChartPicture } from "../domain/chart.ts";
import { type Drawn, GRID, MARGIN, text, WIDTH } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

const SIZE = 16;
const LINE_HEIGHT = SIZE + 4;
const CELL_HEIGHT = 48;
const GAP = 4;
/**
 * White at 0 and a dark blue at 100 %: one hue from light to dark, which is told apart with any colour blindness and in grey.
 * The same share has the same colour in every picture.
 */
const DARKEST = [0, 63, 99] as const;
/** Up to this share black has a contrast of 4.5 to 1 or more, from it on white has. Nothing lighter than black would do. */
const WHITE_FROM = 69;

/** A table whose cells are the darker the higher their share, each with its number in it. */
export function heatRows({ categories, series }: ChartPicture, top: number): Drawn {
  const left = MARGIN + Math.max(...series.map(({ name }) => textWidth(name, SIZE))) + 16;
  const step = (WIDTH - MARGIN - left) / Math.max(1, categories.length);
  const heads = categories.map((name) => wrapped(name, SIZE, step - GAP - 4));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * LINE_HEIGHT + 8;
  const middle = (column: number) => left + (column + 0.5) * step;
  const parts = [
    ...heads.flatMap((lines, column) =>
      lines.map((words, place) =>
        text(words, { x: middle(column), y: top + SIZE + place * LINE_HEIGHT, size: SIZE, anchor: "middle" }),
      ),
    ),
    ...series.flatMap(({ name, values, texts }, row) => {
      const y = top + headHeight + row * (CELL_HEIGHT + GAP);
      return [
        text(name, { x: left - 12, y: baseline(y), size: SIZE, anchor: "end" }),
        ...values.flatMap((value, column) => [
          cell({ x: left + column * step, y, width: step - GAP, share: value }),
          text(texts[column] ?? "", {
            ...{ x: middle(column) - GAP / 2, y: baseline(y), size: SIZE, anchor: "middle" },
            fill: inkOn(value),
          }),
        ]),
      ];
    }),
  ];
  return { parts, height: headHeight + series.length * (CELL_HEIGHT + GAP) };
}

const baseline = (y: number) => y + CELL_HEIGHT / 2 + SIZE / 2 - 2;

function cell({ x, y, width, share }: { x: number; y: number; width: number; share: number }): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${CELL_HEIGHT}" fill="${heatOf(share)}" stroke="${GRID}"/>`;
}

/** The colour of a share. @param share from 0 to 100; beyond is taken for the nearer of both */
export function heatOf(share: number): string {
  const part = Math.min(100, Math.max(0, share)) / 100;
  const channels = DARKEST.map((dark) => Math.round(255 - (255 - dark) * part));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** What is read on it. */
export const inkOn = (share: number): string => (share < WHITE_FROM ? "#000000" : "#ffffff");
