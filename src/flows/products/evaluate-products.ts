import { MS_PER_DAY } from "../../domain/clock.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { type CutRates, hitRates } from "../../domain/products/hit-rates.ts";
import type { PurchaseDayStore } from "../../store/products/purchase-days.ts";
import { yielding } from "../risk/training/yielding.ts";

export type EvaluateProductsDeps = { readonly purchaseDays: PurchaseDayStore };

export type EvaluateProductsInput = {
  /** Each a moment whose UTC day is the first that is not known. */
  readonly cuts: readonly Date[];
  /** Days after the cut in which something may be bought. */
  readonly horizons: readonly number[];
  readonly onProgress?: (done: number, total: number) => void;
};

export type EvaluateProductsResult =
  | { readonly kind: "evaluated"; readonly cuts: readonly CutRates[] }
  | { readonly kind: "refused"; readonly reason: Phrase };

/** How often the products we suggest are bought next, on everything that is imported, cut by cut. */
export async function evaluateProducts(
  deps: EvaluateProductsDeps,
  { cuts, horizons, onProgress }: EvaluateProductsInput,
): Promise<EvaluateProductsResult> {
  const purchases = await deps.purchaseDays.all();
  if (purchases.length === 0) return refused("products.evaluation.no-products");
  const lastDay = purchases.reduce((last, { day }) => Math.max(last, day), 0);
  const days = cuts.map((cut) => Math.floor(cut.getTime() / MS_PER_DAY));
  const latestCut = lastDay + 1 - Math.max(...horizons);
  if (Math.max(...days) > latestCut)
    return refused("products.evaluation.too-late", { day: dayOf(latestCut) });
  const all: CutRates[] = [];
  for (const cutDay of days) {
    all.push(...(await yielding(hitRates(purchases, { cutDay, horizons }))));
    onProgress?.(all.length, days.length * horizons.length);
  }
  const empty = all.find(({ all: { customers } }) => customers === 0);
  return empty === undefined
    ? { kind: "evaluated", cuts: all }
    : refused("products.evaluation.nobody", { day: dayOf(empty.cutDay) });
}

const dayOf = (day: number) => ({ day: new Date(day * MS_PER_DAY).toISOString().slice(0, 10) });

const refused = (code: string, parameters: Phrase["parameters"] = {}) =>
  ({ kind: "refused", reason: phrase(code, parameters) }) as const;
