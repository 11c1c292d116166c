import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { mayAllowAgain, type QuietEntry } from "../../domain/outreach/do-not-disturb.ts";
import type { DoNotDisturbStore } from "../../store/outreach/do-not-disturb.ts";

export type DecideDoNotDisturbDeps = {
  readonly doNotDisturb: Pick<DoNotDisturbStore, "find" | "decide">;
  readonly clock: Clock;
};

export type DoNotDisturbDecided =
  | { readonly kind: "decided"; readonly entry: QuietEntry }
  /** Somebody was faster. */
  | { readonly kind: "decided-before" }
  /** It is for managers, or for whoever asked for quiet. */
  | { readonly kind: "not-yours" };

/** Allows contact again, or keeps quiet as the comparison suggests. */
export async function decideDoNotDisturb(
  deps: DecideDoNotDisturbDeps,
  request: { readonly id: number; readonly status: "quiet" | "allowed"; readonly member: Member },
): Promise<DoNotDisturbDecided> {
  const { id, status, member } = request;
  const entry = await deps.doNotDisturb.find(id);
  if (entry === null) return { kind: "decided-before" };
  if (!mayAllowAgain(member, entry)) return { kind: "not-yours" };
  const decided = { id, status, by: member.slackUserId, at: deps.clock() };
  return (await deps.doNotDisturb.decide(decided)) ? { kind: "decided", entry } : { kind: "decided-before" };
}
