import type { Clock } from "../../domain/clock.ts";
import { sharedAgainAfter } from "../../domain/outreach/shared-again.ts";
import type { AuditStore, Share } from "../../store/database/audit.ts";

export type FindUnseenShareDeps = {
  readonly audit: Pick<AuditStore, "shareAfter">;
  readonly clock: Clock;
};

/** Who shared a card in a channel within the last minute, without whoever is about to share it knowing; null where nobody did. */
export function findUnseenShare(
  { audit, clock }: FindUnseenShareDeps,
  asked: { readonly customerId: number; readonly channelId: string; readonly seenShareAt: Date | null },
): Promise<Share | null> {
  const { customerId, channelId, seenShareAt } = asked;
  return audit.shareAfter(customerId, channelId, sharedAgainAfter(seenShareAt, clock()));
}
