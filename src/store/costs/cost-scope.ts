import type { CostPeriod } from "../../domain/costs/cost-report.ts";

/** The days, zone and currency of an allocation. */
export type CostScope = CostPeriod & { readonly timeZone: string; readonly currency: string };
