import { arrayOf, timestamptz } from "../database/column-kinds.ts";
import { activityFactReader } from "./fact-reader.ts";

/** The newest two of the last 90 days: no playbook looks further back. */
export const failedPayments = activityFactReader({
  key: "failedPayments",
  where: "kind = 'payment_failed' AND at >= :now::timestamptz - interval '90 days'",
  columns: { moments: "array_agg(at ORDER BY at DESC)" },
  row: { moments: arrayOf(timestamptz) },
  otherwise: [],
  from: ({ moments }) => moments.slice(0, 2).map((at) => new Date(at)),
});
