import type { TouchChannel } from "../customer-records.ts";

/** The care a segment should get. Suggested, never enforced. */
export type ServiceLevel = {
  /** Who keeps in contact: "the account's owner". */
  readonly contactedBy: string;
  readonly everyDays: number;
  readonly channels: readonly TouchChannel[];
  /** Upkeep per year should stay below this share of the customer's yearly margin. */
  readonly costCapPercentOfMargin: number;
  readonly summary: string;
};
