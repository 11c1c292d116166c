import type { ClaimedRedraw, RedrawStore } from "../store/messages/redraws.ts";
import { audienceRefusal } from "./audience.ts";
import { type DeliverDeps, newDrawing, tryRender } from "./deliver.ts";
import { inLog } from "./in-log.ts";
import type { Refusal } from "./poster.ts";
import { tokenRetryAt } from "./posting-gate.ts";
import { MOST_ATTEMPTS, retryDelaySeconds } from "./retry.ts";

export type RedrawDeps = Pick<
  DeliverDeps,
  "suggestions" | "drawings" | "poster" | "whyNotPost" | "gate" | "clock" | "log"
> & {
  readonly redraws: RedrawStore;
};

/** What became of a posted message that was to be drawn again. `left`: as it is, for good. */
export type Redrawn = "redrawn" | "left" | "postponed" | "claim-lost";

/** Longer than one update may take, and what a process that ended leaves is soon drawn. Chosen by the product. */
const CLAIM_MS = 60_000;
const MESSAGES_PER_ROUND = 10;

/**
 * Draws posted messages again that no longer show what is so, each from what is kept: however often and in whatever
 * order it happens, the last one shows everything. @returns how many ended how; an empty object when nothing was due
 */
export async function redrawDue(deps: RedrawDeps): Promise<Partial<Record<Redrawn, number>>> {
  const now = deps.clock();
  const limit = deps.gate?.mayTry(now, MESSAGES_PER_ROUND) ?? MESSAGES_PER_ROUND;
  if (limit === 0) return {};
  const claims = await deps.redraws.claimDue(now, new Date(now.getTime() + CLAIM_MS), limit);
  const round: Partial<Record<Redrawn, number>> = {};
  for (const how of await Promise.all(claims.map((claim) => redraw(deps, claim))))
    round[how] = (round[how] ?? 0) + 1;
  return round;
}

async function redraw(deps: RedrawDeps, claim: ClaimedRedraw): Promise<Redrawn> {
  const drawn = await tryRender(deps, claim);
  if (drawn instanceof Error) return leave(deps, claim, `It cannot be rendered: ${drawn.message}`, "error");
  const because = await deps.whyNotPost({ kind: claim.message.kind, recipient: claim.recipient });
  if (because !== null) return giveBack(deps, claim, audienceRefusal(because));
  const { channelId, ts, key } = claim;
  const id = await deps.drawings.keep(newDrawing(claim, drawn, "redraw", deps.clock()));
  const updated = await deps.poster.update({ ...drawn.rendered, channelId, ts, key });
  if (updated.kind === "updated") await deps.drawings.arrived(id, deps.clock(), null);
  else if (updated.kind !== "unknown") await deps.drawings.drop(id);
  if (updated.kind === "updated" || updated.kind === "gone") deps.gate?.tokenTaken();
  if (updated.kind === "gone") return leave(deps, claim, updated.error, "info");
  if (updated.kind !== "updated") return giveBack(deps, claim, updated);
  deps.log.info({ key, channelId, ts }, "message redrawn");
  return (await deps.redraws.settle(claim)) ? "redrawn" : "claim-lost";
}

/** After no success: another attempt, for an answer that was lost as well. */
async function giveBack(deps: RedrawDeps, claim: ClaimedRedraw, refusal: Refusal): Promise<Redrawn> {
  const { redraws, clock, log } = deps;
  if (refusal.kind === "stopped") {
    deps.gate?.tokenRefused(refusal.error, clock());
    return (await redraws.postpone(claim, tokenRetryAt(clock()))) ? "postponed" : "claim-lost";
  }
  const waitSeconds = refusal.kind === "later" ? refusal.afterSeconds : null;
  const isHopeless = waitSeconds === null && claim.attempt >= MOST_ATTEMPTS;
  if (refusal.kind === "refused" || isHopeless) return leave(deps, claim, inLog(refusal.error), "warn");
  const until = new Date(clock().getTime() + (waitSeconds ?? retryDelaySeconds(claim.attempt)) * 1000);
  log.warn(
    { key: claim.key, attempt: claim.attempt, error: inLog(refusal.error), until },
    "redrawing postponed",
  );
  return (await redraws.postpone(claim, until)) ? "postponed" : "claim-lost";
}

/** The message stays as it is: deleted, out of reach, or not to be drawn. */
async function leave(
  { redraws, log }: RedrawDeps,
  claim: ClaimedRedraw,
  error: string,
  level: "info" | "warn" | "error",
): Promise<Redrawn> {
  log[level]({ key: claim.key, attempt: claim.attempt, error }, "message not redrawn");
  return (await redraws.settle(claim)) ? "left" : "claim-lost";
}
