import type { Day } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { Coming, ComingKind } from "../../domain/outreach/my-week.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { date, float4, int4, int8, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { countedSql } from "../figures/uncounted-customers.ts";
import { newestScore } from "./risk-list.ts";

export type MemberWeekStore = ReturnType<typeof memberWeekStore>;

/** What happened to an owner's customers in some days, and what comes; by a null owner to everybody's. */
export function memberWeekStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Contacts within some days. @param memberId those that one member logged; null: all */
    touches: async (memberId: string | null, from: Date, to: Date): Promise<number> =>
      (await TOUCHES.one(pool, { memberId, from, to })).touches,

    /** Who was at high risk at `from` and bought until `to`, the riskiest then first. @param limit of those named */
    async boughtSince(ownerEmail: string | null, { from, to }: Moments, limit: number) {
      const comparedFrom = daysAfter(from, -COMPARED_WITHIN_DAYS);
      const rows = await BOUGHT.all(pool, {
        ...{ ownerEmail, from, to, comparedFrom, highRisk: HIGH_RISK, limit },
      });
      const items = rows.map(({ customerId, name }) => ({ customerId, name }));
      return { items, inAll: rows[0]?.inAll ?? 0 };
    },

    /** Every known day from `fromDay` to `toDay`, the next first; not of those whose snooze goes on beyond it. */
    coming: (ownerEmail: string | null, days: ComingDays, now: Date): Promise<Coming[]> =>
      COMING_DAYS.all(pool, { ownerEmail, ...days, now }),

    /** The countries of customers, each with one of them. */
    countries: (ownerEmail: string | null, now: Date) => COUNTRIES.all(pool, { ownerEmail, now }),

    /** The customers of an owner that figures may count: whoever is in the file as theirs. */
    ownedBy: async (ownerEmail: string): Promise<number[]> =>
      (await OWNED.all(pool, { ownerEmail })).map(({ customerId }) => customerId),
  };
}

type Moments = { readonly from: Date; readonly to: Date };
type ComingDays = { readonly fromDay: Day; readonly toDay: Day; readonly timeZone: string };

/** As where movements are told: a score that is older than that tells of a pause. */
const COMPARED_WITHIN_DAYS = 7;

const OF_OWNER = `(:ownerEmail::text IS NULL OR ${ownedBySql("c", ":ownerEmail")})`;
const RUNS = `c.joined_into IS NULL AND ${notEndedSql("c", ":now::timestamptz")}`;

const TOUCHES = statement({
  name: "outreach/member-week: touches",
  sql: `
  SELECT count(*)::int AS touches FROM touches
  WHERE at >= :from AND at < :to AND (:memberId::text IS NULL OR member_id = :memberId)`,
  parameters: { memberId: nullable(text), from: timestamptz, to: timestamptz },
  row: { touches: int4 },
});

const BOUGHT = statement({
  name: "outreach/member-week: bought since",
  sql: `
  SELECT c.id AS "customerId", c.name, count(*) OVER ()::int AS "inAll" FROM customers c
  JOIN ${newestScore(":from::timestamptz")} before ON before.probability >= :highRisk::real AND before.as_of >= :comparedFrom
  WHERE ${OF_OWNER} AND ${notEndedSql("c", ":to::timestamptz")} AND ${countedSql("c")}
    AND EXISTS (SELECT FROM activities a WHERE a.customer_id = c.id AND a.kind = 'order' AND a.amount_minor > 0
      AND a.at >= :from AND a.at < :to)
  ORDER BY before.probability DESC, c.name, c.id LIMIT :limit`,
  parameters: {
    ownerEmail: nullable(text),
    from: timestamptz,
    to: timestamptz,
    comparedFrom: timestamptz,
    highRisk: float4,
    limit: int8,
  },
  row: { customerId: int4, name: text, inAll: int4 },
});

/** Whoever was born on 29 February has theirs on 1 March where the year has none, as the playbook says. */
const COMING_DAYS = statement({
  name: "outreach/member-week: coming days",
  sql: `
  WITH days AS (
    SELECT d::date AS day, to_char(d, 'MM-DD') AS born FROM generate_series(:fromDay::date, :toDay::date, '1 day') d
    UNION ALL
    SELECT d::date, '02-29' FROM generate_series(:fromDay::date, :toDay::date, '1 day') d
    WHERE to_char(d, 'MM-DD') = '03-01' AND to_char(d::date - 1, 'MM-DD') = '02-28'
  ), mine AS (
    SELECT c.id, c.name, c.renews_on, c.ended_on, (c.snoozed_until AT TIME ZONE :timeZone::text)::date AS back_on
    FROM customers c WHERE ${OF_OWNER} AND ${RUNS}
  ), coming AS (
    SELECT 'renewal' AS kind, id, name, renews_on AS day, NULL::text AS person, back_on FROM mine
    UNION ALL SELECT 'contract-end', id, name, ended_on, NULL, back_on FROM mine
    UNION ALL SELECT 'snooze-end', id, name, back_on, NULL, back_on FROM mine
    UNION ALL SELECT 'birthday', mine.id, mine.name, days.day, k.name, back_on
    FROM contacts k JOIN days ON days.born = to_char(k.birthday, 'MM-DD') JOIN mine ON mine.id = k.customer_id
    WHERE k.left_on IS NULL OR k.left_on > days.day
  )
  SELECT kind, id AS "customerId", name, to_char(day, 'YYYY-MM-DD') AS day, person FROM coming
  WHERE day BETWEEN :fromDay::date AND :toDay::date AND (back_on IS NULL OR back_on <= day)
  ORDER BY coming.day, name, person, id`,
  parameters: { ownerEmail: nullable(text), fromDay: date, toDay: date, timeZone: text, now: timestamptz },
  row: { kind: textOf<ComingKind>(), customerId: int4, name: text, day: text, person: nullable(text) },
});

const COUNTRIES = statement({
  name: "outreach/member-week: countries",
  sql: `
  SELECT c.country, min(c.id) AS "customerId" FROM customers c
  WHERE c.country IS NOT NULL AND ${OF_OWNER} AND ${RUNS} GROUP BY c.country ORDER BY c.country`,
  parameters: { ownerEmail: nullable(text), now: timestamptz },
  row: { country: text, customerId: int4 },
});

const OWNED = statement({
  name: "outreach/member-week: owned by",
  sql: `SELECT c.id AS "customerId" FROM customers c
  WHERE ${ownedBySql("c", ":ownerEmail::text")} AND c.joined_into IS NULL ORDER BY c.id`,
  parameters: { ownerEmail: text },
  row: { customerId: int4 },
});
