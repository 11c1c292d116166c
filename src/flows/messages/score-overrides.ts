import type { Clock } from "../../domain/clock.ts";
import { MOST_SCORES_TOLD, type OverrideScoreMessage } from "../../domain/messages/override-messages.ts";
import {
  judgedWithinDays,
  type OverrideOutcome,
  type ScoredOverride,
  tallyOf,
  wasModelRight,
} from "../../domain/outreach/overrides/override.ts";
import type { OverrideNoteStore } from "../../store/messages/override-notes.ts";
import type { OverrideStore, UnscoredOverride } from "../../store/outreach/overrides.ts";
import type { LabelStore } from "../../store/risk/labels.ts";

export type ScoreOverridesDeps = {
  readonly overrides: Pick<OverrideStore, "unscored" | "scored">;
  readonly overrideNotes: Pick<OverrideNoteStore, "score">;
  readonly labels: LabelStore;
  readonly clock: Clock;
};

/** More wait for the next day. Chosen: none is a matter of hours. */
const MOST_AT_ONCE = 1000;

type Judged = UnscoredOverride & { readonly outcome: OverrideOutcome };

/** Scores the calls that can be judged by now, and tells each member, and nobody else, what came of theirs. */
export async function scoreOverrides(
  deps: ScoreOverridesDeps,
): Promise<{ readonly scored: number; readonly people: number }> {
  const now = deps.clock();
  const byMember = new Map<string, Judged[]>();
  for (const call of await deps.overrides.unscored(now, MOST_AT_ONCE)) {
    const judged = { ...call, outcome: await outcomeOf(deps, call) };
    byMember.set(call.by, [...(byMember.get(call.by) ?? []), judged]);
  }
  let scored = 0;
  for (const [memberId, judged] of byMember) {
    const before = await deps.overrides.scored(memberId);
    const message = {
      // Each call is scored once, so the first of them is in no other message.
      key: `override-score:${Math.min(...judged.map(({ id }) => id))}`,
      recipient: memberId,
      message: scoreMessage(judged, before),
      createdAt: now,
    };
    scored += await deps.overrideNotes.score(judged, message, now);
  }
  return { scored, people: byMember.size };
}

async function outcomeOf({ labels }: ScoreOverridesDeps, call: UnscoredOverride): Promise<OverrideOutcome> {
  const [left] = await labels.churned(call.madeAt, judgedWithinDays(call), Int32Array.of(call.customerId));
  return left === 1 ? "left" : "stayed";
}

function scoreMessage(judged: readonly Judged[], before: readonly ScoredOverride[]): OverrideScoreMessage {
  return {
    kind: "override-score",
    items: judged.slice(0, MOST_SCORES_TOLD).map((call) => ({
      customerId: call.customerId,
      name: call.name,
      says: call.says,
      madeAt: call.madeAt.toISOString(),
      outcome: call.outcome,
      modelWasRight: wasModelRight(call),
    })),
    more: Math.max(0, judged.length - MOST_SCORES_TOLD),
    tally: tallyOf([...before, ...judged]),
  };
}
