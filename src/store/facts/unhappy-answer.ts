import { OPEN_LOOP_ROW, openLoopsSql } from "../outreach/feedback-loops.ts";
import { factReader } from "./fact-reader.ts";

/** The oldest unhappy answer by a link after which nobody has reached them. */
export const unhappyAnswer = factReader({
  key: "unhappyAnswer",
  sql: `${openLoopsSql} AND f.customer_id = c.id ORDER BY f.at, f.id LIMIT 1`,
  row: OPEN_LOOP_ROW,
  otherwise: null,
  from: ({ at, ...answer }) => ({ ...answer, at: new Date(at) }),
});
