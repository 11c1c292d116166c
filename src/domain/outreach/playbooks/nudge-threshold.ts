import { HIGH_RISK } from "../../risk/bands.ts";
import { inForce } from "./in-force.ts";
import type { PlaybookSettings } from "./playbook-settings.ts";

/**
 * From what risk on nudges speak of it: one number for all playbooks, kept beside their own settings under a key that no playbook
 * has. Not set: where a risk is called high. Below 20 % a model tells little about one customer, above 95 % it names hardly anybody.
 * Chosen by the product.
 */
export const NUDGE_THRESHOLD = {
  key: "nudge-threshold",
  minutes: 0,
  numbers: { fromRisk: { default: 100 * HIGH_RISK, least: 20, most: 95, unit: "percent" } },
} as const;

/** Least P(churn) worth a nudge that rests on risk, 0–1, as it is set. */
export function thresholdOf(settings: PlaybookSettings): number {
  const { default: declared } = NUDGE_THRESHOLD.numbers.fromRisk;
  return (inForce(NUDGE_THRESHOLD, settings).numbers.fromRisk ?? declared) / 100;
}
