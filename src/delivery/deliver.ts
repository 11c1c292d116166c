import type { Clock } from "../domain/clock.ts";
import type { FailedMessage, Message } from "../domain/messages/messages.ts";
import type { NudgeAnswer } from "../domain/outreach/nudge-answer.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { Log } from "../log.ts";
import type { DrawingStore, NewDrawing } from "../store/messages/drawings.ts";
import type { ClaimedMessage, OutboxStore } from "../store/messages/outbox.ts";
import type { SuggestionStore } from "../store/outreach/suggestions.ts";
import { localeOf } from "../words/locale.ts";
import { audienceRefusal, type PostAsked, type WhyNotPost } from "./audience.ts";
import { bodyOf } from "./drawing.ts";
import { inLog } from "./in-log.ts";
import type { Poster, Refusal } from "./poster.ts";
import { type PostingGate, tokenRetryAt } from "./posting-gate.ts";
import { type Rendered, render } from "./render.ts";
import { MOST_ATTEMPTS, retryDelaySeconds } from "./retry.ts";
import { templateVersion } from "./template-version.ts";

export type DeliverDeps = {
  readonly outbox: Pick<
    OutboxStore,
    "claimDue" | "settlePosted" | "settleFailed" | "postpone" | "postponeUnknown"
  >;
  readonly suggestions: Pick<SuggestionStore, "answersIn">;
  readonly drawings: Pick<DrawingStore, "keep" | "arrived" | "found" | "drop">;
  readonly poster: Poster;
  /** Asked just before each post: who reads there may have changed since the message was decided. */
  readonly whyNotPost: WhyNotPost;
  /** Until when a recipient wants no such message; null: at once. Left out: nobody waits. */
  readonly quietUntil?: (post: PostAsked) => Promise<Date | null>;
  /** Tells the operators of a message that failed for good. */
  readonly alert?: (failed: FailedMessage) => Promise<unknown>;
  /** Shut while Slack does not take the token. Left out: every message is tried by itself. */
  readonly gate?: PostingGate;
  readonly clock: Clock;
  readonly log: Log;
};

/** What became of a claimed message in one attempt. */
export type Delivery = "posted" | "found" | "failed" | "postponed" | "claim-lost";
export type DeliveryRound = Partial<Record<Delivery, number>>;

/** Longer than opening, looking through the history and posting may take together. */
const CLAIM_MS = 5 * 60_000;
/** Posted side by side in one round, each to another recipient. */
const MESSAGES_PER_ROUND = 10;

/**
 * Posts what is due: one message per recipient in a round, so that a channel gets about one post per tick.
 * @returns how many ended how; an empty object when nothing was due
 */
export async function deliverDue(deps: DeliverDeps): Promise<DeliveryRound> {
  const now = deps.clock();
  const limit = deps.gate?.mayTry(now, MESSAGES_PER_ROUND) ?? MESSAGES_PER_ROUND;
  if (limit === 0) return {};
  const claims = await deps.outbox.claimDue(now, new Date(now.getTime() + CLAIM_MS), limit);
  const deliveries = await Promise.all(claims.map((claim) => deliver(deps, claim)));
  const round: DeliveryRound = {};
  for (const delivery of deliveries) round[delivery] = (round[delivery] ?? 0) + 1;
  return round;
}

async function deliver(deps: DeliverDeps, claim: ClaimedMessage): Promise<Delivery> {
  const { poster } = deps;
  if (claim.thread?.ts === null) return failQuietly(deps, claim, phrase("undelivered.no-thread"));
  const drawn = await tryRender(deps, claim);
  if (drawn instanceof Error)
    return fail(deps, claim, phrase("undelivered.unrenderable", { error: drawn.message }));
  // What may be posted already is looked for first, whatever the hour.
  const asked = { kind: claim.message.kind, recipient: claim.recipient };
  const quietUntil = claim.maybePosted ? null : ((await deps.quietUntil?.(asked)) ?? null);
  if (quietUntil !== null) return hold(deps, claim, quietUntil);
  const opened = await poster.open(claim.recipient);
  if (opened.kind !== "open") return giveBack(deps, claim, opened);
  deps.gate?.tokenTaken();
  const { channelId } = opened;
  const search = await lookFor(deps, claim, channelId);
  if (search.kind === "found") return settleFound(deps, claim, { channelId, ts: search.ts });
  if (search.kind !== "absent") return giveBack(deps, claim, search);
  const because = await deps.whyNotPost(asked);
  if (because !== null) return giveBack(deps, claim, audienceRefusal(because));
  return post(deps, claim, drawn, channelId);
}

/** In Slack, where it may be posted already; without asking where it surely is not. */
async function lookFor(
  { poster }: DeliverDeps,
  { key, createdAt, thread, maybePosted, unrecorded }: ClaimedMessage,
  channelId: string,
): ReturnType<Poster["find"]> {
  const threadTs = thread?.ts ?? null;
  if (unrecorded) {
    const { from, until } = unrecorded;
    const search = await poster.find(channelId, key, from, threadTs, until);
    if (search.kind !== "absent") return search;
  }
  return maybePosted ? poster.find(channelId, key, createdAt, threadTs) : { kind: "absent" };
}

