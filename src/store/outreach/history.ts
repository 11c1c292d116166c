import {
  HISTORY_PAGE,
  type HistoryEvent,
  MOST_SINGLE_DAYS,
  PRODUCTS_NAMED,
} from "../../domain/outreach/history.ts";
import { HIGH_RISK, MEDIUM_RISK } from "../../domain/risk/bands.ts";
import { withJoinedSql } from "../customers/with-joined.ts";
import { int4, json, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type HistoryStore = ReturnType<typeof historyStore>;

/** What happened with one customer, from everything that is kept of it. */
export function historyStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * A page, newest first, with one event more where there are older ones.
     * @param timeZone whose days and weeks activities are summed by
     */
    async page(asked: {
      readonly customerId: number;
      readonly upTo: Date;
      readonly timeZone: string;
      readonly page: number;
    }): Promise<HistoryEvent[]> {
      const rows = await PAGE.all(pool, asked);
      // What stands in `event` is built below, kind by kind, as the type says.
      return rows.map(({ at, event }) => ({ at, ...event }) as HistoryEvent);
    },
  };
}

const BAND = (probability: string) =>
  `(${probability} >= ${HIGH_RISK})::int + (${probability} >= ${MEDIUM_RISK})::int`;

/** The team's name for whoever did it; null for who is no member any more. */
const NAME = (id: string) => `(SELECT name FROM members WHERE slack_user_id = ${id})`;

const ACTIVITIES = `
  of_days AS (
    SELECT CASE WHEN kind = 'order' AND COALESCE(amount_minor, 0) = 0 THEN 'sample' ELSE kind END AS kind, at,
      (at AT TIME ZONE :timeZone)::date AS day, CASE WHEN amount_minor > 0 THEN amount_minor END AS minor,
      CASE WHEN amount_minor > 0 THEN trim(currency) END AS currency, quantity, category
    FROM activities WHERE customer_id = :customerId AND at <= :upTo
  ),
  spans AS (
    SELECT kind, CASE WHEN count(DISTINCT day) > ${MOST_SINGLE_DAYS} THEN 'week' ELSE 'day' END AS span
    FROM of_days GROUP BY kind
  ),
  sums AS (
    SELECT max(at) AS at, jsonb_build_object('kind', 'activity', 'of', kind, 'span', span, 'from', first,
      'amount', CASE WHEN currency IS NOT NULL THEN jsonb_build_object('minor', sum(minor), 'currency', currency) END,
      'quantity', sum(quantity), 'productsInAll', count(DISTINCT category),
      'products', COALESCE((array_agg(DISTINCT category) FILTER (WHERE category IS NOT NULL))[1:${PRODUCTS_NAMED}], '{}')
    ) AS event
    FROM (
      SELECT of_days.*, span, CASE span WHEN 'week' THEN date_trunc('week', day)::date ELSE day END AS first
      FROM of_days JOIN spans USING (kind)
    ) dated
    GROUP BY kind, span, first, currency
  )`;

const RISK = `
  SELECT as_of, jsonb_build_object('kind', 'risk', 'probability', probability, 'before', before,
    'modelChanged', model_version_id IS DISTINCT FROM model_before AND before IS NOT NULL)
  FROM (
    SELECT as_of, probability, model_version_id, lag(probability) OVER scored AS before,
      lag(model_version_id) OVER scored AS model_before
    FROM scores WHERE customer_id = :customerId AND as_of <= :upTo AND probability IS NOT NULL
    WINDOW scored AS (ORDER BY as_of)
  ) steps
  WHERE before IS NULL OR ${BAND("before")} <> ${BAND("probability")}`;

