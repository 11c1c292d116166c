import { localTime } from "../../../domain/calendar.ts";
import type { Clock } from "../../../domain/clock.ts";
import type { LoyaltyLedger, SettlingMoment } from "../../../store/value/loyalty/loyalty-ledger.ts";

export type LedgerOf<Key extends keyof LoyaltyLedger> = { readonly loyalty: Pick<LoyaltyLedger, Key> };
export type WhenDeps = {
  readonly clock: Clock;
  /** The team's own: whose days points are of. */
  readonly timeZone: string;
};

/** Now, and which day it is where the team is. */
export function settlingMoment({ clock, timeZone }: WhenDeps, by: string): SettlingMoment {
  const now = clock();
  return { now, today: localTime(now, timeZone).day, timeZone, by };
}