/** The drawing is kept before it goes out: what a lost answer or a crash leaves in Slack can then be told, too. */
async function post(
  deps: DeliverDeps,
  claim: ClaimedMessage,
  drawn: Drawn,
  channelId: string,
): Promise<Delivery> {
  const { poster, drawings, clock } = deps;
  const { rendered } = drawn;
  const id = await drawings.keep(newDrawing(claim, drawn, "post", clock()));
  const threadTs = claim.thread?.ts ?? null;
  const posted = await poster.post({ ...rendered, channelId, key: claim.key, threadTs });
  if (posted.kind === "posted") {
    await drawings.arrived(id, clock(), posted.instead ? bodyOf(posted.instead) : null);
    return settle(deps, claim, { channelId, ts: posted.ts }, "posted");
  }
  if (posted.kind !== "unknown") await drawings.drop(id);
  return giveBack(deps, posted.kind === "unknown" ? claim : { ...claim, maybePosted: false }, posted);
}

/** What became of it since it was posted may not be in it. */
async function settleFound(
  deps: DeliverDeps,
  claim: ClaimedMessage,
  place: { channelId: string; ts: string },
): Promise<Delivery> {
  await deps.drawings.found(claim.key, deps.clock());
  return settle(deps, { ...claim, revision: -1 }, place, "found");
}

/** A message as Slack takes it, with what had become of it when it was drawn. */
export type Drawn = { readonly rendered: Rendered; readonly answers: readonly NudgeAnswer[] };

/** Under whose key the answers stand that a message shows; null: it shows none. */
function answersShown(key: string, message: Message): string | null {
  if (message.kind === "escalation") return message.nudgeKey;
  return message.kind === "nudge" || message.kind === "channel-nudge" ? key : null;
}

/** With what became of it by now, which is read after the claim: at least as new as the claim's revision. */
export async function tryRender(
  { suggestions }: Pick<DeliverDeps, "suggestions">,
  { key, message, locale }: Pick<ClaimedMessage, "key" | "message" | "locale">,
): Promise<Drawn | Error> {
  const shows = answersShown(key, message);
  const answers = shows === null ? [] : await suggestions.answersIn(shows);
  try {
    return { rendered: render(message, localeOf(locale), answers), answers };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A drawing as it is kept, of the moment before it goes out. */
export function newDrawing(
  { key, revision, locale }: Pick<ClaimedMessage, "key" | "revision" | "locale">,
  { rendered, answers }: Drawn,
  purpose: NewDrawing["purpose"],
  drawnAt: Date,
): NewDrawing {
  const version = templateVersion();
  return { key, purpose, revision, locale, answers, templateVersion: version, ...bodyOf(rendered), drawnAt };
}

async function settle(
  { outbox, clock, log }: DeliverDeps,
  claim: ClaimedMessage,
  place: { channelId: string; ts: string },
  how: "posted" | "found",
): Promise<Delivery> {
  const kept = await outbox.settlePosted(claim, place, clock());
  log.info({ key: claim.key, attempt: claim.attempt, ...place, kept }, `message ${how}`);
  return kept ? how : "claim-lost";
}

/** Keeps a message until its recipient's quiet hours are over; its receipt says so. */
async function hold({ outbox, log }: DeliverDeps, claim: ClaimedMessage, until: Date): Promise<Delivery> {
  const because = phrase("undelivered.quiet-hours", { until: until.toISOString() });
  const kept = await outbox.postpone(uncounted(claim), because, until);
  log.info({ key: claim.key, attempt: claim.attempt, until }, "message waits for the end of quiet hours");
  return kept ? "postponed" : "claim-lost";
}

/** Who is told to wait is in no trouble, however often it is told. */
const uncounted = (claim: ClaimedMessage): ClaimedMessage => ({ ...claim, uncounted: claim.uncounted + 1 });

/** After no success: for good, or until another attempt. */
async function giveBack(deps: DeliverDeps, claim: ClaimedMessage, refusal: Refusal): Promise<Delivery> {
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
  const until = new Date(clock().getTime() + (waitSeconds ?? retryDelaySeconds(attempts)) * 1000);
  const again = waitSeconds === null ? claim : uncounted(claim);
  const kept = await (mayBePosted ? outbox.postponeUnknown : outbox.postpone)(again, refusal.error, until);
  log.warn(
    { key: claim.key, attempt: claim.attempt, error: inLog(refusal.error), until, mayBePosted },
    "message postponed",
  );
  return kept ? "postponed" : "claim-lost";
}

/** Slack does not take the token: nothing is posted for a while, and every message stays. The gate says so, once. */
async function stop(deps: DeliverDeps, claim: ClaimedMessage, because: Phrase): Promise<Delivery> {
  const { outbox, gate, clock } = deps;
  const now = clock();
  gate?.tokenRefused(because, now);
  const giveBackTo = claim.maybePosted ? outbox.postponeUnknown : outbox.postpone;
  return (await giveBackTo(uncounted(claim), because, tokenRetryAt(now))) ? "postponed" : "claim-lost";
}

async function fail(deps: DeliverDeps, claim: ClaimedMessage, error: Phrase): Promise<Delivery> {
  const { outbox, clock, log } = deps;
  const because = claim.maybePosted ? phrase("undelivered.maybe-posted", { error }) : error;
  const kept = await outbox.settleFailed(claim, because, clock());
  log.error({ key: claim.key, attempt: claim.attempt, error: inLog(because), kept }, "message failed");
  if (kept) await raiseAlert(deps, claim, error);
  return kept ? "failed" : "claim-lost";
}

/** Of what hung on a message that failed, and was told of with it. */
async function failQuietly({ outbox, clock, log }: DeliverDeps, claim: ClaimedMessage, because: Phrase) {
  const kept = await outbox.settleFailed(claim, because, clock());
  log.warn({ key: claim.key, error: inLog(because), kept }, "message failed");
  return kept ? "failed" : "claim-lost";
}

/** An alert that cannot be kept stands in the log, as the failure itself does. */
async function raiseAlert(
  { alert, log }: DeliverDeps,
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
