import type { Day } from "../../../domain/calendar.ts";
import type { Money } from "../../../domain/money.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import { liabilityOf, programmeOn, type StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import type { LoyaltyDueStore, OutstandingPoints } from "../../../store/value/loyalty/loyalty-due.ts";
import type { LedgerOf } from "./loyalty-deps.ts";

export type ReadLiabilityDeps = LedgerOf<"programmes"> & {
  readonly loyaltyDue: Pick<LoyaltyDueStore, "outstanding" | "outstandingRows">;
};

export type LoyaltyLiability = {
  readonly day: Day;
  readonly points: number;
  readonly customers: number;
  readonly amount: Money;
  readonly programme: StatedProgramme;
  /** Customers of whom something changed since the points were settled. */
  readonly waiting: number;
  /** What it is made of, most first; empty where nobody asked. */
  readonly rows: readonly OutstandingPoints[];
};

/** What outstanding points of a day are expected to cost; null: there was no programme on that day. */
export async function readLiability(
  { loyalty, loyaltyDue }: ReadLiabilityDeps,
  { day, withRows }: { readonly day: Day; readonly withRows: boolean },
): Promise<LoyaltyLiability | null> {
  const programme = programmeOn(await loyalty.programmes(), day);
  if (programme === null) return null;
  const outstanding = await loyaltyDue.outstanding(day);
  const rows = withRows ? await loyaltyDue.outstandingRows(day) : [];
  return { ...outstanding, day, amount: liabilityOf(outstanding.points, programme), programme, rows };
}

/** "Loyalty points outstanding at the end of 31 Oct 2026: 124,000 …". */
export function liabilityPhrase({ day, points, amount, programme, waiting }: LoyaltyLiability): Phrase {
  return phrase("loyalty.liability", {
    ...{ day: { day }, points, amount, waiting },
    ...{ unit: programme.worth.points, worth: programme.worth.money, share: programme.redeemedPercent },
  });
}
