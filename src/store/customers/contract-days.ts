/** A contract's day alone would be a mere start as a customer: something has to be paid or renewed, or a file names it. */
const termsSql = (customer: string) =>
  `(${customer}.monthly_revenue_minor IS NOT NULL OR ${customer}.renews_on IS NOT NULL OR ${customer}.has_named_contracts)`;

/** A condition on a row of `customers` by its alias; the same rule as `hasContract` in `domain/customer.ts`. */
export function hasContractSql(customer: string): string {
  return `(${customer}.started_on IS NOT NULL AND ${termsSql(customer)})`;
}

/** A condition on `customers AS c`: a contract ran on the day `day` (an SQL expression of type date). */
export function contractRunsOn(day: string): string {
  return `(c.started_on < ${day} AND (c.ended_on IS NULL OR c.ended_on >= ${day})
    AND ${termsSql("c")})`;
}

/**
 * A condition on a row of `customers` by its alias: the relationship has not ended on the UTC day of `now` (an SQL
 * expression of type timestamptz); the opposite of `hasEnded` in `domain/customer.ts`.
 */
export function notEndedSql(customer: string, now: string): string {
  return `(${customer}.ended_on IS NULL OR ${customer}.ended_on > (${now} AT TIME ZONE 'UTC')::date)`;
}

/** `YYYY-MM-DD` of the moment in UTC. */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
