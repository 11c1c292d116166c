import type { Day } from "../../domain/calendar.ts";
import type { Turn, Turned } from "../../domain/customers/won-and-lost.ts";
import { customerSpans } from "../../domain/figures/customer-days.ts";
import { turnWithin } from "../../domain/figures/turn-within.ts";
import { arrayOf, int4, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { customerHistoriesStore, type HistoryDays } from "./customer-histories.ts";

export type WonAndLostStore = ReturnType<typeof wonAndLostStore>;

/** `on`: their last day as a customer where they ended or lapsed, else their first. */
export type FoundTurn = Turned & { readonly source: string; readonly on: Day };

/** Who became a customer, or stopped being one, in a period; see `Turn`. */
export function wonAndLostStore(database: Pick<Database, "pool">) {
  const histories = customerHistoriesStore(database);
  return {
    /** In the order of their ids. */
    async within(days: HistoryDays): Promise<FoundTurn[]> {
      const turned = new Map<number, { readonly turn: Turn; readonly on: Day }>();
      await histories.over(days, (history) => {
        const turn = turnWithin(history, customerSpans(history), days);
        if (turn !== null) turned.set(history.customerId, turn);
      });
      const rows = await NAMED.all(database.pool, { ids: [...turned.keys()] });
      return rows.flatMap((row) => {
        const turn = turned.get(row.customerId);
        return turn === undefined ? [] : [{ ...row, ...turn }];
      });
    },

    /**
     * How many ended on a stated day in each of several periods of one zone, as `within` says of each; by one reading of
     * everybody.
     * @param periods not empty
     */
    async endedInEach(periods: readonly HistoryDays[]): Promise<number[]> {
      const [first] = periods;
      if (first === undefined) return [];
      const fromDay = periods.reduce(
        (least, one) => (one.fromDay < least ? one.fromDay : least),
        first.fromDay,
      );
      const toDay = periods.reduce((most, one) => (one.toDay > most ? one.toDay : most), first.toDay);
      const ended = periods.map(() => 0);
      await histories.over({ fromDay, toDay, timeZone: first.timeZone }, (history) => {
        const spans = customerSpans(history);
        for (const [place, days] of periods.entries())
          if (turnWithin(history, spans, days)?.turn === "ended") ended[place] = (ended[place] ?? 0) + 1;
      });
      return ended;
    },
  };
}

const NAMED = statement({
  name: "figures/won-and-lost: names",
  sql: `SELECT id AS "customerId", name, source FROM customers WHERE id = ANY (:ids::int[]) ORDER BY id`,
  parameters: { ids: arrayOf(int4) },
  row: { customerId: int4, name: text, source: text },
});
