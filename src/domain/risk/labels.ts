import { daysAfter } from "../clock.ts";
/**
 * What counts as churn, as of a snapshot S with a horizon of N days:
 * - a customer with a contract running at S churned when it ended in [S, S + N), whatever they bought;
 * - everyone else churned when they made no purchase in [S, S + N).
 */
export type LabelWindow = {
  /** Included. */
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
};

/** Where the label of a snapshot is read; it is known once `to` has passed. */
export function labelWindow(snapshot: Date, horizonDays: number): LabelWindow {
  return { from: snapshot, to: daysAfter(snapshot, horizonDays) };
}
