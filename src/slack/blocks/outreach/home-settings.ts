import type { KnownBlock } from "@slack/types";
import type { PageOf } from "../../../domain/outreach/at-risk.ts";
import type { HomeSettings, HomeSnooze } from "../../../domain/outreach/home.ts";
import { NUDGE_THRESHOLD } from "../../../domain/outreach/playbooks/nudge-threshold.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { unlessUnread } from "../unread-part.ts";
import { shortDate } from "../words.ts";
import { askButton, homePager } from "./home-pages.ts";
import { settingsText } from "./nudge-settings-text.ts";

const NAME_LENGTH = 150;

/** How the reader is told, whom they have snoozed, and, for those who steer, what the team has set. */
export function homeSettingsBlocks(
  settings: HomeSettings,
  reading: Reading,
  { isSteering }: { readonly isSteering: boolean },
): KnownBlock[] {
  const say = sayIn(reading.locale);
  const change = button(ACTION.nudgeSettings, say("nudge-settings.change"), "change");
  return [
    header(say("home.settings")),
    ...unlessUnread("settings", settings.told, say, (told) => [
      {
        ...section(
          [
            `*${say("nudge-settings.title")}*`,
            settingsText(told, reading.now, reading.locale),
            say("home.language"),
          ].join("\n"),
        ),
        accessory: about(say("nudge-settings.title"), change),
      },
    ]),
    ...unlessUnread("snoozes", settings.snoozes, say, (snoozes) => snoozeBlocks(snoozes, reading, say)),
    ...(isSteering ? [teamButtons(say)] : []),
  ];
}

function snoozeBlocks(snoozes: PageOf<HomeSnooze>, reading: Reading, say: Say): KnownBlock[] {
  if (snoozes.inAll === 0) return [context(say("home.snoozes.none"))];
  return [
    section(`*${say("home.snoozes", { customers: snoozes.inAll })}*`),
    ...snoozes.items.map((snooze) => snoozeBlock(snooze, reading, say)),
    ...homePager("snoozes", snoozes, say),
  ];
}

function snoozeBlock({ customerId, name, until }: HomeSnooze, reading: Reading, say: Say): KnownBlock {
  const { now, timeZone, locale } = reading;
  const customer = `*${escapeMrkdwn(name, NAME_LENGTH)}*`;
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return {
    ...section(say("home.snooze", { customer, day: shortDate(until, timeZone, now, locale) })),
    accessory: about(name, button(ACTION.endSnooze, say("home.snooze.end"), value)),
  };
}

/** What holds for the whole team. */
function teamButtons(say: Say): KnownBlock {
  const { key } = NUDGE_THRESHOLD;
  return actions("home_team", [
    askButton("team-nudges", say("home.team-nudges"), "nudges team"),
    askButton("playbook-results", say("home.playbook-results"), "playbooks"),
    askButton("playbooks", say("home.playbooks"), "playbooks settings"),
    button(`${ACTION.playbookChange}:${key}`, say("home.threshold"), key),
    askButton("do-not-disturb", say("home.do-not-disturb"), "do-not-disturb"),
  ]);
}
