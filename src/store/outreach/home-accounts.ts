import type { HomeAccount, HomeTotals } from "../../domain/outreach/home.ts";
import type { Database } from "../database/database.ts";

export type HomeAccountStore = ReturnType<typeof homeAccountStore>;

export function homeAccountStore({ pool }: Database) {
  return {
    ofOwner: (ownerEmail: string, limit: number, now: Date) => readAccountsOf(pool, ownerEmail, limit, now),
    totals: (highRisk: number): Promise<HomeTotals> => readHomeTotals(pool, highRisk),
  };
}

/** An owner's running accounts, riskiest first, and how many there are. */
async function readAccountsOf(
  pool: Database["pool"],
  ownerEmail: string,
  limit: number,
  now: Date,
): Promise<{ accounts: HomeAccount[]; inAll: number }> {
  const { rows } = await pool.query<HomeAccount & { inAll: number }>(ACCOUNTS, [ownerEmail, limit, now]);
  const accounts = rows.map(({ inAll: _, ...account }) => account);
  return { accounts, inAll: rows[0]?.inAll ?? 0 };
}

const ACCOUNTS = `
  SELECT c.id AS "customerId", c.name, s.probability, s.bounds, s.silence, c.snoozed_until AS "snoozedUntil",
    (SELECT max(at) FROM activities WHERE customer_id = c.id AND kind = 'order' AND amount_minor > 0 AND at < $3::timestamptz)
      AS "lastPurchaseAt",
    c.in_all AS "inAll"
  FROM (
    SELECT id, name, snoozed_until, count(*) OVER ()::int AS in_all FROM customers
    WHERE owner_email IN ($1, lower($1)) AND (ended_on IS NULL OR ended_on > ($3::timestamptz AT TIME ZONE 'UTC')::date)
  ) c
  LEFT JOIN LATERAL (
    SELECT probability, silence, CASE WHEN probability_low IS NOT NULL AND probability_high IS NOT NULL
      THEN jsonb_build_object('low', probability_low, 'high', probability_high) END AS bounds
    FROM scores WHERE customer_id = c.id AND as_of <= $3::timestamptz ORDER BY as_of DESC LIMIT 1
  ) s ON true
  ORDER BY s.probability DESC NULLS LAST, c.name, c.id LIMIT $2`;

/** Figures over the whole file, from the newest scoring. */
async function readHomeTotals(pool: Database["pool"], highRisk: number): Promise<HomeTotals> {
  const { rows } = await pool.query<HomeTotals>(TOTALS, [highRisk]);
  return (
    rows[0] ?? { customers: 0, scored: 0, atHighRisk: 0, withoutOwner: 0, scoredAt: null, noSignal: false }
  );
}

const TOTALS = `
  WITH newest AS (SELECT max(as_of) AS as_of FROM scores)
  SELECT file.customers, file."withoutOwner", newest.as_of AS "scoredAt",
    (SELECT count(probability)::int FROM scores WHERE as_of = newest.as_of) AS scored,
    (SELECT count(*)::int FROM scores WHERE as_of = newest.as_of AND probability >= $1) AS "atHighRisk",
    COALESCE((SELECT v.serves = 'constant' FROM scores s JOIN model_versions v ON v.id = s.model_version_id
      WHERE s.as_of = newest.as_of LIMIT 1), false) AS "noSignal"
  FROM newest, (
    SELECT count(*)::int AS customers, (count(*) FILTER (WHERE owner_email IS NULL))::int AS "withoutOwner"
    FROM customers
  ) file`;
