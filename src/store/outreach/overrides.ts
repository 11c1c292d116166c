import type {
  OpenOverride,
  OverrideOutcome,
  OverrideSays,
  RunningOverride,
  ScoredOverride,
} from "../../domain/outreach/overrides/override.ts";
import { JUDGED_AFTER_DAYS } from "../../domain/outreach/overrides/override.ts";
import { contractRunsOn } from "../customers/contract-days.ts";
import { withJoinedSql } from "../customers/with-joined.ts";
import {
  arrayOf,
  float4,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { runningOverrideSql } from "./running-override.ts";

export type OverrideStore = ReturnType<typeof overrideStore>;

export type NewOverride = {
  readonly customerId: number;
  readonly says: OverrideSays;
  readonly because: string;
  readonly until: Date;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
  /** When its maker last saw what runs; null: anything is replaced. */
  readonly seenAt: Date | null;
};

export type OverrideTakenBack = Pick<NewOverride, "customerId" | "by" | "at" | "seenAt">;

/** A call whose time is over, or whose customer has left, and which nobody has scored yet. */
export type UnscoredOverride = {
  readonly id: number;
  /** Of whoever the customer is joined into, if anybody. */
  readonly customerId: number;
  readonly name: string;
  readonly says: OverrideSays;
  readonly by: string;
  readonly madeAt: Date;
  readonly until: Date;
  readonly probability: number | null;
};

/** What members know better than the model, and what came of it. */
export function overrideStore({ pool }: Pick<Database, "pool">) {
  return {
    async running(customerId: number, now: Date): Promise<RunningOverride | null> {
      return RUNNING.first(pool, { customerId, now });
    },

    /** Of calls that can be judged by now, the oldest. */
    unscored: (now: Date, limit: number): Promise<UnscoredOverride[]> => UNSCORED.all(pool, { now, limit }),

    /** Everybody's calls that were scored, and whose they were; a member's alone where `by` is not null. */
    scored: (by: string | null): Promise<Array<ScoredOverride & { readonly by: string }>> =>
      SCORED.all(pool, { by }),

    /** A member's calls that run, the first to end first. */
    openOf: (by: string, now: Date, limit: number): Promise<OpenOverride[]> =>
      OPEN.all(pool, { by, now, limit }),
  };
}

/**
 * Makes a call about a customer in the place of the one that runs, and notes it, within the caller's transaction.
 * @returns false for an unknown customer, and where somebody else made one since `seenAt`
 */
export async function setOverrideWithin(client: Queryable, call: NewOverride): Promise<boolean> {
  const { customerId, says, because, until, by, at, seenAt } = call;
  await LOCK.run(client, { customerId });
  await END.run(client, { customerId, by, at, seenAt, why: "changed" });
  return (await MAKE.run(client, { customerId, says, because, until, by, at })) === 1;
}

/** @returns false where none runs, and where somebody else made it since it was seen */
export async function takeBackOverrideWithin(client: Queryable, end: OverrideTakenBack): Promise<boolean> {
  await LOCK.run(client, { customerId: end.customerId });
  return (await END.run(client, { ...end, why: "taken-back" })) > 0;
}

/** Keeps what came of calls that nobody has scored yet. @returns how many */
export function scoreOverridesWithin(
  client: Queryable,
  scores: ReadonlyArray<{ readonly id: number; readonly outcome: OverrideOutcome }>,
  at: Date,
): Promise<number> {
  const ids = scores.map(({ id }) => id);
  return SCORE.run(client, { ids, outcomes: scores.map(({ outcome }) => outcome), at });
}

const RUNNING_ROW = {
  says: textOf<OverrideSays>(),
  because: text,
  until: timestamptz,
  by: text,
  madeAt: timestamptz,
} as const;
const RUNNING_COLUMNS = `o.says, o.because, o.until, o.made_by AS by, o.made_at AS "madeAt"`;

const RUNNING = statement({
  name: "outreach/overrides: running",
  sql: `
  SELECT ${RUNNING_COLUMNS}, m.name AS "byName" FROM overrides o
  LEFT JOIN members m ON m.slack_user_id = o.made_by
  WHERE ${runningOverrideSql(":customerId::int", ":now::timestamptz")} ORDER BY o.made_at DESC, o.id DESC LIMIT 1`,
  parameters: { customerId: int4, now: timestamptz },
  row: { ...RUNNING_ROW, byName: nullable(text) },
});

/** Two at once about one customer wait for each other. */
const LOCK = statement({
  name: "outreach/overrides: lock",
  sql: "SELECT FROM customers WHERE id = :customerId FOR UPDATE",
  parameters: { customerId: int4 },
});

// One's own may always be changed; another's only by whoever has seen it. What ran out is over, whoever ends it.
const END = statement({
  name: "outreach/overrides: end",
  sql: `
  WITH ended AS (
    UPDATE overrides SET ended_at = LEAST(until, :at::timestamptz),
      ended_because = CASE WHEN until <= :at THEN 'over' ELSE :why::text END
    WHERE customer_id IN ${withJoinedSql(":customerId::int")} AND ended_at IS NULL
      AND (until <= :at OR made_by = :by OR :seenAt::timestamptz IS NULL OR made_at <= :seenAt)
    RETURNING customer_id, ended_because
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'override.' || ended_because, customer_id, '{}'::jsonb FROM ended WHERE ended_because <> 'over'`,
  parameters: { customerId: int4, by: text, at: timestamptz, seenAt: nullable(timestamptz), why: text },
});

const MAKE = statement({
  name: "outreach/overrides: make",
  sql: `
  WITH made AS (
    INSERT INTO overrides (customer_id, says, because, until, made_by, made_at, probability)
    SELECT c.id, :says, :because, :until, :by, :at, (
      SELECT probability FROM scores WHERE customer_id = c.id AND as_of <= :at ORDER BY as_of DESC LIMIT 1)
    FROM customers c WHERE c.id = :customerId
      AND NOT EXISTS (SELECT FROM overrides o WHERE o.customer_id IN ${withJoinedSql("c.id")} AND o.ended_at IS NULL)
    RETURNING customer_id
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'override.made', customer_id,
    jsonb_build_object('says', :says::text, 'until', :until::timestamptz, 'because', :because::text)
  FROM made`,
  parameters: { customerId: int4, says: text, because: text, until: timestamptz, by: text, at: timestamptz },
});

// Before its time only a contract's end tells: that somebody has not bought yet says nothing.
const UNSCORED = statement({
  name: "outreach/overrides: unscored",
  sql: `
  SELECT o.id, c.id AS "customerId", c.name, o.says, o.made_by AS by, o.made_at AS "madeAt", o.until, o.probability
  FROM overrides o JOIN customers named ON named.id = o.customer_id
  JOIN customers c ON c.id = COALESCE(named.joined_into, named.id)
  CROSS JOIN LATERAL (
    SELECT GREATEST(o.until, o.made_at + interval '${JUDGED_AFTER_DAYS} days') AS at,
      (o.made_at AT TIME ZONE 'UTC')::date AS from_day
  ) judged
  WHERE o.outcome IS NULL AND (o.ended_because IS NULL OR o.ended_because = 'over') AND (
    judged.at <= :now::timestamptz
    OR (${contractRunsOn("judged.from_day")} AND c.ended_on <= (:now AT TIME ZONE 'UTC')::date
      AND c.ended_on < (judged.at AT TIME ZONE 'UTC')::date))
  ORDER BY o.made_at, o.id LIMIT :limit`,
  parameters: { now: timestamptz, limit: int8 },
  row: {
    id: int4,
    customerId: int4,
    name: text,
    says: textOf<OverrideSays>(),
    by: text,
    madeAt: timestamptz,
    until: timestamptz,
    probability: nullable(float4),
  },
});

const SCORE = statement({
  name: "outreach/overrides: score",
  sql: `
  UPDATE overrides o SET outcome = given.outcome, scored_at = :at, ended_at = COALESCE(ended_at, LEAST(until, :at)),
    ended_because = COALESCE(ended_because, 'over')
  FROM unnest(:ids::int[], :outcomes::text[]) AS given (id, outcome)
  WHERE o.id = given.id AND o.outcome IS NULL`,
  parameters: { ids: arrayOf(int4), outcomes: arrayOf(text), at: timestamptz },
});

const SCORED = statement({
  name: "outreach/overrides: scored",
  sql: `
  SELECT says, outcome, probability, made_by AS by FROM overrides
  WHERE outcome IS NOT NULL AND (:by::text IS NULL OR made_by = :by) ORDER BY id`,
  parameters: { by: nullable(text) },
  row: {
    says: textOf<OverrideSays>(),
    outcome: textOf<OverrideOutcome>(),
    probability: nullable(float4),
    by: text,
  },
});

const OPEN = statement({
  name: "outreach/overrides: open of a member",
  sql: `
  SELECT ${RUNNING_COLUMNS}, head.id AS "customerId", head.name FROM overrides o
  JOIN customers c ON c.id = o.customer_id JOIN customers head ON head.id = COALESCE(c.joined_into, c.id)
  WHERE o.made_by = :by AND o.ended_at IS NULL AND o.until > :now ORDER BY o.until, o.id LIMIT :limit`,
  parameters: { by: text, now: timestamptz, limit: int8 },
  row: { ...RUNNING_ROW, customerId: int4, name: text },
});
