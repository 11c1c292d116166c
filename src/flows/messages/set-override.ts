import { addDays, type Day, localTime, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { OverrideNoteMessage } from "../../domain/messages/override-messages.ts";
import type { Facts } from "../../domain/outreach/facts.ts";
import {
  LONGEST_OVERRIDE_DAYS,
  type OverrideSays,
  type RunningOverride,
} from "../../domain/outreach/overrides/override.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { NewOutboxMessage } from "../../store/messages/outbox.ts";
import type { OverrideNoteStore } from "../../store/messages/override-notes.ts";
import type { OverrideStore } from "../../store/outreach/overrides.ts";

export type SetOverrideDeps = {
  readonly facts: FactStore;
  readonly overrides: Pick<OverrideStore, "running">;
  readonly overrideNotes: Pick<OverrideNoteStore, "set">;
  readonly clock: Clock;
};

export type OverrideSet =
  | { readonly kind: "set"; readonly says: OverrideSays; readonly until: Date }
  | { readonly kind: "past" }
  | { readonly kind: "too-far" }
  /** Somebody else made a call since the form was opened; that one stands. */
  | { readonly kind: "meanwhile"; readonly override: RunningOverride }
  | { readonly kind: "gone" };

/**
 * A member knows better than the model, until a day begins in their own time zone. The owner is told where somebody else
 * says so.
 */
export async function setOverride(
  deps: SetOverrideDeps,
  request: {
    readonly customerId: number;
    readonly memberId: string;
    readonly says: OverrideSays;
    readonly because: string;
    readonly untilDay: Day;
    readonly timeZone: string;
    /** When the form was opened. */
    readonly seenAt: Date | null;
  },
): Promise<OverrideSet> {
  const { memberId: by, says, because, untilDay, timeZone, seenAt } = request;
  const at = deps.clock();
  const until = startOfDay(untilDay, timeZone);
  if (until <= at) return { kind: "past" };
  if (untilDay > addDays(localTime(at, timeZone).day, LONGEST_OVERRIDE_DAYS)) return { kind: "too-far" };
  const facts = (await deps.facts.read(["owner"], [request.customerId], at)).get(request.customerId);
  if (facts === undefined) return { kind: "gone" };
  const { id: customerId } = facts.customer;
  const note = overrideNote(facts, { by, at, call: { says, because, untilDay } });
  const isSet = await deps.overrideNotes.set({ customerId, says, because, until, by, at, seenAt }, note);
  if (isSet) return { kind: "set", says, until };
  const override = await deps.overrides.running(customerId, at);
  return override === null ? { kind: "gone" } : { kind: "meanwhile", override };
}

/** What the owner is told of another's deed; null where they did it themselves, or nobody is there to be told. */
export function overrideNote(
  { customer, owner }: Facts<"owner">,
  { by, at, call }: { readonly by: string; readonly at: Date; readonly call: OverrideNoteMessage["call"] },
): NewOutboxMessage | null {
  if (owner === null || owner.account !== "member" || owner.slackUserId === by) return null;
  const { id: customerId, name } = customer;
  return {
    key: `override:${customerId}:${by}:${at.toISOString()}`,
    recipient: owner.slackUserId,
    message: { kind: "override-note", customerId, name, by, at: at.toISOString(), call },
    createdAt: at,
  };
}
