import { type Day, localTime, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { passesRenewal } from "../../domain/customers/snooze.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import type { RunningSnooze, SnoozeStore } from "../../store/customers/snoozes.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { NewOutboxMessage } from "../../store/messages/outbox.ts";
import type { SnoozeNoteStore } from "../../store/messages/snooze-notes.ts";

export type SnoozeCustomerDeps = {
  readonly facts: FactStore;
  readonly snoozes: SnoozeStore;
  readonly snoozeNotes: SnoozeNoteStore;
  readonly clock: Clock;
};

export type SnoozeResult =
  | {
      readonly kind: "snoozed";
      readonly until: Date;
      /** The renewal it sleeps through; null where there is none. */
      readonly passesRenewalOn: Day | null;
    }
  | { readonly kind: "past" }
  /** Somebody else snoozed the customer since the form was opened; that one stands. */
  | { readonly kind: "meanwhile"; readonly snooze: RunningSnooze }
  | { readonly kind: "gone" };

/**
 * No suggestions about a customer until a day begins, in the member's own time zone. The owner is told where somebody
 * else does it.
 */
export async function snoozeCustomer(
  deps: SnoozeCustomerDeps,
  request: {
    readonly customerId: number;
    readonly memberId: string;
    readonly untilDay: Day;
    readonly timeZone: string;
    /** When the form was opened, which says what is snoozed; null: from before forms said so. */
    readonly seenAt: Date | null;
  },
): Promise<SnoozeResult> {
  const { memberId, untilDay, timeZone, seenAt } = request;
  const at = deps.clock();
  const until = startOfDay(untilDay, timeZone);
  if (until <= at) return { kind: "past" };
  const facts = (await deps.facts.read(["owner"], [request.customerId], at)).get(request.customerId);
  if (facts === undefined) return { kind: "gone" };
  const { id: customerId } = facts.customer;
  const snooze = { customerId, until, by: memberId, at, seenAt };
  if (await deps.snoozeNotes.snooze(snooze, ownersNote(facts, { by: memberId, at, untilDay }))) {
    const { renewsOn } = facts.customer;
    const passes = passesRenewal(untilDay, renewsOn, localTime(at, timeZone).day);
    return { kind: "snoozed", until, passesRenewalOn: passes ? renewsOn : null };
  }
  const running = await deps.snoozes.running(customerId, at);
  return running === null ? { kind: "gone" } : { kind: "meanwhile", snooze: running };
}

/** What the owner is told of another's deed; null where they did it themselves, or nobody is there to be told. */
export function ownersNote(
  { customer, owner }: Facts<"owner">,
  { by, at, untilDay }: { readonly by: string; readonly at: Date; readonly untilDay: Day | null },
): NewOutboxMessage | null {
  if (owner === null || owner.account !== "member" || owner.slackUserId === by) return null;
  return {
    key: `snooze:${customer.id}:${by}:${at.toISOString()}`,
    recipient: owner.slackUserId,
    message: {
      kind: "snooze-note",
      customerId: customer.id,
      name: customer.name,
      by,
      at: at.toISOString(),
      untilDay,
    },
    createdAt: at,
  };
}
