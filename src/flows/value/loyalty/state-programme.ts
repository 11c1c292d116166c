import type { Day } from "../../../domain/calendar.ts";
import type { LoyaltyProgramme, StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type StateProgrammeDeps = LedgerOf<"programmes" | "state"> & WhenDeps;

export type StatedProgrammeResult =
  | { readonly kind: "stated"; readonly programme: StatedProgramme }
  /** What was earned stays as it is: only the first programme may begin in the past. */
  | { readonly kind: "in-the-past"; readonly today: Day };

/** States the rules of the loyalty programme from a day on; today where none is named. */
export async function stateProgramme(
  deps: StateProgrammeDeps,
  { rules, from, by }: { readonly rules: LoyaltyProgramme; readonly from: Day | null; readonly by: string },
): Promise<StatedProgrammeResult> {
  const { now: at, today } = settlingMoment(deps, by);
  const validFrom = from ?? today;
  if (validFrom < today && (await deps.loyalty.programmes()).length > 0)
    return { kind: "in-the-past", today };
  return { kind: "stated", programme: await deps.loyalty.state(rules, validFrom, { by, at }) };
}
