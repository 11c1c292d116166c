import type { Clock } from "../domain/clock.ts";
import type { Log } from "../log.ts";
import type { OutboxStore } from "../store/messages/outbox.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";

/** What a process that ended leaves is taken over after this. Chosen by the product: four renewals, so that one may be late. */
const CLAIM_MS = 20_000;
const RENEW_MS = 5_000;

/** Until when a message is claimed that is worked on at this moment. */
export const claimEnd = (now: Date): Date => new Date(now.getTime() + CLAIM_MS);

export type KeepClaimDeps = {
  readonly outbox: Pick<OutboxStore, "renew">;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
};

/** Renews a claim for as long as its message is worked on. @returns what ends that */
export function keepClaim({ outbox, clock, log }: KeepClaimDeps, claim: ClaimedMessage): () => void {
  const renew = () =>
    outbox.renew(claim, claimEnd(clock())).catch((error: unknown) => {
      log.warn({ key: claim.key, err: error }, "could not renew the claim of a message");
    });
  const timer = setInterval(renew, RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
}
