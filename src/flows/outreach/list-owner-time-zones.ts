import type { RiskListStore } from "../../store/outreach/risk-list.ts";

export type ListOwnerTimeZonesDeps = { readonly riskList: Pick<RiskListStore, "ownerTimeZones"> };

/** The time zones of those who own customers. */
export function listOwnerTimeZones({ riskList }: ListOwnerTimeZonesDeps): Promise<readonly string[]> {
  return riskList.ownerTimeZones();
}
