import { withJoinedSql } from "../customers/with-joined.ts";

/** A condition on a row `o` of `overrides`: it is about a customer, and runs at a moment. Both are SQL. */
export const runningOverrideSql = (customerId: string, now: string): string => `
  o.customer_id IN ${withJoinedSql(customerId)} AND o.made_at <= ${now} AND o.until > ${now}
    AND (o.ended_at IS NULL OR o.ended_at > ${now})`;
