import type { LoyaltyDueStore } from "../../../store/value/loyalty/loyalty-due.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type SettlePointsDeps = LedgerOf<"programmes" | "settle"> &
  WhenDeps & { readonly loyaltyDue: Pick<LoyaltyDueStore, "due" | "settled" | "expiring" | "expired"> };

export type SettledAll =
  | { readonly kind: "no-programme" }
  | {
      readonly kind: "settled";
      /** Looked at: those with changed activities, and those of whose points some were over. */
      readonly customers: number;
      readonly entries: number;
      /** Currencies in which something earned nothing, since the programme has no points for them. */
      readonly withoutPoints: readonly string[];
    };

/** Looked at before their notes are taken off the list; chosen: what is lost by a kill is done again in seconds. */
const CUSTOMERS_AT_A_TIME = 1000;

/**
 * Books what changed activities earned or took back since the last time, and lets go what is over. Broken off, run twice
 * or by two at once, it ends the same.
 */
export async function settlePoints(
  deps: SettlePointsDeps,
  { by }: { readonly by: string },
): Promise<SettledAll> {
  const { loyalty, loyaltyDue } = deps;
  if ((await loyalty.programmes()).length === 0) return { kind: "no-programme" };
  const moment = settlingMoment(deps, by);
  const total = { customers: 0, entries: 0, withoutPoints: new Set<string>() };
  const settle = async (customerIds: readonly number[]) => {
    const { made, withoutPoints } = await loyalty.settle(customerIds, moment);
    total.customers += customerIds.length;
    total.entries += made;
    for (const currency of withoutPoints) total.withoutPoints.add(currency);
  };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const noted = await loyaltyDue.due(after, CUSTOMERS_AT_A_TIME);
    await settle(noted.map(({ customerId }) => customerId));
    await loyaltyDue.settled(
      noted.flatMap(({ ids }) => ids),
      moment.now,
    );
    after = noted.at(-1)?.customerId;
  }
  await settle(await loyaltyDue.expiring(moment.today));
  await loyaltyDue.expired(moment.today);
  const withoutPoints = [...total.withoutPoints].sort();
  return { kind: "settled", customers: total.customers, entries: total.entries, withoutPoints };
}
