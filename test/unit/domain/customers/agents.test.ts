import { describe, expect, it } from "vitest";
import { takenAction } from "../../../../src/domain/customers/agent-action.ts";
import { agentTokenState } from "../../../../src/domain/customers/agent-token.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe("a token's state", () => {
  it.each([
    ["good", null, 1],
    ["expired", null, 0],
    ["revoked", secondsAgo(5), 1],
    ["revoked", secondsAgo(5), -1],
  ] as const)("is %s", (state, revokedAt, secondsLeft) => {
    expect(agentTokenState({ revokedAt, expiresAt: secondsAgo(-secondsLeft) }, NOW)).toBe(state);
  });
});

describe("what was shown", () => {
  const action = { kind: "snooze", untilDay: "2026-12-24", timeZone: "UTC" } as const;
  const shown = (seconds: number, doneAt: Date | null = null) => ({
    ...{ customerId: 1, action, doneAt },
    shownAt: secondsAgo(seconds),
  });

  it.each([
    ["just now", shown(1), true, "taken"],
    ["five minutes ago", shown(300), true, "taken"],
    ["more than five minutes ago", shown(301), true, "expired"],
    ["and is being done", shown(1), false, "under-way"],
    ["and was done", shown(1, NOW), true, "done"],
    ["long ago and was done then", shown(9_999, NOW), true, "done"],
    ["to nobody", null, true, "unknown"],
  ] as const)("%s", (_, kept, isClaimed, kind) => {
    expect(takenAction(kept, isClaimed, NOW).kind).toBe(kind);
  });
});
