import type { DataUpTo } from "../../domain/as-of.ts";
import type { TicketSeverity, TouchChannel, TouchOutcome } from "../../domain/customer-records.ts";
import type { Money } from "../../domain/money.ts";
import type { CardFacts } from "../../domain/outreach/card-facts.ts";
import type { ClassificationMetrics, ServingKind } from "../../domain/risk/churn-model.ts";
import type { Lever } from "../../domain/risk/scores/levers.ts";
import type { Reason } from "../../domain/risk/scores/reasons.ts";
import type { ScoreFacts, ScoringModel } from "../../domain/risk/scores/score-facts.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_ROW, customerFrom } from "../customers/customer-row.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  bool,
  float4,
  int4,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CardFactStore = ReturnType<typeof cardFactStore>;

export function cardFactStore({ pool }: Database) {
  return {
    /** Everything a card needs, as of `now`; null for an unknown customer. */
    read: (customerId: number, now: Date): Promise<CardFacts | null> => readCardFacts(pool, customerId, now),
  };
}

/** Everything about one customer as of `now`, in one query over its own rows. */
async function readCardFacts(
  pool: Database["pool"],
  customerId: number,
  now: Date,
): Promise<CardFacts | null> {
  const row = await CARD_FACTS.first(pool, { customerId, now });
  return row && factsFrom(row);
}

const CARD_FACTS = statement({
  name: "outreach/card-facts: read",
  sql: `
  SELECT ${CUSTOMER_COLUMNS},
    owner.slack_user_id AS owner_id, owner.name AS owner_name, snoozer.name AS snoozed_by_name,
    s.as_of, s.probability, s.probability_low, s.probability_high, s.silence, s.reasons, s.levers, s.model_version_id,
    v.serves, v.trained_at, v.horizon_days, v.metrics,
    earlier.as_of AS earlier_as_of, earlier.probability AS earlier_probability,
    earlier.model_version_id AS earlier_model_id,
    EXISTS (SELECT 1 FROM model_versions WHERE promoted_at IS NOT NULL) AS has_model,
    own_data.day::text AS own_data_day,
    CASE WHEN own_data.day IS NULL THEN (SELECT max(day)::text FROM source_days WHERE day <= today.day) END AS any_data_day,
    (SELECT jsonb_agg(jsonb_build_object('minor', minor, 'currency', currency) ORDER BY minor DESC) FROM (
       SELECT trim(currency) AS currency, sum(CASE kind WHEN 'order' THEN amount_minor ELSE -amount_minor END) AS minor
       FROM activities
       WHERE customer_id = c.id AND kind IN ('order', 'refund') AND amount_minor > 0 AND currency IS NOT NULL
         AND at >= :now::timestamptz - interval '12 months' AND at < :now
       GROUP BY 1) per_currency) AS revenue,
    bought.days AS purchase_days, bought.first AS first_purchase_at, bought.last AS last_purchase_at,
    bought.delivered AS last_delivery_at,
    touch.at AS touch_at, touch.channel AS touch_channel, touch.outcome AS touch_outcome, toucher.name AS touch_by,
    ticket.external_id AS ticket_reference, ticket.subject AS ticket_subject, ticket.severity AS ticket_severity,
    ticket.opened_at AS ticket_opened_at,
    solved.external_id AS solved_reference, solved.subject AS solved_subject, solved.solved_at
  FROM customers c
  CROSS JOIN (SELECT (:now::timestamptz AT TIME ZONE 'UTC')::date AS day) today
  CROSS JOIN LATERAL (SELECT max(day) AS day FROM source_days WHERE source = c.source AND day <= today.day) own_data
  LEFT JOIN members owner ON ${ownedBySql("c", "owner.email")}
  LEFT JOIN members snoozer ON snoozer.slack_user_id = c.snoozed_by
  LEFT JOIN LATERAL (
    SELECT * FROM scores WHERE customer_id = c.id AND as_of <= :now ORDER BY as_of DESC LIMIT 1
  ) s ON true
  LEFT JOIN model_versions v ON v.id = s.model_version_id
  LEFT JOIN LATERAL (
    SELECT as_of, probability, model_version_id FROM scores
    WHERE customer_id = c.id AND as_of < s.as_of AND probability IS NOT NULL
    ORDER BY (as_of <= s.as_of - interval '7 days') DESC,
      CASE WHEN as_of <= s.as_of - interval '7 days' THEN as_of END DESC, as_of
    LIMIT 1
  ) earlier ON true
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT (at AT TIME ZONE 'UTC')::date) FILTER (WHERE kind = 'order')::int AS days,
      min(at) FILTER (WHERE kind = 'order') AS first, max(at) FILTER (WHERE kind = 'order') AS last,
      max(at) FILTER (WHERE kind = 'delivery') AS delivered
    FROM activities
    WHERE customer_id = c.id AND at < :now AND (kind = 'delivery' OR (kind = 'order' AND amount_minor > 0))
  ) bought ON true
  LEFT JOIN LATERAL (
    SELECT at, channel, outcome, member_id FROM touches
    WHERE customer_id = c.id AND at <= :now ORDER BY at DESC, id DESC LIMIT 1
  ) touch ON true
  LEFT JOIN members toucher ON toucher.slack_user_id = touch.member_id
  LEFT JOIN LATERAL (
    SELECT external_id, subject, severity, opened_at FROM tickets
    WHERE customer_id = c.id AND opened_at <= :now AND (solved_at IS NULL OR solved_at > :now)
    ORDER BY array_position(ARRAY['urgent', 'high', 'normal', 'low'], severity), opened_at LIMIT 1
  ) ticket ON true
  LEFT JOIN LATERAL (
    SELECT external_id, subject, solved_at FROM tickets
    WHERE customer_id = c.id AND solved_at <= :now ORDER BY solved_at DESC LIMIT 1
  ) solved ON true
  WHERE c.id = :customerId`,
  parameters: { customerId: int4, now: timestamptz },
  row: {
    ...CUSTOMER_ROW,
    owner_id: nullable(text),
    owner_name: nullable(text),
    snoozed_by_name: nullable(text),
    as_of: nullable(timestamptz),
    probability: nullable(float4),
    probability_low: nullable(float4),
    probability_high: nullable(float4),
    silence: nullable(text),
    reasons: nullable(json<readonly Reason[]>()),
    levers: nullable(json<readonly Lever[]>()),
    model_version_id: nullable(int4),
    serves: nullable(textOf<ServingKind>()),
    trained_at: nullable(timestamptz),
    horizon_days: nullable(int4),
    metrics: nullable(json()),
    earlier_as_of: nullable(timestamptz),
    earlier_probability: nullable(float4),
    earlier_model_id: nullable(int4),
    has_model: bool,
    own_data_day: nullable(text),
    any_data_day: nullable(text),
    revenue: nullable(json<readonly Money[]>()),
    purchase_days: int4,
    first_purchase_at: nullable(timestamptz),
    last_purchase_at: nullable(timestamptz),
    last_delivery_at: nullable(timestamptz),
    touch_at: nullable(timestamptz),
    touch_channel: nullable(textOf<TouchChannel>()),
    touch_outcome: nullable(textOf<TouchOutcome>()),
    touch_by: nullable(text),
    ticket_reference: nullable(text),
    ticket_subject: nullable(text),
    ticket_severity: nullable(textOf<TicketSeverity>()),
    ticket_opened_at: nullable(timestamptz),
    solved_reference: nullable(text),
    solved_subject: nullable(text),
    solved_at: nullable(timestamptz),
  },
});

