import { NUDGE_OPEN_DAYS } from "../../domain/outreach/nudge-answer.ts";
import { text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const openNudge = factReader({
  key: "openNudge",
  sql: `
    SELECT COALESCE(s.more_pressing->>'playbook', s.playbook) AS playbook FROM suggestions s
    WHERE s.customer_id = c.id AND s.kind = 'nudge' AND s.status = 'open'
      AND s.created_at > :now::timestamptz - make_interval(days => ${NUDGE_OPEN_DAYS}) AND s.created_at <= :now
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.key = s.message_key AND o.status = 'failed')
    ORDER BY s.created_at DESC, s.id DESC LIMIT 1`,
  row: { playbook: text },
  otherwise: null,
  from: ({ playbook }) => ({ playbook }),
});
