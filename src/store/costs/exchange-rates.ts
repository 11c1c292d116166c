import { type LedgerRefusal, mayState } from "../../domain/costs/closing.ts";
import { type ExchangeRate, rateInForce } from "../../domain/exchange-rates.ts";
import { noteIn } from "../database/audit.ts";
import { date, numeric, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { readExchangeRates } from "../exchange-rates.ts";
import { keepLedgerOpen, readClosedThrough } from "./ledger-lock.ts";

export type ExchangeRateStore = ReturnType<typeof exchangeRateStore>;

export type StatedRate =
  | { readonly kind: "stated"; readonly rate: ExchangeRate; readonly before: string | null }
  | { readonly kind: "unchanged"; readonly rate: ExchangeRate }
  | LedgerRefusal<"closed-period">;

/** The rates the team states; none is ever fetched or assumed. */
export function exchangeRateStore(database: Database) {
  return {
    /** States a rate from a day on, in place of one of the same day. */
    state: (rate: ExchangeRate, change: { readonly by: string; readonly at: Date }): Promise<StatedRate> =>
      inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const { fromCurrency, toCurrency, day } = rate;
        const known = await readExchangeRates(client);
        const before = known.find(
          (other) =>
            other.fromCurrency === fromCurrency && other.toCurrency === toCurrency && other.day === day,
        );
        if (before?.rate === rate.rate) return { kind: "unchanged", rate };
        const inForce = rateInForce(known, fromCurrency, toCurrency, day) !== null;
        const verdict = mayState(day, inForce, await readClosedThrough(client));
        if (verdict.kind === "refused") return verdict;
        await STATE.run(client, { ...rate, ...change });
        const details = { ...rate, before: before?.rate ?? null };
        const event = { at: change.at, actor: change.by, customerId: null };
        await noteIn(client, { ...event, action: "rate.stated", details });
        return { kind: "stated", rate, before: before?.rate ?? null };
      }),

    /** Every rate, by pair and day. */
    all: (): Promise<ExchangeRate[]> => readExchangeRates(database.pool),
  };
}

const STATE = statement({
  name: "costs/exchange-rates: state",
  sql: `
  INSERT INTO exchange_rates (from_currency, to_currency, day, rate, set_by, set_at) 
  VALUES (:fromCurrency, :toCurrency, :day, :rate, :by, :at)
  ON CONFLICT (from_currency, to_currency, day) DO UPDATE
    SET rate = excluded.rate, set_by = excluded.set_by, set_at = excluded.set_at`,
  parameters: { fromCurrency: text, toCurrency: text, day: date, rate: numeric, by: text, at: timestamptz },
});
