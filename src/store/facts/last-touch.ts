import type { TouchChannel, TouchOutcome } from "../../domain/customer-records.ts";
import { factReader } from "./fact-reader.ts";

type LastTouchRow = {
  customer_id: number;
  at: Date;
  channel: TouchChannel;
  outcome: TouchOutcome;
  member_name: string | null;
};

export const lastTouch = factReader<"lastTouch", LastTouchRow>({
  sql: `
    SELECT c.id AS customer_id, touch.at, touch.channel, touch.outcome, m.name AS member_name
    FROM unnest($1::int[]) AS c (id)
    CROSS JOIN LATERAL (
      SELECT at, channel, outcome, member_id FROM touches
      WHERE customer_id = c.id AND at <= $2 ORDER BY at DESC, id DESC LIMIT 1
    ) touch
    LEFT JOIN members m ON m.slack_user_id = touch.member_id`,
  otherwise: null,
  from: ({ at, channel, outcome, member_name: memberName }) => ({ at, channel, outcome, memberName }),
});
