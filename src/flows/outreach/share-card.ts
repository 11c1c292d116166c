import type { Place } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import { sharedAgainAfter } from "../../domain/outreach/shared-again.ts";
import type { AuditStore, Share } from "../../store/database/audit.ts";
import { type KeepSuggestionDeps, keepSuggestion } from "./keep-suggestion.ts";
import { type LoadCustomerCardDeps, type LoadedCard, loadCustomerCard } from "./load-customer-card.ts";

export type ShareCardDeps = LoadCustomerCardDeps &
  KeepSuggestionDeps & { readonly audit: Pick<AuditStore, "noteShare"> };

/**
 * The card as everyone in a channel may see it, with a note of who showed it there; once within a minute, unless whoever shares it
 * has seen that it was.
 */
export async function shareCard(
  deps: ShareCardDeps,
  request: {
    readonly customerId: number;
    readonly sharer: Member;
    readonly channelId: string;
    readonly place: Place;
    /** The newest share there that the sharer was told of; null: none. */
    readonly seenShareAt: Date | null;
  },
): Promise<LoadedCard | { readonly kind: "shared-before"; readonly share: Share }> {
  const { customerId, sharer, channelId, place, seenShareAt } = request;
  const loaded = await loadCustomerCard(deps, { customerId, member: sharer, audience: "everyone", place });
  if (loaded.kind === "gone") return loaded;
  const at = loaded.shownAt;
  const share = await deps.audit.noteShare(
    {
      ...{ at, customerId, channelId, actor: sharer.slackUserId },
      ...{ action: "card.shared", details: { channelId, place } },
    },
    sharedAgainAfter(seenShareAt, at),
  );
  if (share !== null) return { kind: "shared-before", share };
  await keepSuggestion(deps, loaded);
  return loaded;
}
