import type { CostReport, CostRow } from "../../../domain/costs/cost-report.ts";
import { currencyExponent } from "../../../domain/money.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { sayIn } from "../../../words/say.ts";
import { type ChartBlock, chart } from "../chart.ts";

const MOST_SEGMENTS = 12;

type Told = {
  readonly report: CostReport;
  readonly locale: Locale;
  /** What a row is called. */
  readonly labelOf: (row: CostRow) => string;
};

/** What keeping a segment costs beside what it brings, of those whose revenue is known; nothing in other reports. */
export function costValueChart({ report, locale, labelOf }: Told): ChartBlock[] {
  const drawn = report.rows.flatMap((row) =>
    row.revenueMinor !== null && row.revenueMinor > 0 && row.totalMinor > 0
      ? [{ ...row, revenueMinor: row.revenueMinor }]
      : [],
  );
  const shown = drawn.slice(0, MOST_SEGMENTS);
  if (report.dimension !== "segment" || shown.length < 2) return [];
  const say = sayIn(locale);
  const dearest = shown.reduce((most, row) => (shareOf(row) > shareOf(most) ? row : most));
  const percent = Math.round(100 * shareOf(dearest));
  const series = (code: string, minors: readonly number[]) => ({
    name: say(code),
    values: minors.map((minor) => minor / 10 ** currencyExponent(report.currency)),
    texts: minors.map((minor) => moneyText({ minor, currency: report.currency }, locale, "brief")),
  });
  return chart({
    title: say("cost-report.value.chart"),
    finding: say("cost-report.value.finding", { label: labelOf(dearest), percent }),
    type: "bar",
    locale,
    categories: shown.map(labelOf),
    series: [
      series(
        "cost-report.value.cost",
        shown.map(({ totalMinor }) => totalMinor),
      ),
      series(
        "cost-report.revenue",
        shown.map(({ revenueMinor }) => revenueMinor),
      ),
    ],
    yLabel: report.currency,
  });
}

const shareOf = ({
  totalMinor,
  revenueMinor,
}: {
  readonly totalMinor: number;
  readonly revenueMinor: number;
}) => totalMinor / revenueMinor;
