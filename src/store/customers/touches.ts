import type { TouchRecord } from "../../domain/customer-records.ts";
import { int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { redrawSql } from "../database/redraw.ts";
import { statement } from "../database/statement.ts";

export type TouchStore = ReturnType<typeof touchStore>;

export type LoggedTouch = TouchRecord & {
  readonly customerId: number;
  readonly memberId: string;
  /** The suggestion that was followed by it, which counts as reached out; null or left out: none in particular. */
  readonly followed?: string | null;
};

export function touchStore({ pool }: Database) {
  return {
    /**
     * Keeps a contact, settles the customer's open suggestions and notes it, in one statement.
     * @param loggedAt when the member told us; `touch.at` is when the contact was
     * @returns false where (source, external id) was kept before, or there is no such customer: nothing changes then
     */
    async log(touch: LoggedTouch, loggedAt: Date): Promise<boolean> {
      return (await LOG.run(pool, { ...touch, followed: touch.followed ?? null, loggedAt })) === 1;
    },
  };
}

const LOG = statement({
  name: "customers/touches: log",
  sql: `
  WITH logged AS (
    INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, note, minutes_spent, at,
      logged_at)
    SELECT id, :source, :externalId, :memberId, :channel, :outcome, :note, :minutesSpent, :at, :loggedAt
    FROM customers WHERE id = :customerId
    ON CONFLICT (source, external_id) DO NOTHING RETURNING id, customer_id, channel, outcome
  ), settled AS (
    UPDATE suggestions SET status = CASE WHEN key = :followed THEN 'reached_out' ELSE 'touched' END, settled_by = :memberId, settled_at = :loggedAt
    WHERE customer_id = :customerId AND status = 'open' AND EXISTS (SELECT 1 FROM logged)
    RETURNING message_key
  ), ${redrawSql("settled", ":loggedAt")}
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :loggedAt, :memberId, 'touch.logged', customer_id,
    jsonb_build_object('touch', id, 'channel', channel, 'outcome', outcome)
  FROM logged`,
  parameters: {
    customerId: int4,
    source: text,
    externalId: text,
    memberId: text,
    channel: text,
    outcome: text,
    note: nullable(text),
    minutesSpent: int4,
    at: timestamptz,
    loggedAt: timestamptz,
    followed: nullable(text),
  },
});
