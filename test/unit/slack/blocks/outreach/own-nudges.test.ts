import { describe, expect, it } from "vitest";
import { defaultPreferences } from "../../../../../src/domain/outreach/turns/nudge-preferences.ts";
import { asWritten } from "../../../../../src/domain/phrase.ts";
import { publicHolidays } from "../../../../../src/holidays/public-holidays.ts";
import { channelNudgeMessage } from "../../../../../src/slack/blocks/messages/channel-nudge.ts";
import { nudgeSettingsForm } from "../../../../../src/slack/blocks/outreach/nudge-settings-form.ts";
import {
  countryName,
  type ShownSettings,
  settingsText,
  weekdaysText,
} from "../../../../../src/slack/blocks/outreach/nudge-settings-text.ts";
import { ownNudgesMessage } from "../../../../../src/slack/blocks/outreach/own-nudges.ts";
import { teamNudgesMessage } from "../../../../../src/slack/blocks/outreach/team-nudges.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const preferences = defaultPreferences("DE");
const settings: ShownSettings = {
  ...{ preferences, timeZone: "Europe/Berlin", country: "DE", nextTurnOn: "2026-12-10" },
};
const LONG = "A*b_<!channel> &".repeat(80);
const nudge = (name: string, at = 0) => ({
  ...{ suggestionKey: `nudge:${at}:2026-12-09`, customerId: at, name, probability: 0.7 },
  ...{ reason: asWritten(LONG), action: asWritten(LONG), madeAt: new Date("2026-12-09T08:00:00Z") },
});

/** What Slack reads as markup: labels of buttons are plain text. */
const inMarkup = (blocks: ReadonlyArray<{ readonly type: string }>) =>
  JSON.stringify(blocks.filter(({ type }) => type !== "actions"));

describe("how somebody is told, in words", () => {
  it("names the days they work as briefly as they can be", () => {
    const shown = (...weekdays: number[]) => weekdaysText(weekdays, "en");
    expect(shown(1, 2, 3, 4, 5)).toBe("Mon–Fri");
    expect(shown(7, 1, 2, 3, 4)).toBe("Sun–Thu");
    expect(shown(6, 7, 1, 2, 3)).toBe("Sat–Wed");
    expect(shown(1, 2, 3, 4, 5, 6, 7)).toBe("Mon–Sun");
    expect(shown(5, 1, 3)).toBe("Mon, Wed, Fri");
    expect(shown(7, 1)).toBe("Sun, Mon");
    expect(shown(3)).toBe("Wed");
  });

  it("says of each setting what it means, and when nothing comes", () => {
    const told = (change: Partial<typeof preferences>, rest: Partial<ShownSettings> = {}) =>
      settingsText({ ...settings, preferences: { ...preferences, ...change }, ...rest }, NOW, "en");
    expect(told({})).toBe(
      "Every working day at 09:00 (Mon–Fri). As many customers as the team has set. Not on public holidays in Germany. " +
        "No direct messages from 19:00 to 07:00 or on days off; complaints and unhappy answers wait too. " +
        "Times are in Europe/Berlin, as in your Slack profile. Next: Thu 10 Dec, if a customer needs you.",
    );
    expect(told({ frequency: "weekly", weeklyOn: 3 })).toContain("Once a week, on Wednesday at 09:00.");
    expect(told({ pausedUntil: "2026-12-20" })).toContain("Paused until Sun 20 Dec.");
    expect(told({ pausedUntil: "2026-12-09" })).not.toContain("Paused");
    expect(told({ quietFrom: 5, quietUntil: 5 })).toContain("No quiet hours");
    expect(told({}, { country: null, nextTurnOn: null })).toMatch(
      /On public holidays too\..*No next day is in sight/,
    );
    expect(countryName("TW", "en")).toBe("Taiwan");
  });
});

describe.each(["en", PSEUDO_LOCALE] as const)("Slack takes, in %s,", (locale) => {
  it("a full list of open nudges, and an empty one", () => {
    const items = Array.from({ length: 8 }, (_, at) => nudge(LONG, at));
    const view = { settings, ownsCustomers: true, now: NOW };
    const full = ownNudgesMessage({ ...view, open: { items, inAll: 10_000 } }, locale);
    assertSendable(full);
    expect(inMarkup(full.blocks)).not.toContain("<!channel>");
    const empty = { items: [], inAll: 0 };
    assertSendable(ownNudgesMessage({ ...view, open: empty, ownsCustomers: false }, locale));
  });

  it("a channel's nudge, taken in part", () => {
    const items = Array.from({ length: 9 }, (_, at) => nudge(LONG, at));
    const answer = { whyNot: null, closedBecause: null, by: "U1", byName: LONG, at: NOW };
    const pressing = { reason: asWritten("A ticket is open"), action: asWritten("Solve it") };
    const morePressing = { ...pressing, playbook: "solve-ticket", at: NOW.toISOString() };
    const answers = [
      { ...answer, suggestionKey: "nudge:0:2026-12-09", status: "taken" as const },
      { ...answer, suggestionKey: "nudge:1:2026-12-09", status: "open" as const, by: null, morePressing },
    ];
    const message = channelNudgeMessage(
      {
        ...{ kind: "channel-nudge", channelId: "C1", day: "2026-12-09", createdAt: NOW.toISOString() },
        ...{ basis: null, items, overBudget: 3 },
      },
      locale,
      answers,
    );
    assertSendable(message);
    expect(message.blocks.filter(({ type }) => type === "actions")).toHaveLength(7);
    expect(message.text).toMatch(/A ticket is open.*Solve it/);
    expect(inMarkup(message.blocks)).not.toContain("<!channel>");
  });

  it("a team of hundreds", () => {
    const one = { name: LONG, settings, isPaused: false, open: 3, sent: 9, answered: 5 };
    const members = Array.from({ length: 300 }, (_, at) => ({ ...one, memberId: `U${at}` }));
    assertSendable(teamNudgesMessage({ members, now: NOW }, locale));
    assertSendable(teamNudgesMessage({ members: [], now: NOW }, locale));
  });

  it("the form of settings with every country there is", () => {
    const { countries } = publicHolidays();
    const view = { timeZone: "Europe/Berlin", zoneCountry: "DE", countries: countries(), now: NOW };
    for (const country of [null, "none", "TW", "XX"])
      assertSendable(
        nudgeSettingsForm(
          { ...view, preferences: { ...preferences, country, pausedUntil: "2027-01-01" } },
          "{}",
          locale,
        ) as never,
      );
    expect(countries().length).toBeGreaterThan(150);
  });
});
