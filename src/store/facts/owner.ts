import type { AccountKind } from "../../domain/customer.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { text, textOf } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** One address belongs to one member; should two have it in other capitals, the one who is there. */
export const owner = factReader({
  key: "owner",
  sql: `
    SELECT m.slack_user_id, m.name, m.account FROM members m WHERE ${ownedBySql("c", "m.email")}
    ORDER BY (m.account = 'member') DESC, m.slack_user_id LIMIT 1`,
  row: { slack_user_id: text, name: text, account: textOf<AccountKind>() },
  otherwise: null,
  from: ({ slack_user_id: slackUserId, name, account }) => ({ slackUserId, name, account }),
});
