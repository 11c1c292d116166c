import type { SectionBlock } from "@slack/types";
import { localTime } from "../../../domain/calendar.ts";
import type { PlaybookMode } from "../../../domain/outreach/playbooks/playbook-settings.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import { commaList, sentences } from "../../../words/joined.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { about, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { shortDate } from "../words.ts";
import { type ListedPlaybook, misfitLines, numberLine } from "./playbook-lines.ts";

export type PlaybookListView = {
  readonly playbooks: readonly ListedPlaybook[];
  readonly threshold: ListedPlaybook;
  readonly days: number;
  readonly unknown: readonly string[];
  /** What was just done, above the list; null: nothing. */
  readonly line: Phrase | null;
};

/** Slack takes 50 blocks; some stand above and below the list. */
const MOST_SHOWN = 43;

/** Every playbook with its mode, numbers and how often it applied, each with a button to change it. */
export function playbookListMessage(view: PlaybookListView, reading: Reading): SlackMessage {
  const { playbooks, days, unknown, line } = view;
  const say = sayIn(reading.locale);
  const done = line === null ? [] : [say(line.code, line.parameters)];
  const left = playbooks.length - MOST_SHOWN;
  const inMode = (asked: PlaybookMode) => playbooks.filter(({ mode }) => mode === asked).length;
  const counts = { on: inMode("on"), dryRun: inMode("dry-run"), off: inMode("off") };
  return {
    text: sentences([...done, say("playbook-settings.text", counts)], say),
    blocks: [
      ...done.map(section),
      header(say("playbook-settings.title")),
      thresholdBlock(view.threshold, reading),
      ...playbooks.slice(0, MOST_SHOWN).map((one) => block(one, days, reading)),
      ...(left > 0 ? [context(say("playbook-settings.more", { n: left }))] : []),
      ...unknownLine(unknown, say).map(context),
      context(say("playbook-settings.how")),
    ],
  };
}

function thresholdBlock(threshold: ListedPlaybook, reading: Reading): SectionBlock {
  const say = sayIn(reading.locale);
  const { key, numbers } = threshold;
  const change = button(`${ACTION.playbookChange}:${key}`, say("playbook-settings.change"), key);
  const lines = [
    say("playbook-settings.threshold", { percent: numbers.fromRisk ?? Number.NaN }),
    ...setLine(threshold, reading),
    ...misfitLines(threshold, say),
  ];
  return { ...section(lines.join("\n")), accessory: about(say("playbook-settings.threshold.name"), change) };
}

function block(one: ListedPlaybook, days: number, reading: Reading): SectionBlock {
  const say = sayIn(reading.locale);
  const name = say(`playbook.${one.key}`);
  const change = button(`${ACTION.playbookChange}:${one.key}`, say("playbook-settings.change"), one.key);
  return {
    ...section(
      [
        say("playbook-settings.name", { name, mode: say(`playbook-settings.mode.${one.mode}`) }),
        settingsLine(one, reading),
        say("playbook-settings.applied", { days, ...one.applied }),
        ...setLine(one, reading),
        ...misfitLines(one, say),
      ].join("\n"),
    ),
    accessory: about(name, change),
  };
}

function settingsLine(
  { key, numbers, declared, minutes, gift }: ListedPlaybook,
  { locale }: Reading,
): string {
  const say = sayIn(locale);
  return [
    ...Object.entries(declared.numbers).map(([name, { unit }]) =>
      numberLine({ key, name, unit, value: numbers[name] ?? Number.NaN }, say),
    ),
    say("playbook-settings.minutes", { minutes }),
    ...(gift === null ? [] : [say("playbook-settings.gift", { gift: moneyText(gift, locale) })]),
  ].join(" · ");
}

function setLine({ set }: ListedPlaybook, reading: Reading): string[] {
  if (set === null) return [];
  const { now, timeZone, locale } = reading;
  const say = sayIn(locale);
  const dayOf = (at: Date) => localTime(at, timeZone).day;
  const isToday = dayOf(set.at) === dayOf(now);
  const day = isToday ? say("playbook-settings.today") : shortDate(set.at, timeZone, now, locale);
  return [`_${say("playbook-settings.set", { who: whoSet(set, say), day })}_`];
}

/** Whoever set it, as text of mrkdwn. */
export function whoSet({ by, byName }: NonNullable<ListedPlaybook["set"]>, say: Say): string {
  if (byName !== null) return escapeMrkdwn(byName, 100);
  return say(SLACK_ID.test(by) ? "playbook-settings.by-somebody" : "playbook-settings.by-command-line");
}

const SLACK_ID = /^[UW][0-9A-Z]+$/;

const MOST_UNKNOWN = 10;

function unknownLine(unknown: readonly string[], say: Say): string[] {
  if (unknown.length === 0) return [];
  const playbooks = unknown.slice(0, MOST_UNKNOWN).map((key) => escapeMrkdwn(key, 60));
  return [say("playbook-settings.unknown", { playbooks: commaList(playbooks, say) })];
}
