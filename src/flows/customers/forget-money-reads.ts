import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { MoneyReadStore } from "../../store/customers/money-reads.ts";

export type ForgetMoneyReadsDeps = {
  readonly moneyReads: Pick<MoneyReadStore, "forgetOld">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Forgets who saw amounts longer ago than is kept. @returns how many rows */
export function forgetMoneyReads({ moneyReads, clock, timeZone }: ForgetMoneyReadsDeps): Promise<number> {
  return moneyReads.forgetOld(localTime(clock(), timeZone).day);
}
