/** A condition on `customers AS c`: a contract ran on the day `day` (an SQL expression of type date). */
export function contractRunsOn(day: string): string {
  return `(c.started_on < ${day} AND (c.ended_on IS NULL OR c.ended_on >= ${day})
    AND (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL))`;
}

/** `YYYY-MM-DD` of the moment in UTC. */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
