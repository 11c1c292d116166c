import type { TouchChannel, TouchOutcome } from "../../domain/customer-records.ts";
import { nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import { factReader, rowAsJson } from "./fact-reader.ts";

const LAST_TOUCH = `
    SELECT touch.at, touch.channel, touch.outcome, m.name AS member_name
    FROM (
      SELECT at, channel, outcome, member_id FROM touches
      WHERE customer_id = c.id AND at <= :now ORDER BY at DESC, id DESC LIMIT 1
    ) touch
    LEFT JOIN members m ON m.slack_user_id = touch.member_id`;

/** For lists that read it of everybody, as `lastTouch.from` takes it. */
export const LAST_TOUCH_ROW = rowAsJson(LAST_TOUCH);

export const lastTouch = factReader({
  key: "lastTouch",
  holders: "SELECT customer_id FROM touches WHERE at <= :now::timestamptz",
  sql: LAST_TOUCH,
  row: {
    at: timestamptz,
    channel: textOf<TouchChannel>(),
    outcome: textOf<TouchOutcome>(),
    member_name: nullable(text),
  },
  otherwise: null,
  from: ({ at, channel, outcome, member_name: memberName }) => ({
    at: new Date(at),
    channel,
    outcome,
    memberName,
  }),
});
