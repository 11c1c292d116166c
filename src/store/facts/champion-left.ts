import { CHAMPION_LEFT_DAYS } from "../../domain/outreach/playbooks/champion-left.ts";
import { arrayOf, text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

const TODAY = "(:now::timestamptz AT TIME ZONE 'UTC')::date";
const OTHERS_NAMED = 2;

/**
 * Whoever answered most of our questions, then who can be reached by most ways, then who stands first in the file. Those who
 * left longer ago are nobody's first contact any more.
 */
export const championLeft = factReader({
  key: "championLeft",
  holders: "SELECT customer_id FROM contacts WHERE left_on IS NOT NULL",
  sql: `
    WITH people AS (
      SELECT name, left_on, row_number() OVER (ORDER BY (
          SELECT count(*) FROM feedback_requests r WHERE r.contact_id = k.id AND r.answered_at <= :now
        ) DESC, num_nulls(phone, email), id) AS place
      FROM contacts k WHERE customer_id = c.id AND (left_on IS NULL OR left_on > ${TODAY} - ${CHAMPION_LEFT_DAYS + 1})
    )
    SELECT name, to_char(left_on, 'YYYY-MM-DD') AS left_on, ARRAY(
      SELECT name FROM people WHERE left_on IS NULL OR left_on > ${TODAY} ORDER BY place LIMIT ${OTHERS_NAMED}
    ) AS others
    FROM people WHERE place = 1 AND left_on <= ${TODAY}`,
  row: { name: text, left_on: text, others: arrayOf(text) },
  otherwise: null,
  from: ({ name, left_on: leftOn, others }) => ({ name, leftOn, others }),
});
