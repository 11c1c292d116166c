import type { TouchRecord } from "../../domain/customer-records.ts";
import type { Database } from "../database/database.ts";

export type TouchStore = ReturnType<typeof touchStore>;

export type LoggedTouch = TouchRecord & { readonly customerId: number; readonly memberId: string };

export function touchStore({ pool }: Database) {
  return {
    /**
     * Keeps a contact, settles the customer's open suggestions and notes it, in one statement.
     * @param loggedAt when the member told us; `touch.at` is when the contact was
     * @returns false where (source, external id) was kept before: nothing changes then
     */
    async log(touch: LoggedTouch, loggedAt: Date): Promise<boolean> {
      const { rowCount } = await pool.query(LOG, [
        touch.customerId,
        touch.source,
        touch.externalId,
        touch.memberId,
        touch.channel,
        touch.outcome,
        touch.note,
        touch.minutesSpent,
        touch.at,
        loggedAt,
      ]);
      return rowCount === 1;
    },
  };
}

const LOG = `
  WITH logged AS (
    INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, note, minutes_spent, at,
      logged_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (source, external_id) DO NOTHING RETURNING id, customer_id, channel, outcome
  ), settled AS (
    UPDATE suggestions SET status = 'touched', settled_by = $4, settled_at = $10
    WHERE customer_id = $1 AND status = 'open' AND EXISTS (SELECT 1 FROM logged)
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT $10, $4, 'touch.logged', customer_id,
    jsonb_build_object('touch', id, 'channel', channel, 'outcome', outcome)
  FROM logged`;
