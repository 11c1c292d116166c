import type { RunningSnooze } from "../../store/customers/snoozes.ts";
import { ownersNote, type SnoozeCustomerDeps } from "./snooze-customer.ts";

export type EndSnoozeDeps = SnoozeCustomerDeps;

export type SnoozeEnded =
  | { readonly kind: "ended" }
  /** No snooze runs: it ran out, or somebody was faster. */
  | { readonly kind: "not-snoozed" }
  /** Somebody else snoozed the customer since the button was shown; that one stands. */
  | { readonly kind: "meanwhile"; readonly snooze: RunningSnooze }
  | { readonly kind: "gone" };

/** Ends a snooze before its day. The owner is told where somebody else does it. */
export async function endSnooze(
  deps: EndSnoozeDeps,
  request: {
    readonly customerId: number;
    readonly memberId: string;
    /** When the button or the form was shown. */
    readonly seenAt: Date | null;
  },
): Promise<SnoozeEnded> {
  const { customerId, memberId, seenAt } = request;
  const at = deps.clock();
  const facts = (await deps.facts.read(["owner"], [customerId], at)).get(customerId);
  if (facts === undefined) return { kind: "gone" };
  const note = ownersNote(facts, { by: memberId, at, untilDay: null });
  if (await deps.snoozeNotes.end({ customerId, by: memberId, at, seenAt }, note)) return { kind: "ended" };
  const snooze = await deps.snoozes.running(customerId, at);
  return snooze === null ? { kind: "not-snoozed" } : { kind: "meanwhile", snooze };
}
