/** Parts of an SVG. Everything that is text comes from outside and is escaped. */

/** Slack shows pictures at most some 360 px wide beside each other and 1,000 large. Chosen by the product. */
export const WIDTH = 960;
export const MARGIN = 32;

export const FONT_FAMILY = "Noto Sans CJK SC";
export const INK = "#1d1c1d";
export const GRID = "#d9d9d9";

/** Okabe and Ito's colours, told apart with any colour blindness; in the order in which series take them. */
export const COLOURS = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#56B4E9",
  "#E69F00",
  "#000000",
  "#F0E442",
] as const;
export const colourOf = (place: number): string => COLOURS[place % COLOURS.length] ?? COLOURS[0];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

export type TextAt = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
};

export function text(words: string, { x, y, size, anchor = "start", fill = INK }: TextAt): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escapeXml(words)}</text>`;
}

export const line = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}"/>`;

export const bar = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${Math.max(1, width)}" height="${height}" fill="${fill}" stroke="${INK}" stroke-width="0.5"/>`;

/** A mark of a series: another shape for each, for whoever does not tell the colours apart. */
export function mark(x: number, y: number, place: number, fill: string = colourOf(place)): string {
  const r = 6;
  switch (place % 4) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
    case 1:
      return `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" fill="${fill}"/>`;
    case 2:
      return `<path d="M ${x} ${y - r} L ${x + r} ${y + r} L ${x - r} ${y + r} Z" fill="${fill}"/>`;
    default:
      return `<path d="M ${x} ${y - r} L ${x + r} ${y} L ${x} ${y + r} L ${x - r} ${y} Z" fill="${fill}"/>`;
  }
}

/** On white, whatever Slack's own background is. */
export function page(width: number, height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    "</svg>",
  ].join("");
}

/** Part of a picture, and how high it is. */
export type Drawn = { readonly parts: readonly string[]; readonly height: number };
