import type { Place } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import type { AuditStore } from "../../store/database/audit.ts";
import { type KeepSuggestionDeps, keepSuggestion } from "./keep-suggestion.ts";
import { type LoadCustomerCardDeps, type LoadedCard, loadCustomerCard } from "./load-customer-card.ts";

export type ShareCardDeps = LoadCustomerCardDeps &
  KeepSuggestionDeps & { readonly audit: Pick<AuditStore, "note"> };

/** The card as everyone in a channel may see it, with a note of who showed it there. */
export async function shareCard(
  deps: ShareCardDeps,
  request: {
    readonly customerId: number;
    readonly sharer: Member;
    readonly channelId: string | null;
    readonly place: Place;
  },
): Promise<LoadedCard> {
  const { customerId, sharer, channelId, place } = request;
  const loaded = await loadCustomerCard(deps, { customerId, member: sharer, audience: "everyone", place });
  if (loaded.kind === "gone") return loaded;
  await keepSuggestion(deps, loaded);
  await deps.audit.note({
    at: loaded.shownAt,
    actor: sharer.slackUserId,
    action: "card.shared",
    customerId,
    details: { channelId, place },
  });
  return loaded;
}
