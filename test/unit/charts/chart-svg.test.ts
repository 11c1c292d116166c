import { describe, expect, it } from "vitest";
import { chartSvg } from "../../../src/charts/chart-svg.ts";
import { WIDTH } from "../../../src/charts/svg.ts";
import { textWidth, wrapped } from "../../../src/charts/text-width.ts";
import type { ChartPicture, PictureKind } from "../../../src/domain/chart.ts";

const LONG = "北京市海淀区中关村科技有限公司第一分公司以及其他 Präzisionsteile GmbH";
const picture = (kind: PictureKind, series: number[][], categories: string[]): ChartPicture => ({
  kind,
  title: `${LONG} <& ${LONG}`,
  altText: "",
  instead: { thread: "", direct: "", none: "" },
  categories,
  series: series.map((values, place) => ({
    name: `${LONG.slice(0, 30)} ${place}`,
    values,
    texts: values.map((value) => `€${value},000,000`),
  })),
});

type Words = { left: number; right: number; top: number; bottom: number; words: string };
function textsOf(svg: string): Words[] {
  const pattern = /<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g;
  return [...svg.matchAll(pattern)].map(([, x, y, size, anchor, words = ""]) => {
    const width = textWidth(words.replaceAll("&amp;", "&"), Number(size));
    const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { left, right: left + width, top: Number(y) - Number(size), bottom: Number(y), words };
  });
}
const overlap = (one: Words, other: Words) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const categories = (count: number) => Array.from({ length: count }, (_, n) => `${n} Nov 2026`);
const run = (count: number, from = 0) => Array.from({ length: count }, (_, n) => from + ((n * 7) % 13));
const CASES: [string, ChartPicture][] = [
  ["a bridge", picture("bridge", [[90, 5, -40, -60, 12, 7]], [LONG, LONG, "a", "b", "c", LONG])],
  [
    "bars",
    picture(
      "bars",
      [run(12), run(12, 3)],
      categories(12).map((name) => `${name} ${LONG}`),
    ),
  ],
  ["bars below zero", picture("bars", [[-5, 3, 0]], ["a", "b", "c"])],
  ["one bar of nothing", picture("bars", [[0]], ["a"])],
  ["lines of a year", picture("lines", [run(12), run(12, 3)], categories(12))],
  ["twenty points of three lines", picture("lines", [run(20), run(20, 9), run(20, 30)], categories(20))],
  ["three lines close together", picture("lines", [run(8, 10), run(8, 11), run(8, 12)], categories(8))],
  ["equal lines", picture("lines", [run(8), run(8)], categories(8))],
  ["two points", picture("lines", [[1, 1]], categories(2))],
];

describe("a chart as a picture", () => {
  it.each(CASES)("writes no label over the edge or over another: %s", (_, drawn) => {
    const svg = chartSvg(drawn);
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    const texts = textsOf(svg);
    for (const one of texts) {
      expect(one.left, one.words).toBeGreaterThanOrEqual(0);
      expect(one.right, one.words).toBeLessThanOrEqual(WIDTH);
      expect(one.bottom, one.words).toBeLessThanOrEqual(height);
    }
    const pairs = texts.flatMap((one, place) => texts.slice(place + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one, other)).map(([a, b]) => [a.words, b.words])).toEqual(
      [],
    );
  });

  it("brings its own background, and shows text from outside as text", () => {
    const svg = chartSvg(picture("bars", [[1]], ['<script>"&']));
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain("&lt;script&gt;&quot;&amp;");
    expect(svg).not.toContain("<script>");
  });

  it("begins and ends a bridge at nothing, and each step where the one before ended", () => {
    const svg = chartSvg(picture("bridge", [[100, 20, -50, 70]], ["a", "b", "c", "d"]));
    const bars = [...svg.matchAll(/<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g)].map(([, x, width]) => ({
      from: Number(x),
      to: Number(x) + Number(width),
    }));
    const [start, added, taken, end] = bars;
    expect(added?.from).toBeCloseTo(start?.to ?? 0, 6);
    expect(taken?.to).toBeCloseTo(added?.to ?? 0, 6);
    expect(taken?.from).toBeCloseTo(end?.to ?? 0, 6);
    expect(end?.from).toBeCloseTo(start?.from ?? 0, 6);
  });

  it("breaks a line where it is too wide, and loses nothing", () => {
    for (const text of [LONG, "a b", "", "x".repeat(90)])
      for (const width of [40, 100, 900]) {
        const lines = wrapped(text, 16, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const one of lines) if (one.length > 1) expect(textWidth(one, 16)).toBeLessThanOrEqual(width);
      }
  });
});
