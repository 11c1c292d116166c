import { MENTION_DAYS } from "../../domain/outreach/mentions.ts";
import { nullable, text, timestamptz } from "../database/column-kinds.ts";
import { OPEN_COMPLAINT, urgencySql } from "../outreach/mentions.ts";
import { factReader } from "./fact-reader.ts";

const SINCE = `:now::timestamptz - interval '${MENTION_DAYS} days'`;
const IS_OPEN = OPEN_COMPLAINT.replaceAll(":since::timestamptz", SINCE);

/** The most urgent complaint in public that nobody answered. */
export const openMention = factReader({
  key: "openMention",
  holders: `SELECT m.customer_id FROM mentions m WHERE ${IS_OPEN}`,
  sql: `
    SELECT m.network, m.author, left(m.text, 300) AS text, m.at FROM mentions m
    WHERE m.customer_id = c.id AND ${IS_OPEN}
    ORDER BY ${urgencySql} DESC, m.id LIMIT 1`,
  row: { network: text, author: nullable(text), text, at: timestamptz },
  otherwise: null,
  from: (row) => ({ ...row, at: new Date(row.at) }),
});
