import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4, nullable, text } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CustomerFile = {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly segment: string | null;
  readonly ownerEmail: string | null;
};

/** What the file says of some customers; of a day that is closed, what it said then. Also of who never was a customer. */
export async function readCustomerFiles(
  db: Queryable,
  customerIds: readonly number[],
  day: Day,
): Promise<CustomerFile[]> {
  return customerIds.length === 0 ? [] : FILES.all(db, { customerIds, day });
}

/** The same of everybody, in the order of their ids. */
export const visitCustomerFiles = (
  db: Queryable,
  day: Day,
  visit: (file: CustomerFile) => void,
): Promise<void> => visitByRanges({ pool: db }, { ranged: ALL_FILES, values: { day } }, visit);

const filesSql = (are: string) => `
  SELECT c.id AS "customerId", c.external_id AS "externalId", c.name,
    CASE WHEN f.customer_id IS NULL THEN c.segment ELSE f.segment END AS segment,
    CASE WHEN f.customer_id IS NULL THEN c.owner_email ELSE f.owner_email END AS "ownerEmail"
  FROM customers c LEFT JOIN LATERAL (
    SELECT k.customer_id, k.segment, k.owner_email FROM closed_customer_facts k
    WHERE k.customer_id = c.id AND k.through_day >= :day::date ORDER BY k.through_day LIMIT 1
  ) f ON true
  WHERE c.id ${are} ORDER BY c.id`;

const ROW = {
  customerId: int4,
  externalId: text,
  name: text,
  segment: nullable(text),
  ownerEmail: nullable(text),
};

const FILES = statement({
  name: "figures/customer-files: of some",
  sql: filesSql("= ANY (:customerIds::int[])"),
  parameters: { customerIds: arrayOf(int4), day: date },
  row: ROW,
});

const ALL_FILES = statement({
  name: "figures/customer-files: of all",
  sql: filesSql("BETWEEN :firstCustomerId AND :lastCustomerId"),
  parameters: { ...CUSTOMER_RANGE, day: date },
  row: ROW,
});
