import type { AllFacts } from "../../domain/outreach/facts.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** More than anybody congratulates. */
const MOST = 10;

/** Birthdays of the people who are still at a customer. */
export const birthdays = factReader({
  key: "birthdays",
  holders: "SELECT customer_id FROM contacts WHERE birthday IS NOT NULL",
  sql: `
    SELECT json_agg(json_build_object('name', name, 'birthday', to_char(birthday, 'YYYY-MM-DD')) ORDER BY id) AS people
    FROM (
      SELECT id, name, birthday FROM contacts WHERE customer_id = c.id AND birthday IS NOT NULL
        AND (left_on IS NULL OR left_on > (:now::timestamptz AT TIME ZONE 'UTC')::date) ORDER BY id LIMIT ${MOST}
    ) AS known HAVING count(*) > 0`,
  row: { people: json<AllFacts["birthdays"]>() },
  otherwise: [],
  from: ({ people }) => people,
});
