/** A customer who was kept: there at the start of a period and still at its end. Minor units of one currency. */
export type KeptCustomer = {
  readonly costMinor: number;
  /** Net revenue of the period. */
  readonly revenueMinor: number;
  /** Null: neither the file nor the settings say it. */
  readonly marginPercent: number | null;
};

/** Minor units; sums over whole units of each customer, so that the returns of some add up to that of all. */
export type ReturnOnCostToServe = {
  /** Kept, with a known margin: those above and below the line alike. */
  readonly customers: number;
  readonly marginMinor: number;
  readonly costMinor: number;
  /** (margin − cost) ÷ cost; null without costs. */
  readonly ratio: number | null;
  /** Kept, but on neither side of the line, because their margin is not known. */
  readonly withoutMargin: { readonly customers: number; readonly costMinor: number };
};

/** What keeping customers brought for what it cost, over those who were kept and whose margin is known. */
export function returnOnCostToServe(kept: readonly KeptCustomer[]): ReturnOnCostToServe {
  const sums = { customers: 0, marginMinor: 0, costMinor: 0 };
  const without = { customers: 0, costMinor: 0 };
  for (const customer of kept) {
    const marginMinor = marginOfRevenue(customer);
    const side = marginMinor === null ? without : sums;
    side.customers += 1;
    side.costMinor += customer.costMinor;
    sums.marginMinor += marginMinor ?? 0;
  }
  const ratio = sums.costMinor > 0 ? (sums.marginMinor - sums.costMinor) / sums.costMinor : null;
  return { ...sums, ratio, withoutMargin: without };
}

/** In whole minor units; null where the margin is not known. */
export function marginOfRevenue({
  revenueMinor,
  marginPercent,
}: Pick<KeptCustomer, "revenueMinor" | "marginPercent">): number | null {
  return marginPercent === null ? null : Math.round((revenueMinor * marginPercent) / 100);
}
