import { withJoinedSql } from "../customers/with-joined.ts";
import { arrayOf, nullable, text, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const doNotDisturb = factReader({
  key: "doNotDisturb",
  holders: `
    SELECT COALESCE(told.joined_into, told.id) FROM do_not_disturb d JOIN customers told ON told.id = d.customer_id
    UNION ALL SELECT customer_id FROM do_not_disturb WHERE customer_id IS NOT NULL
    UNION ALL SELECT s.id FROM do_not_disturb d JOIN customers s ON s.segment = d.segment WHERE d.status = 'quiet'`,
  sql: `
    SELECT quiet.because, quiet.name, quiet.set_at, of_segment.playbooks
    FROM (
      SELECT COALESCE(array_agg(DISTINCT d.playbook), '{}') AS playbooks
      FROM do_not_disturb d WHERE d.segment = c.segment AND d.status = 'quiet'
    ) of_segment
    LEFT JOIN LATERAL (
      SELECT d.because, m.name, d.set_at FROM do_not_disturb d LEFT JOIN members m ON m.slack_user_id = d.set_by
      WHERE d.customer_id IN ${withJoinedSql("c.id")} AND d.status = 'quiet' ORDER BY d.set_at DESC, d.id DESC LIMIT 1
    ) quiet ON true
    WHERE quiet.set_at IS NOT NULL OR cardinality(of_segment.playbooks) > 0`,
  row: {
    because: nullable(text),
    name: nullable(text),
    set_at: nullable(timestamptz),
    playbooks: arrayOf(text),
  },
  otherwise: null,
  from: ({ because, name: byName, set_at, playbooks }) => ({
    every: set_at === null ? null : { because: because ?? "", byName, since: new Date(set_at) },
    playbooks,
  }),
});
