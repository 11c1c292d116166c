import type { Member } from "../../domain/customer.ts";
import type { AuditStore } from "../../store/database/audit.ts";
import type { Workspace } from "../workspace.ts";
import { type KeepSuggestionDeps, keepSuggestion } from "./keep-suggestion.ts";
import { type LoadCustomerCardDeps, type LoadedCard, loadCustomerCard } from "./load-customer-card.ts";

export type ShareCardDeps = LoadCustomerCardDeps &
  KeepSuggestionDeps & {
    readonly workspace: Pick<Workspace, "channel">;
    readonly audit: Pick<AuditStore, "note">;
  };

/**
 * The card as everyone in a channel may see it: no more than the sharer sees, and no money where the channel is
 * shared with another organisation, or where nobody can tell.
 */
export async function shareCard(
  deps: ShareCardDeps,
  request: {
    readonly customerId: number;
    readonly sharer: Member;
    readonly channelId: string;
    /** The card is in the channel already and is brought up to date: that is no second sharing. */
    readonly isUpdate?: boolean;
  },
): Promise<LoadedCard> {
  const { customerId, sharer, channelId } = request;
  const channel = await deps.workspace.channel(channelId);
  const place = channel?.shared === false ? "channel" : "shared-channel";
  const loaded = await loadCustomerCard(deps, { customerId, reader: sharer, place });
  if (loaded.kind === "gone") return loaded;
  await keepSuggestion(deps, loaded);
  if (request.isUpdate) return loaded;
  await deps.audit.note({
    at: loaded.shownAt,
    actor: sharer.slackUserId,
    action: "card.shared",
    customerId,
    details: { channelId, place },
  });
  return loaded;
}
