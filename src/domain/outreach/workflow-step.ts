import type { TouchChannel, TouchOutcome } from "../customer-records.ts";
import type { Phrase } from "../phrase.ts";
import { cautiousPercent } from "../risk/percent.ts";

/** The steps a workflow can have, as the manifest calls them. */
export const WORKFLOW_STEPS = ["look_up_customer", "log_touch", "await_risk"] as const;
export type WorkflowStepName = (typeof WORKFLOW_STEPS)[number];

/** What a workflow asks of a step; `customer` as somebody typed it, or `#` and an id. */
export type StepAsked =
  | { readonly step: "look_up_customer"; readonly customer: string }
  | {
      readonly step: "log_touch";
      readonly customer: string;
      readonly channel: TouchChannel;
      readonly outcome: TouchOutcome;
      readonly minutes: number;
      readonly note: string | null;
    }
  /** @property percent whole, 1–99 @property days how long to wait at most */
  | {
      readonly step: "await_risk";
      readonly customer: string;
      readonly percent: number;
      readonly days: number;
    };

/** What a step hands to the next one: text of others as it is, our own as phrases. */
export type StepOutputs = Readonly<Record<string, string | number | Phrase>>;

/** How a step ended. */
export type StepOutcome =
  | { readonly kind: "done"; readonly outputs: StepOutputs }
  | { readonly kind: "failed"; readonly because: Phrase };

/** Chosen by the product: a month is what a rep plans ahead; who needs more says so, up to a quarter. */
export const WAIT_DAYS = 30;
export const LONGEST_WAIT_DAYS = 90;

export type Wait = {
  /** Whole percent. */
  readonly percent: number;
  /** Whether the risk was at least that when the wait began; null: nothing was known yet. */
  readonly beganAbove: boolean | null;
};

export type WaitStand =
  | { readonly kind: "waiting" }
  /** The first figure there is: from which side it is waited. */
  | { readonly kind: "begins"; readonly above: boolean }
  | { readonly kind: "crossed"; readonly how: "rose" | "fell"; readonly percent: number };

/**
 * How a wait for a risk stands. By the percent that people are shown: whoever reads "60 %" has seen 60 crossed.
 * @param probability the newest score, 0–1; null: there is none
 */
export function waitStand({ percent, beganAbove }: Wait, probability: number | null): WaitStand {
  if (probability === null) return { kind: "waiting" };
  const now = cautiousPercent(probability);
  const above = now >= percent;
  if (beganAbove === null) return { kind: "begins", above };
  return above === beganAbove
    ? { kind: "waiting" }
    : { kind: "crossed", how: above ? "rose" : "fell", percent: now };
}
