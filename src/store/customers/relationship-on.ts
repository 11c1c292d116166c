import { hasContractSql } from "./contract-days.ts";

/**
 * A FROM item, on `customers AS c`: `started_on`, `ended_on` and `has_contract` as they were on a day. Of a relationship
 * that had ended and went on again later, what the file said until then: they were lost on that day, whatever came after.
 * @param day an SQL expression of type date
 */
export const relationshipOn = (day: string) => `LATERAL (
  SELECT CASE WHEN was.ended_on IS NULL THEN c.started_on ELSE was.started_on END AS started_on,
    COALESCE(was.ended_on, c.ended_on) AS ended_on, COALESCE(was.had_contract, ${hasContractSql("c")}) AS has_contract
  FROM (SELECT) AS one LEFT JOIN LATERAL (
    SELECT started_on, ended_on, had_contract FROM ended_relationships
    WHERE customer_id = c.id AND resumed_on > ${day} ORDER BY resumed_on LIMIT 1) was ON true)`;

/** A condition, on `customers AS c`: an ended relationship went on again on one of these days. */
export const resumedBetween = (fromDay: string, toDay: string) => `EXISTS (
  SELECT FROM ended_relationships WHERE customer_id = c.id AND resumed_on BETWEEN ${fromDay} AND ${toDay})`;
