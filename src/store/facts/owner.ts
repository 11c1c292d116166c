import type { AccountKind } from "../../domain/customer.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { text, textOf } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const owner = factReader({
  key: "owner",
  sql: `
    SELECT c.id AS customer_id, m.slack_user_id, m.name, m.account
    FROM customers c JOIN members m ON ${ownedBySql("c", "m.email")}
    WHERE c.id = ANY (:customerIds::int[])`,
  row: { slack_user_id: text, name: text, account: textOf<AccountKind>() },
  otherwise: null,
  from: ({ slack_user_id: slackUserId, name, account }) => ({ slackUserId, name, account }),
});
