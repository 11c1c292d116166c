import { int8, timestamptz } from "../database/column-kinds.ts";
import { activityFactReader } from "./fact-reader.ts";

/** What counts as one, of an activity: whoever states a fact of purchases goes by this. */
export const BOUGHT = "kind = 'order' AND amount_minor > 0";

/** When they bought: orders with an amount above zero. */
export const purchases = activityFactReader({
  key: "purchases",
  where: BOUGHT,
  columns: {
    days: "count(DISTINCT (at AT TIME ZONE 'UTC')::date)",
    first_at: "min(at)",
    last_at: "max(at)",
  },
  row: { days: int8, first_at: timestamptz, last_at: timestamptz },
  otherwise: null,
  from: ({ days, first_at: firstAt, last_at: lastAt }) => ({
    days,
    firstAt: new Date(firstAt),
    lastAt: new Date(lastAt),
  }),
});
