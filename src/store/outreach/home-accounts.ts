import { daysAfter } from "../../domain/clock.ts";
import {
  type HomeAccount,
  type HomeAccounts,
  type HomeTotals,
  MOVED_WITHIN_DAYS,
} from "../../domain/outreach/home.ts";
import type { AccountBand } from "../../domain/outreach/home-state.ts";
import { pageWithin } from "../../domain/outreach/page-of-first.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { HIGH_RISK, NOTABLE_CHANGE } from "../../domain/risk/bands.ts";
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
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { countedSql, notSilentSql } from "../figures/uncounted-customers.ts";

export type HomeAccountStore = ReturnType<typeof homeAccountStore>;

export function homeAccountStore({ pool }: Database) {
  return {
    /** A page of an owner's running accounts; without those silent for so long that they count no more. */
    ofOwner: (ownerEmail: string, wanted: WantedAccounts, now: Date) =>
      readAccountsOf(pool, ownerEmail, wanted, now),
    /** @param resting sources whose customers were scored before the newest scoring, and keep that */
    totals: (highRisk: number, now: Date, resting: readonly string[] = []): Promise<HomeTotals> =>
      TOTALS.one(pool, { highRisk, now, resting }),
  };
}

export type WantedAccounts = {
  readonly band: AccountBand;
  /** From 0 on; one past the end is the last. */
  readonly page: number;
  readonly perPage: number;
};

/** Riskiest first; of those who moved, the furthest first. */
async function readAccountsOf(
  pool: Database["pool"],
  ownerEmail: string,
  { band, page, perPage }: WantedAccounts,
  now: Date,
): Promise<HomeAccounts> {
  const earlier = daysAfter(now, -MOVED_WITHIN_DAYS);
  const rows = await ACCOUNTS.all(pool, {
    ...{ ownerEmail, band, now, earlier, comparedFrom: daysAfter(earlier, -MOVED_WITHIN_DAYS) },
    ...{ highRisk: HIGH_RISK, notable: NOTABLE_CHANGE, limit: perPage, offset: page * perPage },
  });
  const { owned = 0, inBand = 0 } = rows[0] ?? {};
  const items = rows.flatMap(({ customerId, name, owned: _, inBand: __, ...account }): HomeAccount[] =>
    customerId === null ? [] : [{ customerId, name: name ?? "", ...account }],
  );
  return { band, owned, items, ...pageWithin(inBand, page, perPage) };
}

/** The newest score of a customer `c` as of `:now`. */
const NEWEST_SCORE = `
    SELECT probability, silence, CASE WHEN probability_low IS NOT NULL AND probability_high IS NOT NULL
      THEN jsonb_build_object('low', probability_low, 'high', probability_high) END AS bounds
    FROM scores WHERE customer_id = c.id AND as_of <= :now::timestamptz ORDER BY as_of DESC LIMIT 1`;

/** To end a query of customers `c`: the newest score `s` of each, riskiest first, `:limit` of them as of `:now`. */
export const RISKIEST_FIRST = `LEFT JOIN LATERAL (${NEWEST_SCORE}
  ) s ON true
  ORDER BY s.probability DESC NULLS LAST, c.name, c.id LIMIT :limit`;

/** Which of the accounts `mine` are in the band that was asked for; float4, as scores are kept. */
const IN_BAND = `CASE :band::text
      WHEN 'high' THEN probability >= :highRisk::real
      WHEN 'moved' THEN abs(probability - before) >= :notable::real
      WHEN 'no-figure' THEN probability IS NULL
      ELSE true END`;

/** One row with nothing but the counts where nobody is in the band. What an account was before is asked of movers alone. */
const ACCOUNTS = statement({
  name: "outreach/home-accounts: of an owner",
  sql: `
  WITH mine AS (
    SELECT c.id, c.name, c.snoozed_until, s.probability, s.bounds, s.silence, earlier.probability AS before
    FROM customers c
    LEFT JOIN LATERAL (${NEWEST_SCORE}) s ON true
    LEFT JOIN LATERAL (
      SELECT probability FROM scores
      WHERE :band::text = 'moved' AND customer_id = c.id AND as_of <= :earlier AND as_of >= :comparedFrom
      ORDER BY as_of DESC LIMIT 1
    ) earlier ON true
    WHERE ${ownedBySql("c", ":ownerEmail")}
      AND ${notEndedSql("c", ":now::timestamptz")} AND ${notSilentSql("c")}
  ),
  chosen AS (SELECT * FROM mine WHERE ${IN_BAND}),
  counts AS (
    SELECT (SELECT count(*) FROM mine)::int AS owned, (SELECT count(*) FROM chosen)::int AS in_band
  ),
  page AS (
    SELECT * FROM chosen ORDER BY abs(probability - before) DESC NULLS LAST, probability DESC NULLS LAST, name, id
    LIMIT :limit
    OFFSET LEAST(:offset::bigint, (SELECT GREATEST(0, (in_band - 1) / :limit::bigint * :limit::bigint) FROM counts))
  )
  SELECT p.id AS "customerId", p.name, p.probability, p.before, p.bounds, p.silence,
    p.snoozed_until AS "snoozedUntil",
    (SELECT max(at) FROM activities WHERE customer_id = p.id AND kind = 'order' AND amount_minor > 0 AND at < :now::timestamptz)
      AS "lastPurchaseAt",
    counts.owned, counts.in_band AS "inBand"
  FROM counts LEFT JOIN page p ON true
  ORDER BY abs(p.probability - p.before) DESC NULLS LAST, p.probability DESC NULLS LAST, p.name, p.id`,
  parameters: {
    ownerEmail: text,
    band: textOf<AccountBand>(),
    now: timestamptz,
    earlier: timestamptz,
    comparedFrom: timestamptz,
    highRisk: float4,
    notable: float4,
    limit: int8,
    offset: int8,
  },
  row: {
    customerId: nullable(int4),
    name: nullable(text),
    probability: nullable(float4),
    before: nullable(float4),
    bounds: nullable(json<NonNullable<HomeAccount["bounds"]>>()),
    silence: nullable(json<Phrase>()),
    snoozedUntil: nullable(timestamptz),
    lastPurchaseAt: nullable(timestamptz),
    owned: int4,
    inBand: int4,
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