type FactsRow = ValuesOf<typeof CARD_FACTS.row>;

function factsFrom(row: FactsRow): CardFacts {
  return {
    customer: customerFrom(row),
    owner: row.owner_id === null ? null : { slackUserId: row.owner_id, name: row.owner_name ?? "" },
    snoozedByName: row.snoozed_by_name,
    score: scoreFrom(row),
    earlierScore: earlierScoreFrom(row),
    hasModel: row.has_model,
    dataUpTo: dataUpToFrom(row),
    revenue12Months: row.revenue ?? [],
    purchaseDays: row.purchase_days,
    firstPurchaseAt: row.first_purchase_at,
    lastPurchaseAt: row.last_purchase_at,
    lastDeliveryAt: row.last_delivery_at,
    lastTouch: lastTouchFrom(row),
    openTicket: openTicketFrom(row),
    solvedTicket: solvedTicketFrom(row),
  };
}

function scoreFrom(row: FactsRow): ScoreFacts | null {
  if (row.as_of === null) return null;
  return {
    asOf: row.as_of,
    probability: row.probability,
    bounds: boundsFrom(row),
    silence: row.silence,
    reasons: row.reasons ?? [],
    levers: row.levers ?? [],
    ...(row.probability !== null && row.reasons === null ? { unexplained: "not-yet" as const } : {}),
    model: modelFrom(row),
  };
}

function boundsFrom({ probability_low: low, probability_high: high }: FactsRow): ScoreFacts["bounds"] {
  return low === null || high === null ? null : { low, high };
}

function dataUpToFrom({ source, own_data_day: own, any_data_day: any }: FactsRow): DataUpTo | null {
  if (own !== null) return { day: own, source };
  return any === null ? null : { day: any, source: null };
}

function modelFrom(row: FactsRow): ScoringModel | null {
  const { model_version_id: id, serves, trained_at: trainedAt, horizon_days: horizonDays } = row;
  if (id === null || serves === null || trainedAt === null || horizonDays === null) return null;
  return { id, serves, trainedAt, horizonDays, heldOut: heldOutOf(row.metrics, serves) };
}

/** The held-out metrics of the serving model, as training stored them. */
function heldOutOf(metrics: unknown, serves: ServingKind): ClassificationMetrics | null {
  const stored = metrics as { readonly [kind in ServingKind]?: ClassificationMetrics } | null;
  return stored?.[serves] ?? null;
}

function earlierScoreFrom(row: FactsRow): CardFacts["earlierScore"] {
  const { earlier_as_of: asOf, earlier_probability: probability } = row;
  if (asOf === null || probability === null) return null;
  return { asOf, probability, modelId: row.earlier_model_id };
}

function lastTouchFrom(row: FactsRow): CardFacts["lastTouch"] {
  const { touch_at: at, touch_channel: channel, touch_outcome: outcome } = row;
  if (at === null || channel === null || outcome === null) return null;
  return { at, channel, outcome, memberName: row.touch_by };
}

function openTicketFrom(row: FactsRow): CardFacts["openTicket"] {
  const { ticket_reference: reference, ticket_subject: subject } = row;
  const { ticket_severity: severity, ticket_opened_at: openedAt } = row;
  if (reference === null || subject === null || severity === null || openedAt === null) return null;
  return { reference, subject, severity, openedAt };
}

function solvedTicketFrom(row: FactsRow): CardFacts["solvedTicket"] {
  const { solved_reference: reference, solved_subject: subject, solved_at: solvedAt } = row;
  if (reference === null || subject === null || solvedAt === null) return null;
  return { reference, subject, solvedAt };
}
