import type { Chart, ChartUnit } from "../../domain/chart.ts";
import { currencyExponent } from "../../domain/money.ts";
import { phrase } from "../../domain/phrase.ts";
import type { Locale } from "../../words/locale.ts";
import { moneyText } from "../../words/money.ts";
import { textOf } from "../../words/text.ts";
import { type ChartBlock, chart } from "./chart.ts";

/** A chart of the domain in the reader's language. */
export function describedChart(described: Chart, locale: Locale): ChartBlock[] {
  const { kind, title, finding, unit, categories, series } = described;
  return chart({
    type: kind === "lines" ? "line" : "bar",
    locale,
    title: textOf(title, locale),
    finding: textOf(finding, locale),
    ...(kind === "bridge" ? { isBridge: true } : {}),
    categories: categories.map((one) => textOf(one, locale)),
    series: series.map(({ name, values }) => ({
      name: textOf(name, locale),
      values: values.map((value) => drawn(value, unit)),
      texts: values.map((value) => written(value, unit, locale)),
    })),
    ...(unit.kind === "money" ? { yLabel: unit.currency } : {}),
  });
}

/** Money is drawn in whole units of its currency. */
const drawn = (value: number, unit: ChartUnit) =>
  unit.kind === "money" ? value / 10 ** currencyExponent(unit.currency) : value;

function written(value: number, unit: ChartUnit, locale: Locale): string {
  if (unit.kind === "money") return moneyText({ minor: value, currency: unit.currency }, locale, "brief");
  const code = unit.kind === "percent" ? "number.percent" : "number.plain";
  return textOf(phrase(code, { number: value }), locale);
}
