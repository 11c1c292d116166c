import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawChart } from "../../../src/charts/draw-chart.ts";
import type { ChartPicture } from "../../../src/domain/chart.ts";

const named = (name: string): ChartPicture => ({
  kind: "bars",
  title: "",
  altText: "",
  instead: { thread: "", direct: "", none: "" },
  categories: [name],
  series: [{ name: "", values: [1], texts: [""] }],
});

it("draws a PNG", async () => {
  const png = Buffer.from(await drawChart(named("Acme")));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
});

it("draws Chinese in both scripts, and Japanese, each character with a shape of its own", async () => {
  const boxes = Buffer.from(await drawChart(named("\u{10FFFD}\u{10FFFD}")));
  const drawn = await Promise.all(["客戶", "客户", "鳥商", "Łą", "Жб"].map((name) => drawChart(named(name))));
  const all = [boxes, ...drawn.map((one) => Buffer.from(one))].map((png) => png.toString("base64"));
  expect(new Set(all).size).toBe(all.length);
});

it("ships the licence of its font", () => {
  const folder = new URL("../../../src/charts/font/", import.meta.url);
  expect(readFileSync(new URL("OFL-1.1.txt", folder), "utf8")).toContain("SIL OPEN FONT LICENSE");
});
