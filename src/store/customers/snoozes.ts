import { int4, int8, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { redrawSql } from "../database/redraw.ts";
import { statement } from "../database/statement.ts";

export type SnoozeStore = ReturnType<typeof snoozeStore>;

export type Snooze = {
  readonly customerId: number;
  readonly until: Date;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
  /** When its reader last saw whether the customer is snoozed; null: not known, and anything is replaced. */
  readonly seenAt: Date | null;
};

export type SnoozeEnd = Omit<Snooze, "until">;

/** A snooze that has not ended. */
export type RunningSnooze = {
  readonly until: Date;
  /** Slack user id; null: not kept. */
  readonly by: string | null;
  readonly byName: string | null;
  /** When it began; null: of one from before that was kept. */
  readonly at: Date | null;
};

/** A snooze somebody began, as a list tells it. */
export type OwnSnooze = { readonly customerId: number; readonly name: string; readonly until: Date };

export function snoozeStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The snooze of a customer that runs at `now`; null where there is none. */
    async running(customerId: number, now: Date): Promise<RunningSnooze | null> {
      const row = await RUNNING.first(pool, { customerId, now });
      return row === null || row.until === null ? null : { ...row, until: row.until };
    },

    /** The first of those that a member began and that run, the next to end first, and how many there are. */
    async begunBy(memberId: string, limit: number, now: Date) {
      const rows = await BEGUN_BY.all(pool, { memberId, limit, now });
      const items = rows.flatMap(({ customerId, name, until }): OwnSnooze[] =>
        until === null ? [] : [{ customerId, name, until }],
      );
      return { items, inAll: rows[0]?.inAll ?? 0 };
    },
  };
}

/**
 * Snoozes a customer, settles its open suggestions and notes it, in one statement.
 * @returns false for an unknown customer, and where somebody else snoozed it since `seenAt`
 */
export async function snoozeWithin(client: Queryable, snooze: Snooze): Promise<boolean> {
  return (await SNOOZE.run(client, snooze)) === 1;
}

/** @returns false where no snooze runs, and where somebody else began it since `seenAt` */
export async function endSnoozeWithin(client: Queryable, end: SnoozeEnd): Promise<boolean> {
  return (await END.run(client, end)) === 1;
}

const RUNNING = statement({
  name: "customers/snoozes: running",
  sql: `
  SELECT c.snoozed_until AS until, c.snoozed_by AS by, m.name AS "byName", c.snoozed_at AS at FROM customers c
  LEFT JOIN members m ON m.slack_user_id = c.snoozed_by
  WHERE c.id = :customerId AND c.snoozed_until > :now`,
  parameters: { customerId: int4, now: timestamptz },
  row: {
    until: nullable(timestamptz),
    by: nullable(text),
    byName: nullable(text),
    at: nullable(timestamptz),
  },
});

const BEGUN_BY = statement({
  name: "customers/snoozes: begun by a member",
  sql: `
  SELECT id AS "customerId", name, snoozed_until AS until, count(*) OVER ()::int AS "inAll" FROM customers
  WHERE snoozed_by = :memberId AND snoozed_until > :now AND joined_into IS NULL
  ORDER BY snoozed_until, name, id LIMIT :limit`,
  parameters: { memberId: text, limit: int8, now: timestamptz },
  row: { customerId: int4, name: text, until: nullable(timestamptz), inAll: int4 },
});

/** One's own may always be changed; another's only by whoever has seen it. */
const MAY_REPLACE = `(snoozed_until IS NULL OR snoozed_until <= :at OR snoozed_by = :by OR snoozed_at IS NULL
      OR :seenAt::timestamptz IS NULL OR snoozed_at <= :seenAt)`;

const SNOOZE = statement({
  name: "customers/snoozes: snooze",
  sql: `
  WITH snoozed AS (
    UPDATE customers SET snoozed_until = :until, snoozed_by = :by, snoozed_at = :at, updated_at = :at
    WHERE id = :customerId AND ${MAY_REPLACE} RETURNING id
  ), settled AS (
    UPDATE suggestions SET status = 'snoozed', settled_by = :by, settled_at = :at
    WHERE customer_id IN (SELECT id FROM snoozed) AND status = 'open' RETURNING message_key
  ), ${redrawSql("settled", ":at")}
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'customer.snoozed', id, jsonb_build_object('until', :until::timestamptz) FROM snoozed`,
  parameters: {
    customerId: int4,
    until: timestamptz,
    by: text,
    at: timestamptz,
    seenAt: nullable(timestamptz),
  },
});

const END = statement({
  name: "customers/snoozes: end",
  sql: `
  WITH ended AS (
    UPDATE customers SET snoozed_until = NULL, snoozed_by = NULL, snoozed_at = NULL, updated_at = :at
    WHERE id = :customerId AND snoozed_until > :at AND ${MAY_REPLACE} RETURNING id
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'customer.snooze-ended', id, '{}'::jsonb FROM ended`,
  parameters: { customerId: int4, by: text, at: timestamptz, seenAt: nullable(timestamptz) },
});
