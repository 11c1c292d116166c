import type { Day } from "../calendar.ts";
import type { TouchChannel, TouchOutcome } from "../customer-records.ts";

/** What a program may do for a member once they have confirmed it. */
export type AgentAction =
  | {
      readonly kind: "log-touch";
      readonly channel: TouchChannel;
      readonly outcome: TouchOutcome;
      readonly note: string | null;
      readonly minutesSpent: number;
      /** ISO 8601 in UTC. */
      readonly at: string;
    }
  | { readonly kind: "snooze"; readonly untilDay: Day; readonly timeZone: string };

/** Long enough to read and answer a question, short enough to remember what was asked. Chosen by the product. */
export const CONFIRM_WITHIN_MINUTES = 5;

/** What came of asking for something that was shown before. */
export type TakenAction =
  /** Whoever is told so does it now. */
  | {
      readonly kind: "taken";
      readonly customerId: number;
      readonly action: AgentAction;
      readonly shownAt: Date;
    }
  /** It was done before; nothing is done again. */
  | { readonly kind: "done"; readonly customerId: number; readonly action: AgentAction }
  /** The same call is at work on it. */
  | { readonly kind: "under-way" }
  | { readonly kind: "expired" }
  /** No such thing was shown to this caller. */
  | { readonly kind: "unknown" };

type KeptAction = {
  readonly customerId: number;
  readonly action: AgentAction;
  readonly shownAt: Date;
  readonly doneAt: Date | null;
};

/**
 * What may be done with an action that was shown.
 * @param kept null: none was shown to this caller under that id
 * @param isClaimed whether nobody else is at work on it
 */
export function takenAction(kept: KeptAction | null, isClaimed: boolean, now: Date): TakenAction {
  if (kept === null) return { kind: "unknown" };
  const { customerId, action, shownAt, doneAt } = kept;
  if (doneAt !== null) return { kind: "done", customerId, action };
  if (now.getTime() - shownAt.getTime() > CONFIRM_WITHIN_MINUTES * 60_000) return { kind: "expired" };
  return isClaimed ? { kind: "taken", customerId, action, shownAt } : { kind: "under-way" };
}
