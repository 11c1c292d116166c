import { z } from "zod";
import type { Dataset } from "../src/domain/risk/dataset.ts";
import type { FeatureName } from "../src/domain/risk/features.ts";
import { bgNbdSchema, expectedPurchases, fitBgNbd, type PurchaseHistory } from "./bg-nbd.ts";
import { expectedPurchaseValue, fitGammaGamma, gammaGammaSchema, type SpendHistory } from "./gamma-gamma.ts";
import { NotConvergedError } from "./not-converged.ts";

/** How often and for how much customers buy; null where the data had too little to fit it, or no such columns. */
export const purchaseModelSchema = z.object({
  frequency: bgNbdSchema.nullable(),
  spend: gammaGammaSchema.nullable(),
});
export type PurchaseModel = z.infer<typeof purchaseModelSchema>;

/** What lifetime values are worked out from; NaN where not defined (never bought, several currencies, nothing fitted). */
export type PurchaseOutlook = {
  readonly expectedPurchases12m: Float64Array;
  readonly expectedPurchaseMinor: Float64Array;
};

const YEAR_DAYS = 365;

/**
 * Fitted to one snapshot: a customer stands in a later one with a later age again, so stacking them would count the
 * same purchases several times. Purchases are purchase days, the first one included in what a customer spends.
 */
export function fitPurchaseModel(snapshot: Dataset): PurchaseModel {
  const buyers = buyersOf(snapshot);
  return {
    frequency: whereConverged(() => fitBgNbd(buyers.map(({ frequency }) => frequency))),
    spend: whereConverged(() => fitGammaGamma(buyers.map(({ spend }) => spend))),
  };
}

/** A model whose fit did not converge is none: what rests on it is missing rather than wrong. */
function whereConverged<Model>(search: () => Model | null): Model | null {
  try {
    return search();
  } catch (error) {
    if (error instanceof NotConvergedError) return null;
    throw error;
  }
}

/** Purchase days to expect in the coming year, and the mean revenue of one, in the minor units that the table counts money in. */
export function purchaseOutlook({ frequency, spend }: PurchaseModel, dataset: Dataset): PurchaseOutlook {
  const expectedPurchases12m = new Float64Array(dataset.rows).fill(Number.NaN);
  const expectedPurchaseMinor = new Float64Array(dataset.rows).fill(Number.NaN);
  for (const buyer of buyersOf(dataset)) {
    if (frequency) expectedPurchases12m[buyer.row] = expectedPurchases(frequency, buyer.frequency, YEAR_DAYS);
    if (spend && buyer.spend.meanValue > 0)
      expectedPurchaseMinor[buyer.row] = expectedPurchaseValue(spend, buyer.spend);
  }
  return { expectedPurchases12m, expectedPurchaseMinor };
}

type Buyer = { readonly row: number; readonly frequency: PurchaseHistory; readonly spend: SpendHistory };

/** The rows with at least one purchase day. */
function buyersOf(dataset: Dataset): Buyer[] {
  const days = numbersOf(dataset, "purchaseDaysTotal");
  const first = numbersOf(dataset, "daysSinceFirstPurchase");
  const last = numbersOf(dataset, "daysSinceLastPurchase");
  const mean = numbersOf(dataset, "revenueMinorPerPurchaseDay");
  const buyers: Buyer[] = [];
  for (let row = 0; row < dataset.rows; row += 1) {
    const purchases = days[row] ?? 0;
    const age = first[row] ?? Number.NaN;
    if (!(purchases > 0 && age >= 0)) continue;
    buyers.push({
      row,
      frequency: { repeats: purchases - 1, firstToLast: age - (last[row] ?? age), age },
      spend: { purchases, meanValue: mean[row] ?? Number.NaN },
    });
  }
  return buyers;
}

/** Empty for a table without the column. */
function numbersOf({ columns }: Dataset, name: FeatureName): ArrayLike<number> {
  const column = columns.find((candidate) => candidate.name === name);
  return column?.kind === "number" ? column.values : [];
}
