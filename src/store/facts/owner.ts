import { ownedBySql } from "../customers/ownership.ts";
import { text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const owner = factReader({
  key: "owner",
  sql: `SELECT m.slack_user_id, m.name FROM members m WHERE ${ownedBySql("c", "m.email")}`,
  row: { slack_user_id: text, name: text },
  otherwise: null,
  from: ({ slack_user_id: slackUserId, name }) => ({ slackUserId, name }),
});
