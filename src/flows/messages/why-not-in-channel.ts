import type { StoppedBecause } from "../../domain/messages/account-channel.ts";
import type { Workspace } from "../workspace.ts";
import { type ReadPlaceDeps, readPlace } from "./read-place.ts";

export type WhyNotInChannelDeps = ReadPlaceDeps & {
  readonly workspace: Pick<Workspace, "channel" | "channelMembers">;
};

/** Why nothing of a customer can be said in a channel, by what Slack says now; null: it can. */
export async function whyNotInChannel(
  deps: WhyNotInChannelDeps,
  channelId: string,
): Promise<StoppedBecause | null> {
  const channel = await deps.workspace.channel(channelId);
  if (channel === null) return "not-in";
  if (channel.shared) return "shared";
  if (channel.archived) return "archived";
  if (!channel.botIsMember) return "not-in";
  const place = await readPlace(deps, { channelId, isPost: true });
  if (place === "shared" || place === "guests") return place;
  return place === "channel" || place === "money" ? null : "not-in";
}
