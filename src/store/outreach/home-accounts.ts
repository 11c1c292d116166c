import type { HomeAccount, HomeTotals } from "../../domain/outreach/home.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  bool,
  float4,
  int4,
  int8,
  json,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { countedSql, notSilentSql } from "../figures/uncounted-customers.ts";

export type HomeAccountStore = ReturnType<typeof homeAccountStore>;

export function homeAccountStore({ pool }: Database) {
  return {
    ofOwner: (ownerEmail: string, limit: number, now: Date) => readAccountsOf(pool, ownerEmail, limit, now),
    /** @param resting sources whose customers were scored before the newest scoring, and keep that */
    totals: (highRisk: number, now: Date, resting: readonly string[] = []): Promise<HomeTotals> =>
      TOTALS.one(pool, { highRisk, now, resting }),
  };
}

/** An owner's running accounts, riskiest first, and how many there are; without those silent for so long that they count no more. */
async function readAccountsOf(
  pool: Database["pool"],
  ownerEmail: string,
  limit: number,
  now: Date,
): Promise<{ accounts: HomeAccount[]; inAll: number }> {
  const rows = await ACCOUNTS.all(pool, { ownerEmail, limit, now });
  const accounts = rows.map(({ inAll: _, ...account }) => account);
  return { accounts, inAll: rows[0]?.inAll ?? 0 };
}

/** To end a query of customers `c`: the newest score `s` of each, riskiest first, `:limit` of them as of `:now`. */
export const RISKIEST_FIRST = `LEFT JOIN LATERAL (
    SELECT probability, silence, CASE WHEN probability_low IS NOT NULL AND probability_high IS NOT NULL
      THEN jsonb_build_object('low', probability_low, 'high', probability_high) END AS bounds
    FROM scores WHERE customer_id = c.id AND as_of <= :now::timestamptz ORDER BY as_of DESC LIMIT 1
  ) s ON true
  ORDER BY s.probability DESC NULLS LAST, c.name, c.id LIMIT :limit`;

const ACCOUNTS = statement({
  name: "outreach/home-accounts: of an owner",
  sql: `
  SELECT c.id AS "customerId", c.name, s.probability, s.bounds, s.silence, c.snoozed_until AS "snoozedUntil",
    (SELECT max(at) FROM activities WHERE customer_id = c.id AND kind = 'order' AND amount_minor > 0 AND at < :now::timestamptz)
      AS "lastPurchaseAt",
    c.in_all AS "inAll"
  FROM (
    SELECT id, name, snoozed_until, count(*) OVER ()::int AS in_all FROM customers
    WHERE ${ownedBySql("customers", ":ownerEmail")}
      AND ${notEndedSql("customers", ":now::timestamptz")} AND ${notSilentSql("customers")}
  ) c
  ${RISKIEST_FIRST}`,
  parameters: { ownerEmail: text, limit: int8, now: timestamptz },
  row: {
    customerId: int4,
    name: text,
    probability: nullable(float4),
    bounds: nullable(json<NonNullable<HomeAccount["bounds"]>>()),
    silence: nullable(json<Phrase>()),
    snoozedUntil: nullable(timestamptz),
    lastPurchaseAt: nullable(timestamptz),
    inAll: int4,
  },
});

/** A customer as figures count them, on `customers c`. */
const IS_COUNTED = `${notEndedSql("c", ":now::timestamptz")} AND ${countedSql("c")}`;

/** Figures over the whole file: from the newest scoring, and of sources at rest from each customer's own newest. */
const TOTALS = statement({
  name: "outreach/home-accounts: totals",
  sql: `
  WITH newest AS (SELECT max(as_of) AS as_of FROM scores),
  at_rest AS (
    SELECT count(s.probability)::int AS scored, (count(*) FILTER (WHERE s.probability >= :highRisk))::int AS high
    FROM newest, customers c
    CROSS JOIN LATERAL (
      SELECT probability, as_of FROM scores WHERE customer_id = c.id ORDER BY as_of DESC LIMIT 1
    ) s
    WHERE c.source = ANY (:resting::text[]) AND ${IS_COUNTED} AND s.as_of < newest.as_of
  ),
  fresh AS (
    SELECT count(s.probability)::int AS scored, (count(*) FILTER (WHERE s.probability >= :highRisk))::int AS high
    FROM newest JOIN scores s ON s.as_of = newest.as_of JOIN customers c ON c.id = s.customer_id
    WHERE ${IS_COUNTED}
  )
  SELECT file.customers, file.counted, newest.as_of AS "scoredAt", at_rest.scored + fresh.scored AS scored,
    at_rest.high + fresh.high AS "atHighRisk",
    COALESCE((SELECT v.serves = 'constant' FROM scores s JOIN model_versions v ON v.id = s.model_version_id
      WHERE s.as_of = newest.as_of LIMIT 1), false) AS "noSignal"
  FROM newest, at_rest, fresh, (
    SELECT count(*)::int AS customers, (count(*) FILTER (WHERE ${IS_COUNTED}))::int AS counted FROM customers c
    WHERE c.joined_into IS NULL
  ) file`,
  parameters: { highRisk: float4, now: timestamptz, resting: arrayOf(text) },
  row: {
    customers: int4,
    counted: int4,
    scoredAt: nullable(timestamptz),
    scored: int4,
    atHighRisk: int4,
    noSignal: bool,
  },
});
