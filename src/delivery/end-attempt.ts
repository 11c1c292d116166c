import type { Clock } from "../domain/clock.ts";
import type { FailedMessage } from "../domain/messages/messages.ts";
import { HISTORY_UNREAD } from "../domain/outreach/undelivered.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { Log } from "../log.ts";
import type { OutboxStore } from "../store/messages/outbox.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";
import { holdsUpUntil } from "./hold-up.ts";
import { inLog } from "./in-log.ts";
import type { Refusal } from "./poster.ts";
import { type PostingGate, tokenRetryAt } from "./posting-gate.ts";
import { MOST_ATTEMPTS, retryDelaySeconds } from "./retry.ts";
import { isHeldTooLong, unreadRetryAt } from "./unread-history.ts";

export type EndAttemptDeps = {
  readonly outbox: Pick<OutboxStore, "settlePosted" | "settleFailed" | "postpone" | "postponeUnknown">;
  /** Tells the operators of a message that failed for good. */
  readonly alert?: (failed: FailedMessage) => Promise<unknown>;
  /** Shut while Slack does not take the token. Left out: every message is tried by itself. */
  readonly gate?: PostingGate;
  readonly clock: Clock;
  readonly log: Log;
};

/** What became of a claimed message in one attempt. */
export type Delivery = "posted" | "found" | "failed" | "postponed" | "claim-lost";

/** It stands in Slack. */
export async function settle(
  { outbox, clock, log }: EndAttemptDeps,
  claim: ClaimedMessage,
  place: { channelId: string; ts: string },
  how: "posted" | "found",
): Promise<Delivery> {
  const kept = await outbox.settlePosted(claim, place, clock(), how);
  log.info({ key: claim.key, attempt: claim.attempt, ...place, kept }, `message ${how}`);
  return kept ? how : "claim-lost";
}

/** Keeps a message until its recipient's quiet hours are over; its receipt says so. */
export async function hold(
  { outbox, clock, log }: EndAttemptDeps,
  claim: ClaimedMessage,
  until: Date,
): Promise<Delivery> {
  const because = phrase("undelivered.quiet-hours", { until: until.toISOString() });
  const kept = await outbox.postpone(uncounted(claim), because, until, { at: clock(), holdsUpUntil: null });
  log.info({ key: claim.key, attempt: claim.attempt, until }, "message waits for the end of quiet hours");
  return kept ? "postponed" : "claim-lost";
}

/** Slack may still be storing it: it is looked for once more before it is posted again. */
export async function waitOut({ outbox, clock, log }: EndAttemptDeps, claim: ClaimedMessage, waitMs: number) {
  const now = clock();
  const until = new Date(now.getTime() + waitMs);
  const given = { at: now, holdsUpUntil: holdsUpUntil(claim, now, null) };
  const kept = await outbox.postponeUnknown(
    uncounted(claim),
    phrase("undelivered.not-there-yet"),
    until,
    given,
  );
  log.info({ key: claim.key, attempt: claim.attempt, until }, "message not found: looked for once more");
  return kept ? "postponed" : "claim-lost";
}

/** Who may not look does not post: the message waits until somebody lets us look, or nobody does for days. */
export async function holdUnread(
  deps: EndAttemptDeps,
  claim: ClaimedMessage,
  error: Phrase,
): Promise<Delivery> {
  const { outbox, clock, log } = deps;
  const now = clock();
  if (isHeldTooLong(claim, now)) return fail(deps, claim, error);
  const until = unreadRetryAt(now);
  const because = phrase(HISTORY_UNREAD, { error });
  const given = { at: now, holdsUpUntil: holdsUpUntil(claim, now, null) };
  const kept = await outbox.postponeUnknown(uncounted(claim), because, until, given);
  log.warn({ key: claim.key, attempt: claim.attempt, error: inLog(because), until }, "message held");
  return kept ? "postponed" : "claim-lost";
}

/** Who is told to wait is in no trouble, however often it is told. */
const uncounted = (claim: ClaimedMessage): ClaimedMessage => ({ ...claim, uncounted: claim.uncounted + 1 });

/** After no success: for good, or until another attempt. */
export async function giveBack(
  deps: EndAttemptDeps,
  claim: ClaimedMessage,
  refusal: Refusal,
): Promise<Delivery> {
  const { outbox, clock, log } = deps;
  if (refusal.kind === "refused") return fail(deps, claim, refusal.error);
  if (refusal.kind === "stopped") return stop(deps, claim, refusal.error);
  const waitSeconds = refusal.kind === "later" ? refusal.afterSeconds : null;
  const attempts = claim.attempt - claim.uncounted;
  const mayBePosted = claim.maybePosted || refusal.kind === "unknown";
  if (waitSeconds === null && attempts >= MOST_ATTEMPTS) {
    const gaveUp = phrase("undelivered.gave-up", { error: refusal.error, attempts });
    return fail(deps, { ...claim, maybePosted: mayBePosted }, gaveUp);
  }
  const now = clock();
  const until = new Date(now.getTime() + (waitSeconds ?? retryDelaySeconds(attempts)) * 1000);
  const again = waitSeconds === null ? claim : uncounted(claim);
  const given = { at: now, holdsUpUntil: holdsUpUntil(claim, now, waitSeconds === null ? null : until) };
  const kept = await (mayBePosted ? outbox.postponeUnknown : outbox.postpone)(
    again,
    refusal.error,
    until,
    given,
  );
  log.warn(
    { key: claim.key, attempt: claim.attempt, error: inLog(refusal.error), until, mayBePosted },
    "message postponed",
  );
  return kept ? "postponed" : "claim-lost";
}

/** Slack does not take the token: nothing is posted for a while, and every message stays. The gate says so, once. */
async function stop(deps: EndAttemptDeps, claim: ClaimedMessage, because: Phrase): Promise<Delivery> {
  const { outbox, gate, clock } = deps;
  const now = clock();
  gate?.tokenRefused(because, now);
  const giveBackTo = claim.maybePosted ? outbox.postponeUnknown : outbox.postpone;
  const until = tokenRetryAt(now);
  const given = { at: now, holdsUpUntil: holdsUpUntil(claim, now, until) };
  return (await giveBackTo(uncounted(claim), because, until, given)) ? "postponed" : "claim-lost";
}

/** For good. */
export async function fail(deps: EndAttemptDeps, claim: ClaimedMessage, error: Phrase): Promise<Delivery> {
  const { outbox, clock, log } = deps;
  const because = claim.maybePosted ? phrase("undelivered.maybe-posted", { error }) : error;
  const kept = await outbox.settleFailed(claim, because, clock());
  log.error({ key: claim.key, attempt: claim.attempt, error: inLog(because), kept }, "message failed");
  if (kept) await raiseAlert(deps, claim, error);
  return kept ? "failed" : "claim-lost";
}

/** Of what hung on a message that failed, and was told of with it. */
export async function failQuietly(
  { outbox, clock, log }: EndAttemptDeps,
  claim: ClaimedMessage,
  because: Phrase,
) {
  const kept = await outbox.settleFailed(claim, because, clock());
  log.warn({ key: claim.key, error: inLog(because), kept }, "message failed");
  return kept ? "failed" : "claim-lost";
}

/** An alert that cannot be kept stands in the log, as the failure itself does. */
async function raiseAlert(
  { alert, log }: EndAttemptDeps,
  claim: ClaimedMessage,
  because: Phrase,
): Promise<void> {
  const { key, recipient, message } = claim;
  try {
    await alert?.({ key, kind: message.kind, recipient, because });
  } catch (error) {
    log.error({ key, err: error }, "could not keep an alert about the failed message");
  }
}
