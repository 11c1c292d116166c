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

const DAY_MS = 86_400_000;

/** Where the label of a snapshot is read; it is known once `to` has passed. */
export function labelWindow(snapshot: Date, horizonDays: number): LabelWindow {
  return { from: snapshot, to: addDays(snapshot, horizonDays) };
}

/** The moment `days` × 24 hours later; UTC has no days of other lengths. */
export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}
