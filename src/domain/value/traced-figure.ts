/** Of one customer, too. */
export const MONEY_FIGURES = ["revenue", "acquisition"] as const;
/** Of everybody, as the metrics name them. */
export const METRIC_FIGURES = ["retention-rate", "churn-rate"] as const;

/** A figure whose rows can be had. */
export type TracedFigure = (typeof MONEY_FIGURES)[number] | (typeof METRIC_FIGURES)[number];

export const TRACED_FIGURES: readonly TracedFigure[] = [...MONEY_FIGURES, ...METRIC_FIGURES];

/** A figure as it is named in reports; null for what no report has. */
export const tracedFigure = (key: string): TracedFigure | null =>
  TRACED_FIGURES.find((figure) => figure === key) ?? null;
