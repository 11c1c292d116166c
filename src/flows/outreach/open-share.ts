import { type Clock, MS_PER_HOUR } from "../../domain/clock.ts";
import type { AuditStore, Share } from "../../store/database/audit.ts";
import type { FactStore } from "../../store/facts/facts.ts";
import type { Workspace } from "../workspace.ts";

export type OpenShareDeps = {
  readonly facts: FactStore;
  readonly audit: Pick<AuditStore, "lastShare">;
  readonly workspace: Pick<Workspace, "channelMembers">;
  readonly clock: Clock;
};

export type ShareQuestion =
  | {
      readonly kind: "open";
      readonly customerName: string;
      /** Slack id of the member who looks after the customer; null where nobody does. */
      readonly ownerId: string | null;
      /** How many will read it; null where Slack does not say. */
      readonly readers: number | null;
      /** Who showed the card there within the last day. */
      readonly sharedBefore: Share | null;
      readonly now: Date;
    }
  | { readonly kind: "gone" };

const RECENT_MS = 24 * MS_PER_HOUR;

/** What somebody should know before a channel reads a customer's card. */
export async function openShare(
  deps: OpenShareDeps,
  { customerId, channelId }: { readonly customerId: number; readonly channelId: string },
): Promise<ShareQuestion> {
  const now = deps.clock();
  const [known, members, sharedBefore] = await Promise.all([
    deps.facts.read(["owner"], [customerId], now),
    deps.workspace.channelMembers(channelId),
    deps.audit.lastShare(customerId, channelId, new Date(now.getTime() - RECENT_MS)),
  ]);
  const facts = known.get(customerId);
  if (facts === undefined) return { kind: "gone" };
  return {
    kind: "open",
    customerName: facts.customer.name,
    ownerId: facts.owner?.account === "member" ? facts.owner.slackUserId : null,
    // The bot is one of them.
    readers: members === null ? null : Math.max(0, members.length - 1),
    sharedBefore,
    now,
  };
}
