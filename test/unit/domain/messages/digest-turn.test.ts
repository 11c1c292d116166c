import { describe, expect, it } from "vitest";
import { type ChannelSetting, hasUsualDigestTime } from "../../../../src/domain/messages/channel-setting.ts";
import { digestTurn } from "../../../../src/domain/messages/digest-turn.ts";

const setting = (given: Partial<ChannelSetting>): ChannelSetting => ({
  channelId: "C1",
  digest: true,
  costSummary: false,
  alerts: false,
  escalations: false,
  timeZone: "Asia/Taipei",
  locale: "en",
  setBy: "U1",
  updatedAt: new Date("2026-11-01T00:00:00Z"),
  ...given,
});

describe("a channel's turn for its digest", () => {
  it.each([
    ["an hour before, where it is", { digestWeekday: 3, digestHour: 8 }, "2026-11-24T23:59:00Z", null],
    ["at its hour", { digestWeekday: 3, digestHour: 8 }, "2026-11-25T00:00:00Z", "2026-W47"],
    ["late, up to three days", { digestWeekday: 3, digestHour: 8 }, "2026-11-27T23:59:00Z", "2026-W47"],
    ["too late", { digestWeekday: 3, digestHour: 8 }, "2026-11-28T00:00:00Z", null],
    [
      "on Sunday, of the week before it",
      { digestWeekday: 7, digestHour: 0 },
      "2026-11-29T10:00:00Z",
      "2026-W47",
    ],
    ["over the turn of the year", { digestWeekday: 1, digestHour: 10 }, "2027-01-04T02:00:00Z", "2026-W53"],
    ["in a zone nobody knows", { digestWeekday: 3, timeZone: "Mars/Base" }, "2026-11-25T09:00:00Z", null],
  ] as const)("%s", (_, given, now, week) => {
    expect(digestTurn(setting(given), new Date(now))).toBe(week);
  });

  it("is the weekly job's on Monday at nine alone", () => {
    expect(hasUsualDigestTime({})).toBe(true);
    expect(hasUsualDigestTime({ digestWeekday: 1, digestHour: 9 })).toBe(true);
    expect(hasUsualDigestTime({ digestWeekday: 1, digestHour: 10 })).toBe(false);
    expect(hasUsualDigestTime({ digestWeekday: 2, digestHour: 9 })).toBe(false);
  });
});
