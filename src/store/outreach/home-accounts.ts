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

export type HomeAccountStore = ReturnType<typeof homeAccountStore>;

export function homeAccountStore({ pool }: Database) {
  return {
    ofOwner: (ownerEmail: string, limit: number, now: Date) => readAccountsOf(pool, ownerEmail, limit, now),
    /** @param resting sources whose customers were scored before the newest scoring, and keep that */
    totals: (highRisk: number, resting: readonly string[] = []): Promise<HomeTotals> =>
      TOTALS.one(pool, { highRisk, resting }),
  };
}

/** An owner's running accounts, riskiest first, and how many there are. */
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
      AND ${notEndedSql("customers", ":now::timestamptz")}
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
    WHERE c.source = ANY (:resting::text[]) AND c.ended_on IS NULL AND s.as_of < newest.as_of
  )
  SELECT file.customers, newest.as_of AS "scoredAt",
    at_rest.scored + (SELECT count(probability)::int FROM scores WHERE as_of = newest.as_of) AS scored,
    at_rest.high
      + (SELECT count(*)::int FROM scores WHERE as_of = newest.as_of AND probability >= :highRisk) AS "atHighRisk",
    COALESCE((SELECT v.serves = 'constant' FROM scores s JOIN model_versions v ON v.id = s.model_version_id
      WHERE s.as_of = newest.as_of LIMIT 1), false) AS "noSignal"
  FROM newest, at_rest, (
    SELECT count(*)::int AS customers FROM customers
  ) file`,
  parameters: { highRisk: float4, resting: arrayOf(text) },
  row: {
    customers: int4,
    scoredAt: nullable(timestamptz),
    scored: int4,
    atHighRisk: int4,
    noSignal: bool,
  },
});
