/**
 * A buyer without a contract counts as a customer for this long after a purchase. Chosen by the product: a year
 * holds one of everything that comes round yearly. Every message that counts customers names it.
 */
export const ACTIVITY_WINDOW_DAYS = 365;

/**
 * Customers over one period, counted from the cohort itself.
 * `joined` counts everyone who became a customer inside the period, also those who left again before its end.
 */
export type Cohort = {
  readonly atStart: number;
  readonly atEnd: number;
  /** Customers at the start who still were at the end. */
  readonly retained: number;
  readonly joined: number;
};

export type Retention =
  | {
      readonly kind: "rate";
      readonly retainedPercent: number;
      readonly churnedPercent: number;
      readonly lost: number;
      /** (E − N) ÷ S, only where it says what the cohort says. */
      readonly formula: string | null;
    }
  | { readonly kind: "not-applicable"; readonly because: "no-customers-at-start" };

/**
 * Retention rate = retained ÷ customers at the start × 100, churn rate = 100 − retention rate (= lost ÷ start).
 * The usual (E − N) ÷ S × 100 counts wrongly when someone joins and leaves inside the period.
 */
export function retentionOf(cohort: Cohort): Retention {
  const { atStart, atEnd, joined, retained } = cohort;
  if (atStart === 0) return { kind: "not-applicable", because: "no-customers-at-start" };
  const lost = atStart - retained;
  return {
    kind: "rate",
    retainedPercent: (100 * retained) / atStart,
    churnedPercent: (100 * lost) / atStart,
    lost,
    formula: atEnd - joined === retained ? `(${atEnd} − ${joined}) ÷ ${atStart}` : null,
  };
}
