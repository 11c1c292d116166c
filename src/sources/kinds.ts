import { mainstay } from "./mainstay/mainstay.ts";
import type { Preset } from "./preset.ts";

/** What a file may hold, by the name that a mapping has for it. */
export const PRESET_OF_ROWS: Readonly<Record<string, Preset>> = {
  customers: mainstay["mainstay-customers"],
  activities: mainstay["mainstay-activities"],
  contracts: mainstay["mainstay-contracts"],
  costs: mainstay["mainstay-costs"],
  contacts: mainstay["mainstay-contacts"],
  tickets: mainstay["mainstay-tickets"],
  feedback: mainstay["mainstay-feedback"],
  touches: mainstay["mainstay-touches"],
  mentions: mainstay["mainstay-mentions"],
  products: mainstay["mainstay-products"],
};
