import type { Clock } from "../../domain/clock.ts";
import type { WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";

export type DeclineSetupDeps = {
  readonly workspaceSetup: Pick<WorkspaceSetupStore, "decline">;
  readonly clock: Clock;
};

/** Notes that the steps are left for now: they are offered to nobody from then on. "started": posting has begun meanwhile. */
export async function declineSetup(
  { workspaceSetup, clock }: DeclineSetupDeps,
  { memberId }: { readonly memberId: string },
): Promise<{ readonly kind: "declined" | "started" }> {
  const isNoted = await workspaceSetup.decline(memberId, clock());
  return { kind: isNoted ? "declined" : "started" };
}
