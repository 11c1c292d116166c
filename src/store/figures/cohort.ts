import { firstDayOfMonth, lastDayOfMonth, type Month } from "../../domain/calendar.ts";
import type { Cohort } from "../../domain/customers/cohort.ts";
import { cohortCount } from "../../domain/figures/cohort-count.ts";
import { customerSpans, customerTurn } from "../../domain/figures/customer-days.ts";
import { type JoinedIn, triangleCount } from "../../domain/figures/retention-triangle.ts";
import type { Database } from "../database/database.ts";
import { customerHistoriesStore, type HistoryDays } from "./customer-histories.ts";

export type CohortStore = ReturnType<typeof cohortStore>;

/** Who was a customer when. */
export function cohortStore(database: Pick<Database, "pool">) {
  const histories = customerHistoriesStore(database);
  return {
    /** The customers of a period, from the close of the day before it to the close of its last day. */
    async cohort(days: HistoryDays): Promise<Cohort> {
      const count = cohortCount();
      await histories.over(days, (history) => count.add(customerTurn(customerSpans(history), days)));
      return count.cohort();
    },

    /** Who joined in each of several months, and stayed. @param months oldest first, without a gap; not empty */
    async triangle(months: readonly Month[], timeZone: string): Promise<readonly JoinedIn[]> {
      const [first, last] = [months[0], months.at(-1)];
      if (first === undefined || last === undefined) return [];
      const count = triangleCount(months);
      const days = { fromDay: firstDayOfMonth(first), toDay: lastDayOfMonth(last), timeZone };
      await histories.over(days, (history) => count.add(customerSpans(history)));
      return count.rows();
    },
  };
}
