import type { Clock } from "../../domain/clock.ts";
import type { RunningOverride } from "../../domain/outreach/overrides/override.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { OverrideNoteStore } from "../../store/messages/override-notes.ts";
import type { OverrideStore } from "../../store/outreach/overrides.ts";
import { overrideNote } from "./set-override.ts";

export type TakeBackOverrideDeps = {
  readonly facts: FactStore;
  readonly overrides: Pick<OverrideStore, "running">;
  readonly overrideNotes: Pick<OverrideNoteStore, "takeBack">;
  readonly clock: Clock;
};

export type OverrideTaken =
  | { readonly kind: "taken-back" }
  /** None runs: its time is over, or somebody was faster. */
  | { readonly kind: "none" }
  /** Somebody else made one since the button was shown; that one stands. */
  | { readonly kind: "meanwhile"; readonly override: RunningOverride }
  | { readonly kind: "gone" };

/** Takes a call back before its day: it is not scored. The owner is told where somebody else does it. */
export async function takeBackOverride(
  deps: TakeBackOverrideDeps,
  request: {
    readonly customerId: number;
    readonly memberId: string;
    /** When the button or the form was shown. */
    readonly seenAt: Date | null;
  },
): Promise<OverrideTaken> {
  const { memberId: by, seenAt } = request;
  const at = deps.clock();
  const facts = (await deps.facts.read(["owner"], [request.customerId], at)).get(request.customerId);
  if (facts === undefined) return { kind: "gone" };
  const { id: customerId } = facts.customer;
  const running = await deps.overrides.running(customerId, at);
  if (running === null) return { kind: "none" };
  const note = overrideNote(facts, { by, at, call: null });
  if (await deps.overrideNotes.takeBack({ customerId, by, at, seenAt }, note)) return { kind: "taken-back" };
  const override = await deps.overrides.running(customerId, at);
  return override === null ? { kind: "none" } : { kind: "meanwhile", override };
}
