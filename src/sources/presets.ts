import { mainstayActivities } from "./mainstay/mainstay-activities.ts";
import { mainstayCosts } from "./mainstay/mainstay-costs.ts";
import { mainstayCustomers } from "./mainstay/mainstay-customers.ts";
import { onlineRetailII } from "./online-retail-ii/online-retail-ii.ts";
import type { Preset } from "./preset.ts";

export const PRESET_NAMES = [
  "online-retail-ii",
  "mainstay-activities",
  "mainstay-customers",
  "mainstay-costs",
] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  "online-retail-ii": onlineRetailII,
  "mainstay-activities": mainstayActivities,
  "mainstay-customers": mainstayCustomers,
  "mainstay-costs": mainstayCosts,
};
