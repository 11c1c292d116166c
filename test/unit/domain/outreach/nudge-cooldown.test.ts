import { describe, expect, it } from "vitest";
import { afterCooldown, type Spoken } from "../../../../src/domain/outreach/nudge-cooldown.ts";
import type { Applying } from "../../../../src/domain/outreach/playbooks/evaluate.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const applies = (playbook: string, given: Partial<Applying> = {}): Applying => ({
  ...{ playbook, occasion: "T-1", priority: "urgent", step: "contact", saves: 0.1, minutes: 30 },
  ...{ action: phrase("check-in.action"), reason: phrase("check-in.reason") },
  ...{ atAnyRisk: true, forWhoLeft: false, barredBy: null, ...given },
});
const reply = applies("reply-to-ticket");
const renewal = applies("call-about-renewal", { priority: "due" });
const rested = (
  spoken: Partial<Spoken>,
  options: readonly Applying[],
  broken: { readonly newsAt: Date | null } | null = null,
) =>
  afterCooldown({ lastTouchAt: null, lastNudgedAt: null, ...spoken }, options, {
    ...{ cooldownDays: 7, now: NOW },
    broken: broken && { ...broken, because: phrase("check-in.reason") },
  });
const spoken = (options: readonly Applying[] | null) =>
  options?.filter(({ barredBy }) => barredBy === null).map(({ playbook }) => playbook) ?? null;

describe("within a week of a contact or a nudge", () => {
  it("what a customer waits for is said, and nothing else", () => {
    const both = [reply, renewal];
    for (const of of [{ lastTouchAt: daysAgo(2) }, { lastNudgedAt: daysAgo(2) }]) {
      expect(spoken(rested(of, both))).toEqual(["reply-to-ticket"]);
      expect(rested(of, both)?.[1]).toMatchObject({ barredBy: "recently-contacted" });
      expect(rested(of, [renewal])).toBeNull();
    }
    expect(rested({ lastTouchAt: daysAgo(7) }, both)).toEqual(both);
    expect(rested({ lastTouchAt: daysAgo(6.9) }, [renewal])).toBeNull();
  });

  it("a case that a nudge told of is not told again, another of the same playbook is", () => {
    const told = (occasion: string, playbook = "reply-to-ticket") => ({
      ...{ lastNudgedAt: daysAgo(2), toldCases: [{ playbook, occasion }] },
    });
    expect(rested(told("T-1"), [reply])).toBeNull();
    expect(spoken(rested(told("T-2"), [reply]))).toEqual(["reply-to-ticket"]);
    expect(spoken(rested(told("T-1", "confirm-fix"), [reply]))).toEqual(["reply-to-ticket"]);
  });

  it("who was in touch since it arose knows of it, before that not", () => {
    const open = applies("solve-ticket", { since: daysAgo(3) });
    expect(rested({ lastTouchAt: daysAgo(2) }, [open])).toBeNull();
    expect(rested({ lastTouchAt: daysAgo(3) }, [open])).toEqual([open]);
    expect(rested({ lastTouchAt: daysAgo(4) }, [open])).toEqual([open]);
    expect(rested({ lastNudgedAt: daysAgo(2) }, [open])).toEqual([open]);
  });

  it("what somebody decided against stays unsaid", () => {
    const barred = applies("reply-to-ticket", { barredBy: "dismissed" });
    expect(rested({ lastNudgedAt: daysAgo(2) }, [barred])).toBeNull();
    const left = rested({ lastNudgedAt: daysAgo(2) }, [barred, applies("settle-payment")]);
    expect(left?.[0]).toMatchObject({ barredBy: "dismissed" });
  });

  it("news that broke a snooze is told to whoever was in touch before it", () => {
    expect(rested({ lastTouchAt: daysAgo(2) }, [renewal], { newsAt: daysAgo(1) })).toEqual([renewal]);
    expect(rested({ lastTouchAt: daysAgo(1) }, [renewal], { newsAt: daysAgo(2) })).toBeNull();
    expect(rested({ lastTouchAt: daysAgo(1) }, [renewal], { newsAt: null })).toBeNull();
  });
});
