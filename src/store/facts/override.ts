import type { OverrideSays } from "../../domain/outreach/overrides/override.ts";
import { nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import { runningOverrideSql } from "../outreach/running-override.ts";
import { factReader } from "./fact-reader.ts";

export const override = factReader({
  key: "override",
  holders: `
    SELECT COALESCE(told.joined_into, told.id) FROM overrides o JOIN customers told ON told.id = o.customer_id
    UNION ALL SELECT customer_id FROM overrides`,
  sql: `
    SELECT o.says, o.because, o.until, o.made_by, o.made_at, m.name FROM overrides o
    LEFT JOIN members m ON m.slack_user_id = o.made_by
    WHERE ${runningOverrideSql("c.id", ":now")} ORDER BY o.made_at DESC, o.id DESC LIMIT 1`,
  row: {
    says: textOf<OverrideSays>(),
    because: text,
    until: timestamptz,
    made_by: text,
    made_at: timestamptz,
    name: nullable(text),
  },
  otherwise: null,
  from: ({ says, because, until, made_by: by, made_at, name: byName }) => ({
    ...{ says, because, by, byName },
    until: new Date(until),
    madeAt: new Date(made_at),
  }),
});
