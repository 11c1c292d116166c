import type { Member } from "../../domain/customer.ts";
import { steers } from "../../domain/outreach/home.ts";
import type { WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";
import { type AdmitDeps, admit } from "../customers/admit.ts";
import { type ReadSetupDeps, readSetup, type SetupQuestion } from "./read-setup.ts";

export type OfferSetupDeps = AdmitDeps &
  ReadSetupDeps & { readonly workspaceSetup: Pick<WorkspaceSetupStore, "offer"> };

/**
 * Offers the three steps of a new installation, in the direct message, to the first of those who steer who opens the bot:
 * Slack does not say who installed it. Does nothing for anybody else, or a second time.
 */
export async function offerSetup(
  deps: OfferSetupDeps,
  { memberId, ...asked }: SetupQuestion & { readonly memberId: string },
): Promise<{ readonly offered: boolean }> {
  if (!(await isToBeOffered(deps))) return { offered: false };
  const visitor = await admit(deps, memberId);
  if (visitor.account !== "member" || !steers(visitor)) return { offered: false };
  const offered = await offerTo(deps, visitor, asked);
  return { offered };
}

/** Asked each time somebody opens the bot: one row says no for years. */
async function isToBeOffered({ workspaceSetup }: OfferSetupDeps): Promise<boolean> {
  const kept = await workspaceSetup.read();
  return kept !== null && kept.postingSince === null && kept.offeredTo === null && kept.declinedBy === null;
}

async function offerTo(deps: OfferSetupDeps, to: Member, asked: SetupQuestion): Promise<boolean> {
  const now = deps.clock();
  const state = await readSetup({ ...deps, clock: () => now }, asked);
  const message = { kind: "setup", state, createdAt: now.toISOString() } as const;
  const recipient = to.slackUserId;
  const entry = { key: `setup:${recipient}`, recipient, message, createdAt: now };
  return deps.workspaceSetup.offer(recipient, entry, now);
}
