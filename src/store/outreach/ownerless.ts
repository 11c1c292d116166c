import type { AccountKind } from "../../domain/customer.ts";
import type { HomeAccount } from "../../domain/outreach/home.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { float4, int4, int8, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { notSilentSql } from "../figures/uncounted-customers.ts";
import { RISKIEST_FIRST } from "./home-accounts.ts";

export type OwnerlessStore = ReturnType<typeof ownerlessStore>;

/** Customers whom no active member of the team owns; what `ownerGap` in the domain says of one, asked of all. */
export function ownerlessStore({ pool }: Database) {
  return {
    /** The riskiest of them that have not ended, and how many there are. */
    async riskiest(limit: number, now: Date) {
      const rows = await RISKIEST.all(pool, { limit, now });
      const customers = rows.map(({ inAll: _, ownerName: name, ownerAccount: account, ...customer }) => ({
        ...customer,
        owner: name === null || account === null ? null : { name, account },
      }));
      return { customers, inAll: rows[0]?.inAll ?? 0 };
    },
  };
}

const RISKIEST = statement({
  name: "outreach/ownerless: riskiest",
  sql: `
  SELECT c.id AS "customerId", c.name, c.owner_email AS "ownerEmail", c.owner_name AS "ownerName",
    c.account AS "ownerAccount", s.probability, s.bounds, s.silence, c.in_all AS "inAll"
  FROM (
    SELECT customers.id, customers.name, customers.owner_email, m.name AS owner_name, m.account,
      count(*) OVER ()::int AS in_all
    FROM customers LEFT JOIN members m ON ${ownedBySql("customers", "m.email")}
    WHERE m.account IS DISTINCT FROM 'member' AND ${notEndedSql("customers", ":now::timestamptz")}
      AND ${notSilentSql("customers")}
  ) c
  ${RISKIEST_FIRST}`,
  parameters: { limit: int8, now: timestamptz },
  row: {
    customerId: int4,
    name: text,
    ownerEmail: nullable(text),
    ownerName: nullable(text),
    ownerAccount: nullable(textOf<AccountKind>()),
    probability: nullable(float4),
    bounds: nullable(json<NonNullable<HomeAccount["bounds"]>>()),
    silence: nullable(json<Phrase>()),
    inAll: int4,
  },
});
