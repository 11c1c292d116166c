import type { WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";

export type IsPostingDeps = { readonly workspaceSetup: Pick<WorkspaceSetupStore, "posts"> };

/** Whether the bot says anything unasked: not in a new installation before somebody has started it. */
export function isPosting({ workspaceSetup }: IsPostingDeps): Promise<boolean> {
  return workspaceSetup.posts();
}
