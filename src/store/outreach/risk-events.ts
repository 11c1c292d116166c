import type { Day } from "../../domain/calendar.ts";
import type { DatedEvent } from "../../domain/risk/risk-over-time.ts";
import { date, int4, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type RiskEventStore = ReturnType<typeof riskEventStore>;

export type EventDays = { readonly fromDay: Day; readonly toDay: Day; readonly timeZone: string };

/** What happened to many customers, or to the model, that can move their risks. */
export function riskEventStore({ pool }: Pick<Database, "pool">) {
  return {
    /** By day, both included, in days of the zone; nothing that was not known at the moment. */
    within: async (days: EventDays, knownAt: Date): Promise<DatedEvent[]> =>
      (await WITHIN.all(pool, { ...days, knownAt })).map(({ day, kind, count }) => ({ day, kind, count })),
  };
}

const WITHIN = statement({
  name: "outreach/risk-events: within days",
  sql: `
  SELECT to_char(p.from_day, 'YYYY-MM-DD') AS day, 'price-changed' AS kind, count(DISTINCT c.customer_id)::int AS count
  FROM contract_prices p JOIN contracts c ON c.id = p.contract_id
  WHERE p.from_day > c.started_on AND p.from_day BETWEEN :fromDay::date AND :toDay::date
  GROUP BY p.from_day
  UNION ALL
  SELECT to_char(s.settled_at AT TIME ZONE :timeZone::text, 'YYYY-MM-DD'), 'reached', count(DISTINCT s.customer_id)::int
  FROM suggestions s
  WHERE s.kind = 'nudge' AND s.status IN ('reached_out', 'touched') AND s.settled_at <= :knownAt
    AND (s.settled_at AT TIME ZONE :timeZone::text)::date BETWEEN :fromDay::date AND :toDay::date
  GROUP BY 1
  UNION ALL
  SELECT to_char(v.promoted_at AT TIME ZONE :timeZone::text, 'YYYY-MM-DD'), 'model', v.id
  FROM model_versions v
  WHERE v.promoted_at <= :knownAt
    AND (v.promoted_at AT TIME ZONE :timeZone::text)::date BETWEEN :fromDay::date AND :toDay::date
  ORDER BY day, kind, count`,
  parameters: { fromDay: date, toDay: date, timeZone: text, knownAt: timestamptz },
  row: { day: textOf<Day>(), kind: textOf<DatedEvent["kind"]>(), count: int4 },
});
