import type { Place } from "../../domain/access.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { Workspace } from "../workspace.ts";

export type ReadPlaceDeps = {
  readonly members: Pick<MemberStore, "visitorIds">;
  readonly channelSettings: Pick<ChannelSettingStore, "get">;
  readonly workspace: Pick<Workspace, "channel" | "channelMembers">;
};

/**
 * What kind of place a conversation is at this moment, by what Slack says now.
 * @param request `channelId` null: a Home, or a form opened from one. `isPost`: everyone there will read it, so that
 *   guests among them count
 */
export async function readPlace(
  deps: ReadPlaceDeps,
  { channelId, isPost }: { readonly channelId: string | null; readonly isPost: boolean },
): Promise<Place> {
  if (channelId === null || isDirectMessage(channelId)) return "direct";
  const channel = await deps.workspace.channel(channelId);
  if (channel === null) return "unseen";
  if (channel.shared) return "shared";
  const guests = isPost ? await guestsIn(deps, channelId) : "none";
  if (guests !== "none") return guests;
  const setting = await deps.channelSettings.get(channelId);
  return setting?.digest || setting?.costSummary ? "money" : "channel";
}

/** Slack's ids say so; nobody but a person and the bot is in there. */
const isDirectMessage = (channelId: string) => channelId.startsWith("D");

/** Asks Slack who is in the channel only where the workspace has guests at all. */
async function guestsIn(
  { members, workspace }: ReadPlaceDeps,
  channelId: string,
): Promise<"none" | "guests" | "unseen"> {
  const guests = new Set(await members.visitorIds());
  if (guests.size === 0) return "none";
  const inChannel = await workspace.channelMembers(channelId);
  if (inChannel === null) return "unseen";
  return inChannel.some((id) => guests.has(id)) ? "guests" : "none";
}