const RECORDS = `
  SELECT opened_at, jsonb_build_object('kind', 'ticket-opened', 'reference', external_id, 'subject', subject,
    'severity', severity)
  FROM tickets WHERE customer_id = :customerId AND opened_at <= :upTo
  UNION ALL
  SELECT solved_at, jsonb_build_object('kind', 'ticket-solved', 'reference', external_id, 'subject', subject,
    'severity', severity)
  FROM tickets WHERE customer_id = :customerId AND solved_at <= :upTo
  UNION ALL
  SELECT at, jsonb_build_object('kind', 'touch', 'channel', channel, 'outcome', outcome, 'note', note,
    'by', ${NAME("member_id")})
  FROM touches WHERE customer_id = :customerId AND at <= :upTo
  UNION ALL
  SELECT at, jsonb_build_object('kind', 'why-left', 'note', note, 'by', ${NAME("member_id")})
  FROM post_mortem_notes WHERE customer_id = :customerId AND at <= :upTo
  UNION ALL
  SELECT at, jsonb_build_object('kind', 'feedback', 'of', kind, 'score', score, 'scaleMax', scale_max,
    'comment', comment)
  FROM feedback WHERE customer_id = :customerId AND at <= :upTo
  UNION ALL
  SELECT at, jsonb_build_object('kind', 'mention', 'network', network, 'author', author, 'text', text,
    'answered', COALESCE(LEAST(answered_at, settled_at) <= :upTo, false))
  FROM mentions WHERE customer_id = :customerId AND at <= :upTo`;

// One without a message was kept before messages were, and counts as sent, as in the digest.
const NUDGES = `
  SELECT CASE WHEN o.status = 'posted' THEN COALESCE(o.settled_at, s.created_at) ELSE s.created_at END,
    jsonb_build_object('kind', 'nudge', 'action', s.action, 'to', ${NAME("s.member_id")},
      'posted', CASE COALESCE(o.status, 'posted') WHEN 'posted' THEN true WHEN 'failed' THEN false END)
  FROM suggestions s LEFT JOIN outbox o ON o.key = s.message_key
  WHERE s.customer_id = :customerId AND s.kind = 'nudge' AND s.created_at <= :upTo
  UNION ALL
  SELECT settled_at, jsonb_build_object('kind', 'answer', 'status', status, 'whyNot', why_not,
    'by', ${NAME("settled_by")})
  FROM suggestions
  WHERE customer_id = :customerId AND settled_at <= :upTo AND status IN ('reached_out', 'not_useful')`;

const SAID = `
  SELECT settled_at, jsonb_build_object('kind', 'digest', 'channelId', channel_id)
  FROM outbox
  WHERE kind = 'digest' AND status = 'posted' AND settled_at <= :upTo AND channel_id IS NOT NULL
    AND jsonb_path_exists(message, '$.**.customerId ? (@ == $id)', jsonb_build_object('id', :customerId::int))
  UNION ALL
  SELECT at, CASE action
    WHEN 'card.shared' THEN jsonb_build_object('kind', 'share', 'channelId', details->>'channelId', 'by', ${NAME("actor")})
    ELSE jsonb_build_object('kind', 'snooze', 'until', details->>'until', 'by', ${NAME("actor")}) END
  FROM audit_events
  WHERE customer_id = :customerId AND at <= :upTo AND action IN ('card.shared', 'customer.snoozed', 'customer.snooze-ended')`;

// A call stays with the record it was said of, also when that is joined into another.
const OVERRIDES = `
  SELECT made_at, jsonb_build_object('kind', 'override', 'says', says, 'because', because, 'until', until,
    'by', ${NAME("made_by")})
  FROM overrides WHERE customer_id IN ${withJoinedSql(":customerId::int")} AND made_at <= :upTo
  UNION ALL
  SELECT at, jsonb_build_object('kind', 'override-taken-back', 'by', ${NAME("actor")})
  FROM audit_events
  WHERE customer_id IN ${withJoinedSql(":customerId::int")} AND at <= :upTo AND action = 'override.taken-back'`;

const PAGE = statement({
  name: "outreach/history: page",
  sql: `
  WITH ${ACTIVITIES}
  SELECT at, event FROM (
    SELECT at, event FROM sums
    UNION ALL ${RISK}
    UNION ALL ${RECORDS}
    UNION ALL ${NUDGES}
    UNION ALL ${SAID}
    UNION ALL ${OVERRIDES}
  ) events
  ORDER BY at DESC, event DESC OFFSET :page::int * ${HISTORY_PAGE} LIMIT ${HISTORY_PAGE + 1}`,
  parameters: { customerId: int4, upTo: timestamptz, timeZone: text, page: int4 },
  row: { at: timestamptz, event: json<object>() },
});
