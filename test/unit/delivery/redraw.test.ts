import { describe, expect, it } from "vitest";
import type { Poster } from "../../../src/delivery/poster.ts";
import { redrawDue } from "../../../src/delivery/redraw.ts";
import { MOST_ATTEMPTS } from "../../../src/delivery/retry.ts";
import type { AccessRefusal } from "../../../src/domain/access.ts";
import type { NudgeMessage } from "../../../src/domain/messages/messages.ts";
import type { NudgeAnswer } from "../../../src/domain/outreach/nudge-answer.ts";
import { asWritten, phrase } from "../../../src/domain/phrase.ts";
import type { ClaimedRedraw } from "../../../src/store/messages/redraws.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const message: NudgeMessage = {
  kind: "nudge",
  memberId: "U1",
  day: "2026-11-23",
  createdAt: NOW.toISOString(),
  basis: null,
  items: [
    {
      suggestionKey: "nudge:1:2026-11-23",
      customerId: 1,
      name: "Acme",
      probability: 0.7,
      reason: phrase("check-in.reason"),
      action: phrase("check-in.action"),
    },
  ],
  overBudget: 0,
};
const claim: ClaimedRedraw = {
  ...{ id: "7", key: "nudges:U1:2026-11-23", recipient: "U1", message, revision: 3, attempt: 1 },
  ...{ channelId: "D1", ts: "17.01", locale: null },
};
const answer: NudgeAnswer = {
  ...{ suggestionKey: "nudge:1:2026-11-23", status: "reached_out", whyNot: null, closedBecause: null },
  ...{ by: "U1", byName: "Ana", at: NOW },
};

async function redraw(
  given: Partial<ClaimedRedraw> = {},
  answered: Awaited<ReturnType<Poster["update"]>> = { kind: "updated" },
  { whyNot = null, claimKept = true }: { whyNot?: AccessRefusal | null; claimKept?: boolean } = {},
) {
  const updates: unknown[][] = [];
  const told: unknown[][] = [];
  const never = () => Promise.reject(new Error("A posted message is not posted again."));
  const tell =
    (what: string) =>
    async ({ revision }: ClaimedRedraw, ...rest: unknown[]) => {
      told.push([what, revision, ...rest]);
      return claimKept;
    };
  const round = await redrawDue({
    suggestions: { answersIn: async () => [answer] },
    drawings: { keep: async () => "3", arrived: async () => {}, found: async () => {}, drop: async () => {} },
    redraws: {
      claimDue: async () => [{ ...claim, ...given }],
      settle: tell("settle"),
      postpone: tell("postpone"),
    },
    poster: {
      ...{ open: never, post: never, find: never },
      async update({ channelId, ts, key, text }) {
        updates.push([channelId, ts, key, text]);
        return answered;
      },
    },
    whyNotPost: async () => whyNot,
    clock: () => NOW,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  return { round, updates, told };
}

describe("a posted message that no longer shows what is so", () => {
  it("is drawn with what was kept, and settled with the revision that was drawn", async () => {
    const { round, updates, told } = await redraw();
    expect(round).toEqual({ redrawn: 1 });
    expect(updates).toEqual([["D1", "17.01", claim.key, expect.stringContaining("Acme – You reached out")]]);
    expect(told).toEqual([["settle", 3]]);
  });

  it("stays as it is where it was deleted, its channel is gone, or it may not be shown any more", async () => {
    expect(await redraw({}, { kind: "gone", error: "message_not_found" })).toMatchObject({
      round: { left: 1 },
      told: [["settle", 3]],
    });
    expect((await redraw({}, { kind: "refused", error: asWritten("missing_scope") })).round).toEqual({
      left: 1,
    });
    const left = await redraw({}, undefined, { whyNot: "deactivated" });
    expect(left).toMatchObject({ round: { left: 1 }, updates: [] });
  });

  it("waits where Slack says so, or nobody knows whether it heard, and not for ever", async () => {
    const limited = { kind: "later", error: asWritten("ratelimited"), afterSeconds: 17 } as const;
    expect((await redraw({}, limited)).told).toEqual([["postpone", 3, inSeconds(17)]]);
    const lost = { kind: "unknown", error: asWritten("HTTP 503") } as const;
    expect((await redraw({}, lost)).told).toEqual([["postpone", 3, inSeconds(30)]]);
    expect((await redraw({ attempt: MOST_ATTEMPTS }, lost)).round).toEqual({ left: 1 });
    expect((await redraw({ attempt: MOST_ATTEMPTS }, limited)).round).toEqual({ postponed: 1 });
    expect((await redraw({}, undefined, { whyNot: "unknown" })).round).toEqual({ postponed: 1 });
  });

  it("is left to another worker that took it over", async () => {
    expect((await redraw({}, undefined, { claimKept: false })).round).toEqual({ "claim-lost": 1 });
  });
});
