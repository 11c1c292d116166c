import type { Clock } from "../../domain/clock.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";

export type SetPostingDeps = {
  readonly workspaceSetup: Pick<WorkspaceSetupStore, "setPosting">;
  readonly dataSpan: Pick<DataSpanStore, "read">;
  readonly clock: Clock;
};

/**
 * Starts or stops what the bot says unasked, on behalf of a member who may. Nothing starts without customers: there would be
 * nothing to say. "unchanged": it was so already.
 */
export async function setPosting(
  { workspaceSetup, dataSpan, clock }: SetPostingDeps,
  { on, memberId }: { readonly on: boolean; readonly memberId: string },
): Promise<{ readonly kind: "set" | "unchanged" | "no-customers" }> {
  if (on && (await dataSpan.read()).customers === 0) return { kind: "no-customers" };
  const isSet = await workspaceSetup.setPosting(on, memberId, clock());
  return { kind: isSet ? "set" : "unchanged" };
}
