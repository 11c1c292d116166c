import { text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const snoozedByName = factReader({
  key: "snoozedByName",
  sql: "SELECT m.name FROM members m WHERE m.slack_user_id = c.snoozed_by AND c.snoozed_until > :now",
  row: { name: text },
  otherwise: null,
  from: ({ name }) => name,
});
