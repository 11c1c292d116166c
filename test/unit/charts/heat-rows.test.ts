import { describe, expect, it } from "vitest";
import { chartSvg } from "../../../src/charts/chart-svg.ts";
import { heatOf, inkOn } from "../../../src/charts/heat-rows.ts";
import { WIDTH } from "../../../src/charts/svg.ts";
import { textWidth } from "../../../src/charts/text-width.ts";
import { trianglePicture } from "../../../src/slack/blocks/value/retention-triangle.ts";

const TRIANGLE = [
  { month: "2026-08", joined: 1_234_567, kept: [1_234_567, 1_000_000, 617_284] },
  { month: "2026-09", joined: 0, kept: [0, 0] },
  { month: "2026-10", joined: 3, kept: [0] },
] as const;

/** Of WCAG 2: relative luminance, and the contrast of two. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const shares = Array.from({ length: 101 }, (_, share) => share);

describe("a triangle of shares as a picture", () => {
  it("is the darker the more, so that it is told apart in any colours and in grey", () => {
    const lights = shares.map((share) => luminance(heatOf(share)));
    expect(lights).toEqual([...lights].sort((a, b) => b - a));
    expect(new Set(lights).size).toBe(shares.length);
    expect([heatOf(-5), heatOf(120)]).toEqual([heatOf(0), heatOf(100)]);
  });

  it("can be read in every cell", () => {
    const least = Math.min(...shares.map((share) => contrast(heatOf(share), inkOn(share))));
    expect(least).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["en", "zh-Hant", "zh-Hans"] as const)(
    "has a number in each cell that is known: %s",
    (language) => {
      const picture = trianglePicture(TRIANGLE, language);
      expect(picture?.series.map(({ values }) => values)).toEqual([[100, 81, 50], [0]]);
      expect(picture?.altText).toContain(picture?.series[0]?.texts[1]);
      const svg = picture === null ? "" : chartSvg(picture);
      expect(svg.match(/<rect [^>]*stroke=/g)).toHaveLength(4);
      const texts = [
        ...svg.matchAll(/<text x="([^"]+)"[^>]*font-size="(\d+)" text-anchor="(\w+)"[^>]*>([^<]*)</g),
      ];
      for (const [, x, size, anchor, words = ""] of texts) {
        const width = textWidth(words, Number(size));
        const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
        expect(left, words).toBeGreaterThanOrEqual(0);
        expect(left + width, words).toBeLessThanOrEqual(WIDTH);
      }
    },
  );

  it("is none where nobody joined", () => {
    expect(trianglePicture([{ month: "2026-08", joined: 0, kept: [0] }], "en")).toBeNull();
  });
});
