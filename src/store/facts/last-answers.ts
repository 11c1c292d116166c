import type { Rating } from "../../domain/outreach/break-through.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The last of each kind in 60 days: no playbook looks further back. */
export const lastAnswers = factReader({
  key: "lastAnswers",
  holders: `
    SELECT customer_id FROM feedback
    WHERE at <= :now::timestamptz AND at > :now::timestamptz - interval '60 days'`,
  sql: `
    SELECT json_agg(json_build_object('kind', kind, 'score', score, 'scaleMax', scale_max, 'at', at) ORDER BY at DESC)
      AS answers
    FROM (
      SELECT DISTINCT ON (kind) kind, score, scale_max, at FROM feedback
      WHERE customer_id = c.id AND at <= :now AND at > :now::timestamptz - interval '60 days'
      ORDER BY kind, at DESC
    ) AS newest HAVING count(*) > 0`,
  row: { answers: json<ReadonlyArray<Omit<Rating, "at"> & { readonly at: string }>>() },
  otherwise: [],
  from: ({ answers }) => answers.map((answer) => ({ ...answer, at: new Date(answer.at) })),
});
