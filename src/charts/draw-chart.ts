import { fileURLToPath } from "node:url";
import type { DrawChart } from "../domain/chart.ts";
import { chartSvg } from "./chart-svg.ts";
import { FONT_FAMILY } from "./svg.ts";

const FONT = fileURLToPath(new URL("./font/NotoSansCJKsc-Regular-subset.otf", import.meta.url));

/** A PNG, drawn on a thread of its own. What draws it is loaded with the first one, so that a start does not wait. */
export const drawChart: DrawChart = async (picture) => {
  const { renderAsync } = await import("@resvg/resvg-js");
  const font = { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: FONT_FAMILY };
  const image = await renderAsync(chartSvg(picture), { font, fitTo: { mode: "zoom", value: 1.5 } });
  return image.asPng();
};
