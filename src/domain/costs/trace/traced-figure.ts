import { hasCustomers, type RowGroup } from "../../figures/trace/row-group.ts";
import { COST_CATEGORIES, type CostCategory } from "../cost-entry.ts";

/** Figures of everybody, of one customer, or of a row of the cost report. */
const OF_ROWS = ["cost", "revenue", "acquisition", "profitability"] as const;
/** Figures of everybody or of one customer. */
const OF_CUSTOMER = ["margin-clv"] as const;
/** Figures of everybody alone, as the metrics name them. */
const OF_EVERYBODY = [
  "retention-rate",
  "churn-rate",
  "gross-revenue-retention-contracts",
  "net-revenue-retention-contracts",
  "gross-revenue-retention-buyers",
  "net-revenue-retention-buyers",
  "average-order-value",
  "repeat-rate",
  "purchase-frequency",
  "customer-lifetime",
  "retention-cost-per-retained-customer",
  "retention-cost-per-customer",
  "cac",
  "return-on-cost-to-serve",
  "nps",
  "csat",
  "ces",
  "first-reply-time-median",
  "first-reply-time-p90",
  "resolution-time-median",
  "resolution-time-p90",
] as const;

/** A figure whose rows can be had: as reports name it, the costs of one category, or the effort on one scale. */
export type TracedFigure =
  | (typeof OF_ROWS)[number]
  | (typeof OF_CUSTOMER)[number]
  | (typeof OF_EVERYBODY)[number]
  | `cost:${CostCategory}`
  | `ces-${number}`;

const OF_CATEGORIES = COST_CATEGORIES.map((category): TracedFigure => `cost:${category}`);

/** But for the effort on one scale, of which there are as many as scales. */
export const TRACED_FIGURES: readonly TracedFigure[] = [
  ...OF_ROWS,
  ...OF_CATEGORIES,
  ...OF_CUSTOMER,
  ...OF_EVERYBODY,
];

/** @returns null for what is no such figure */
export function tracedFigure(key: string): TracedFigure | null {
  const scale = effortScale(key);
  return scale === null ? (TRACED_FIGURES.find((figure) => figure === key) ?? null) : `ces-${scale}`;
}

/** The highest answer of the scale whose mean a figure is; null where it is none of these. */
export function effortScale(figure: string): number | null {
  const [, scale] = /^ces-(\d{1,3}(?:\.\d{1,3})?)$/.exec(figure) ?? [];
  return scale === undefined ? null : Number(scale);
}

/** Null where it is not the costs of one category. */
export const tracedCategory = (figure: TracedFigure): CostCategory | null =>
  COST_CATEGORIES.find((category) => figure === `cost:${category}`) ?? null;

/** Whether one customer has such a figure. */
export const isOfCustomer = (figure: TracedFigure): boolean =>
  !OF_EVERYBODY.some((metric) => metric === figure) && effortScale(figure) === null;

/** Whether a row of the cost report has such a figure: those of customers do, the others have costs alone. */
export const isOfRow = (figure: TracedFigure, group: RowGroup): boolean =>
  figure === "cost" ||
  tracedCategory(figure) !== null ||
  (hasCustomers(group) && OF_ROWS.some((one) => one === figure));
