import { describe, expect, it } from "vitest";
import {
  comesBack,
  type DueFollowUp,
  mostDueFirst,
  snoozesEndingOn,
} from "../../../../src/domain/outreach/due-follow-ups.ts";
import type { NudgeDecision, SkipCause } from "../../../../src/domain/outreach/nudges.ts";
import { ALL_PLAYBOOKS } from "../../../../src/domain/outreach/proof/hold-out.ts";

const at = (instant: string) => new Date(instant);
const skip = (because: SkipCause): NudgeDecision => ({
  ...{ kind: "skip", customerId: 1, because, detail: null },
});

describe("a customer whose snooze ends", () => {
  const candidate = { customerId: 1, wasHeldOut: false };
  const nobody = () => false;

  it("comes back, also where no playbook has anything to say", () => {
    for (const because of ["nothing-due", "below-threshold", "no-score", "cooldown", "not-worth-it"] as const)
      expect([because, comesBack(candidate, skip(because), nobody)]).toEqual([because, true]);
  });

  it("stays away where somebody decided so, an open nudge names them, or they have left", () => {
    for (const because of [
      ...(["held-out", "do-not-disturb", "overridden", "ended", "already-lapsed", "open-nudge"] as const),
    ])
      expect([because, comesBack(candidate, skip(because), nobody)]).toEqual([because, false]);
    expect(comesBack(candidate, undefined, nobody)).toBe(false);
  });

  it("stays away where they are held out of all, or were held out of anything this quarter", () => {
    const ofAll = (customerId: number, playbook: string) => customerId === 1 && playbook === ALL_PLAYBOOKS;
    expect(comesBack(candidate, skip("nothing-due"), ofAll)).toBe(false);
    expect(comesBack({ ...candidate, wasHeldOut: true }, skip("nothing-due"), nobody)).toBe(false);
  });

  it("is one whose snooze ends from the first to the last moment of the day where its reader is", () => {
    const ending = (snoozedUntil: string | null) =>
      snoozesEndingOn("2026-11-24", "Asia/Taipei", [
        { customerId: 1, snoozedUntil: snoozedUntil === null ? null : at(snoozedUntil) },
      ]).size === 1;
    expect(ending("2026-11-23T16:00:00Z")).toBe(true);
    expect(ending("2026-11-24T15:59:59Z")).toBe(true);
    expect(ending("2026-11-23T15:59:59Z")).toBe(false);
    expect(ending("2026-11-24T16:00:00Z")).toBe(false);
    expect(ending(null)).toBe(false);
  });
});

it("orders by what is at stake, then by who has waited longest, the unknown last", () => {
  const due = (customerId: number, minor: number | null, since: string): DueFollowUp => ({
    ...{ customerId, name: `C${customerId}`, says: null, snoozeEnds: null, since: at(since) },
    stake: minor === null ? null : { minor, currency: "EUR" },
  });
  const sorted = [
    due(1, null, "2026-11-01T00:00:00Z"),
    due(2, 0, "2026-11-20T00:00:00Z"),
    due(3, 500, "2026-11-20T00:00:00Z"),
    due(5, 500, "2026-11-10T00:00:00Z"),
    due(4, 500, "2026-11-20T00:00:00Z"),
  ].sort(mostDueFirst);
  expect(sorted.map(({ customerId }) => customerId)).toEqual([5, 3, 4, 2, 1]);
});
