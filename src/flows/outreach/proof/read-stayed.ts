import { daysAfter } from "../../../domain/clock.ts";
import { groupedBy } from "../../../domain/outreach/proof/grouped-by.ts";
import { WITHIN_DAYS } from "../../../domain/outreach/proof/within-days.ts";
import type { LabelStore } from "../../../store/risk/labels.ts";

/** A customer as of the moment they were nudged or held out. */
export type Dealt = { readonly customerId: number; readonly at: Date };

/** Whether a customer stayed; null: it is not known yet. */
export type Stayed = (dealt: Dealt) => boolean | null;

export type ReadStayedDeps = { readonly labels: LabelStore };

/** Whether it is known by now what became of somebody. */
export const isKnownBy = ({ at }: Dealt, now: Date): boolean => daysAfter(at, WITHIN_DAYS) <= now;

/** Who stayed, of those of whom it is known by now; read by the moment, of which a morning has few. */
export async function readStayed(
  { labels }: ReadStayedDeps,
  dealt: readonly Dealt[],
  now: Date,
): Promise<Stayed> {
  const known = dealt.filter((one) => isKnownBy(one, now));
  const stayed = new Map<string, boolean>();
  for (const [at, own] of groupedBy(known, (one) => one.at.getTime())) {
    const ids = [...new Set(own.map(({ customerId }) => customerId))];
    const churned = await labels.churned(new Date(at), WITHIN_DAYS, Int32Array.from(ids));
    for (const [place, customerId] of ids.entries())
      stayed.set(keyOf({ customerId, at: new Date(at) }), churned[place] !== 1);
  }
  return (one) => stayed.get(keyOf(one)) ?? null;
}

/** One customer at one moment. */
export const keyOf = ({ customerId, at }: Dealt): string => `${customerId} ${at.getTime()}`;
