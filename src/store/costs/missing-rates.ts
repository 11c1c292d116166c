import type { Day } from "../../domain/calendar.ts";
import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import { MissingRateError } from "../../domain/exchange-rates.ts";

type RateMissing = Extract<CostNote, { kind: "rate-missing" }>;

export type MissingRates = ReturnType<typeof missingRates>;

/** What a report leaves out for want of rates to its currency: gathered while its parts are read, told at its end. */
export function missingRates(currency: string) {
  const found = new Map<string, RateMissing>();
  return {
    /** @param minor in the currency without a rate; null where nobody added it up */
    add(what: RateMissing["what"], from: string, day: Day, minor: number | null): void {
      const key = `${what} ${from}`;
      const known = found.get(key);
      const sum = minor === null ? null : minor + (known?.minor ?? 0);
      const first = known && known.day < day ? known.day : day;
      found.set(key, { kind: "rate-missing", what, from, to: currency, day: first, minor: sum });
    },

    notes: (): RateMissing[] => [...found.values()],

    /** For whom part of a sum is no answer. @throws MissingRateError */
    refuse(): void {
      for (const { from, to, day } of found.values()) throw new MissingRateError(from, to, day);
    },
  };
}
