import { type Phrase, phrase } from "../phrase.ts";
import type { SharedPart } from "./customer-costs.ts";

export type Division = Pick<SharedPart, "driver" | "weighedBy" | "weight" | "total" | "parties">;

/**
 * By what part somebody shares in a cost, in the unit's own name: "12 of 340 minutes", "÷ 500 customers".
 * @param currency of the report, in which revenue is weighed
 */
export function divisionPhrase(division: Division, currency: string): Phrase {
  const { driver, weighedBy, weight, total, parties } = division;
  if (weighedBy === "heads")
    return weight > 1
      ? phrase("cost.division.heads", { weight, parties })
      : phrase("cost.division.named", { parties });
  if (driver === "equal")
    return weight * parties === total
      ? phrase("cost.division.alike", { parties })
      : phrase("cost.division.days", { weight, total });
  if (weighedBy === "days") return phrase(`cost.division.days-instead-of.${driver}`, { weight, total });
  if (driver !== "revenue") return phrase(`cost.division.${driver}`, { weight, total });
  const amount = (minor: number) => ({ minor, currency });
  return phrase("cost.division.revenue", { weight: amount(weight), total: amount(total) });
}
