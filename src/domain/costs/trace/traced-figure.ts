import { COST_CATEGORIES, type CostCategory } from "../cost-entry.ts";

/** Figures of everybody or of one customer. */
const OF_CUSTOMER = ["cost", "revenue", "acquisition", "profitability"] as const;
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
  "retention-cost-per-retained-customer",
  "retention-cost-per-customer",
  "cac",
] as const;

/** A figure whose rows can be had: as reports name it, or the costs of one category. */
export type TracedFigure =
  | (typeof OF_CUSTOMER)[number]
  | (typeof OF_EVERYBODY)[number]
  | `cost:${CostCategory}`;

const OF_CATEGORIES = COST_CATEGORIES.map((category): TracedFigure => `cost:${category}`);

export const TRACED_FIGURES: readonly TracedFigure[] = [...OF_CUSTOMER, ...OF_CATEGORIES, ...OF_EVERYBODY];

/** @returns null for what is no such figure */
export const tracedFigure = (key: string): TracedFigure | null =>
  TRACED_FIGURES.find((figure) => figure === key) ?? null;

/** Null where it is not the costs of one category. */
export const tracedCategory = (figure: TracedFigure): CostCategory | null =>
  COST_CATEGORIES.find((category) => figure === `cost:${category}`) ?? null;

/** Whether one customer has such a figure. */
export const isOfCustomer = (figure: TracedFigure): boolean =>
  !OF_EVERYBODY.some((metric) => metric === figure);
