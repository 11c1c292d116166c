/**
 * A buyer without a contract counts as a customer for this long after a purchase. Chosen by the product: a year
 * holds one of everything that comes round yearly. Every message that counts customers names it.
 */
export const ACTIVITY_WINDOW_DAYS = 365;

/**
 * Customers over one period: start + joined + reactivated − left = end. Who joins, comes back or leaves more than once counts
 * each time.
 */
export type Cohort = {
  readonly atStart: number;
  readonly atEnd: number;
  /** Customers at the start who still were at the end. */
  readonly retained: number;
  /** Became customers for the first time, also those who left again before the end. */
  readonly joined: number;
  readonly reactivated: number;
  readonly left: number;
  /** Customers on at least one day. */
  readonly served: number;
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
  const { atStart, atEnd, retained } = cohort;
  const added = cohort.joined + cohort.reactivated;
  if (atStart === 0) return { kind: "not-applicable", because: "no-customers-at-start" };
  const lost = atStart - retained;
  return {
    kind: "rate",
    retainedPercent: (100 * retained) / atStart,
    churnedPercent: (100 * lost) / atStart,
    lost,
    formula: atEnd - added === retained ? `(${atEnd} − ${added}) ÷ ${atStart}` : null,
  };
}
