import type { Message } from "../domain/messages/messages.ts";
import type { NudgeAnswer } from "../domain/outreach/nudge-answer.ts";
import { phrase } from "../domain/phrase.ts";
import type { DrawingStore, NewDrawing } from "../store/messages/drawings.ts";
import type { OutboxStore } from "../store/messages/outbox.ts";
import type { ClaimedMessage } from "../store/messages/outbox-claims.ts";
import type { SuggestionStore } from "../store/outreach/suggestions.ts";
import { localeOf } from "../words/locale.ts";
import { audienceRefusal, type PostAsked, type WhyNotPost } from "./audience.ts";
import { bodyOf } from "./drawing.ts";
import {
  type Delivery,
  type EndAttemptDeps,
  fail,
  failQuietly,
  giveBack,
  hold,
  holdUnread,
  settle,
  waitOut,
} from "./end-attempt.ts";
import { claimEnd, keepClaim } from "./keep-claim.ts";
import type { Poster } from "./poster.ts";
import { type Rendered, render } from "./render.ts";
import { lookFrom, repostWaitMs } from "./repost.ts";
import { templateVersion } from "./template-version.ts";
import { isHistoryUnread } from "./unread-history.ts";

export type DeliverDeps = EndAttemptDeps & {
  readonly outbox: Pick<OutboxStore, "claimDue" | "renew" | "begin">;
  readonly suggestions: Pick<SuggestionStore, "answersIn">;
  readonly drawings: Pick<DrawingStore, "keep" | "arrived" | "found" | "drop">;
  readonly poster: Poster;
  /** Asked just before each post: who reads there may have changed since the message was decided. */
  readonly whyNotPost: WhyNotPost;
  /** Until when a recipient wants no such message; null: at once. Left out: nobody waits. */
  readonly quietUntil?: (post: PostAsked) => Promise<Date | null>;
};

export type DeliveryRound = Partial<Record<Delivery, number>>;

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
  const claims = await deps.outbox.claimDue(now, claimEnd(now), limit);
  const deliveries = await Promise.all(claims.map((claim) => deliver(deps, claim)));
  const round: DeliveryRound = {};
  for (const delivery of deliveries) round[delivery] = (round[delivery] ?? 0) + 1;
  return round;
}

async function deliver(deps: DeliverDeps, claim: ClaimedMessage): Promise<Delivery> {
  const stopRenewing = keepClaim(deps, claim);
  try {
    return await attempt(deps, claim);
  } finally {
    stopRenewing();
  }
}

async function attempt(deps: DeliverDeps, claim: ClaimedMessage): Promise<Delivery> {
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
  const ended = await lookFor(deps, claim, channelId);
  if (ended !== null) return ended;
  const because = await deps.whyNotPost(asked);
  if (because !== null) return giveBack(deps, claim, audienceRefusal(because));
  return post(deps, claim, drawn, channelId);
}

/** Slack's own time where it has told it. */
const slackNow = ({ poster, clock }: DeliverDeps): Date => poster.slackTime?.() ?? clock();

/** What became of a message that may be posted already; null: it is not there, and may be posted. */
async function lookFor(
  deps: DeliverDeps,
  claim: ClaimedMessage,
  channelId: string,
): Promise<Delivery | null> {
  if (claim.unrecorded) {
    const { from, until } = claim.unrecorded;
    const ended = await lookSince(deps, claim, { channelId, since: from, until });
    if (ended !== null) return ended;
  }
  if (!claim.maybePosted) return null;
  // Before the look: what is stored after it counts as not there.
  const waitMs = repostWaitMs(claim, slackNow(deps));
  const ended = await lookSince(deps, claim, { channelId, since: lookFrom(claim) });
  if (ended !== null) return ended;
  return waitMs > 0 ? waitOut(deps, claim, waitMs) : null;
}

/** Ends the attempt where it is there, or nobody can tell; null: it is not there. */
async function lookSince(
  deps: DeliverDeps,
  claim: ClaimedMessage,
  { channelId, since, until }: { channelId: string; since: Date; until?: Date },
): Promise<Delivery | null> {
  const threadTs = claim.thread?.ts ?? null;
  const search = await deps.poster.find(channelId, claim.key, since, threadTs, ...(until ? [until] : []));
  if (search.kind === "found") return settleFound(deps, claim, { channelId, ts: search.ts });
  if (search.kind === "refused" && isHistoryUnread(search.error))
    return holdUnread(deps, claim, search.error);
  return search.kind === "absent" ? null : giveBack(deps, claim, search);
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
  if (!(await deps.outbox.begin(claim, slackNow(deps), claimEnd(clock())))) {
    await drawings.drop(id);
    return "claim-lost";
  }
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
