import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdsUpUntil } from "../../../src/delivery/hold-up.ts";
import { keepClaim } from "../../../src/delivery/keep-claim.ts";
import { lookFrom, repostWaitMs } from "../../../src/delivery/repost.ts";
import type { ClaimedMessage } from "../../../src/store/messages/outbox-claims.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const claim = (given: Partial<ClaimedMessage> = {}) =>
  ({
    ...{ key: "digest:C1", attempt: 1, uncounted: 0, createdAt: later(-60) },
    ...{ firstAskedAt: null, lastAskedAt: null, holdsUpUntil: null },
    ...given,
  }) as ClaimedMessage;

describe("a message that waits for its next attempt", () => {
  it("holds up later ones for ten minutes from its first failure, and no longer", () => {
    expect(holdsUpUntil(claim(), NOW, null)).toEqual(later(600));
    const since = later(-500);
    expect(holdsUpUntil(claim({ attempt: 4, holdsUpUntil: since }), NOW, null)).toEqual(since);
    expect(holdsUpUntil(claim({ attempt: 9, uncounted: 8, holdsUpUntil: since }), NOW, null)).toEqual(
      later(600),
    );
  });

  it("holds them up as well where the attempt before ended with its process", () => {
    expect(holdsUpUntil(claim({ attempt: 2 }), NOW, null)).toEqual(later(600));
  });

  it("holds them up as long as Slack tells to wait, and never shorter than before", () => {
    expect(holdsUpUntil(claim(), NOW, later(3_600))).toEqual(later(3_600));
    const held = claim({ attempt: 2, holdsUpUntil: later(300) });
    expect(holdsUpUntil(held, NOW, later(7))).toEqual(later(300));
  });
});

describe("a message that was not found", () => {
  it("is posted again two minutes after Slack was last asked, by Slack's time", () => {
    expect(repostWaitMs(claim({ lastAskedAt: NOW }), later(30))).toBe(90_000);
    expect(repostWaitMs(claim({ lastAskedAt: NOW }), later(120))).toBe(0);
    expect(repostWaitMs(claim({ lastAskedAt: NOW }), later(500))).toBe(0);
  });

  it("waits two minutes at most, whatever moment was noted, and not at all where Slack was not asked", () => {
    expect(repostWaitMs(claim({ lastAskedAt: later(3_600) }), NOW)).toBe(120_000);
    expect(repostWaitMs(claim(), NOW)).toBe(0);
  });

  it("is looked for from when Slack was first asked; from well before it was decided where nobody noted that", () => {
    expect(lookFrom(claim({ firstAskedAt: NOW }))).toEqual(NOW);
    expect(lookFrom(claim())).toEqual(later(-60 - 2 * 3_600));
  });
});

describe("a claim", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  it("is renewed every five seconds while its message is worked on; that it cannot be stands in the log", async () => {
    const until: Date[] = [];
    const warned: unknown[] = [];
    const outbox = {
      renew: async (_: ClaimedMessage, claimedUntil: Date) => {
        until.push(claimedUntil);
        if (until.length === 2) throw new Error("no database");
        return true;
      },
    };
    const log = { warn: (_: object, text: string) => void warned.push(text) };
    const stop = keepClaim({ outbox, clock: () => NOW, log }, claim());
    await vi.advanceTimersByTimeAsync(4_999);
    expect(until).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(until).toEqual([later(20), later(20)]);
    expect(warned).toEqual(["could not renew the claim of a message"]);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(until).toHaveLength(2);
  });
});
