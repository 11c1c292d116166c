import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { PageOf } from "../../../domain/outreach/at-risk.ts";
import {
  type HarmEvidence,
  LONGEST_QUIET_BECAUSE,
  type QuietEntry,
} from "../../../domain/outreach/do-not-disturb.ts";
import { phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { textInput } from "../inputs.ts";
import { shortDate } from "../words.ts";
import { shortForm } from "./short-form.ts";
import { quarterName } from "./uplift-words.ts";

const NAME_LENGTH = 150;
const BECAUSE_LENGTH = 600;

export type QuietReading = { readonly now: Date; readonly timeZone: string; readonly locale: Locale };

/** What a button of the list carries: the entry, and the page to show again; null: there is no list around it. */
export type QuietButton = { readonly id: number; readonly page: number | null };

export const encodeQuiet = ({ id, page }: QuietButton): string => `quiet ${id} ${page ?? "alone"}`;

/** @returns null for what no button of the list carries */
export function decodeQuiet(value: string | undefined): QuietButton | null {
  const [, id, page] = /^quiet (\d{1,9}) (\d{1,9}|alone)$/.exec(value ?? "") ?? [];
  if (id === undefined || page === undefined) return null;
  return { id: Number(id), page: page === "alone" ? null : Number(page) };
}

/** Whom contact does no good: who, why, since when, by whom or by which comparison, and what to do about it. */
export function doNotDisturbMessage(
  { items, page, pages, inAll }: PageOf<QuietEntry>,
  reading: QuietReading,
  line: string | null = null,
): SlackMessage {
  const say = sayIn(reading.locale);
  const title = say("do-not-disturb.title", { entries: inAll });
  const rows = items.flatMap((entry) => [
    section(entryText(entry, reading, say)),
    entryButtons(entry, page, say),
  ]);
  const foot = [
    ...(pages > 1 ? [say("at-risk.page", { page: page + 1, pages })] : []),
    say("do-not-disturb.how"),
  ];
  return {
    text: [title, ...items.map((entry) => nameOf(entry, say))].join(" · "),
    blocks: [
      ...(line === null ? [] : [context(line)]),
      header(title),
      ...(inAll === 0 ? [section(say("do-not-disturb.none"))] : rows),
      ...pager(page, pages, say),
      context(foot.join("\n")),
    ],
  };
}

/** How one customer is left alone already, with the way to allow contact again. */
export function quietAlready(entry: QuietEntry, reading: QuietReading): SlackMessage {
  const say = sayIn(reading.locale);
  const text = entryText(entry, reading, say);
  const allow = button(
    ACTION.quietAllow,
    say("do-not-disturb.allow"),
    encodeQuiet({ id: entry.id, page: null }),
  );
  return {
    text,
    blocks: [section(text), actions("do_not_disturb", [about(nameOf(entry, say), allow)])],
  };
}

function nameOf({ whom }: QuietEntry, say: Say): string {
  if (whom.kind === "customer") return escapeMrkdwn(whom.name, NAME_LENGTH);
  const playbook = phrase(`playbook.${whom.playbook}`);
  return say("do-not-disturb.segment", { segment: escapeMrkdwn(whom.segment, NAME_LENGTH), playbook });
}

function entryText(entry: QuietEntry, { now, timeZone, locale }: QuietReading, say: Say): string {
  const { whom, status, because, byName, since } = entry;
  const who = byName === null ? "someone" : "named";
  const by = {
    who,
    name: escapeMrkdwn(byName ?? "", NAME_LENGTH),
    on: shortDate(since, timeZone, now, locale),
  };
  const why =
    whom.kind === "customer"
      ? escapeMrkdwn(because ?? "", BECAUSE_LENGTH)
      : say("do-not-disturb.evidence", { ...harmOf(whom.evidence), quarter: quarterName(whom.quarter, say) });
  return `*${nameOf(entry, say)}* – ${say(`do-not-disturb.${status}`, by)}\n${why}`;
}

const harmOf = ({ effect, low, high, nudged, heldOut }: HarmEvidence) => ({
  ...{ nudged, heldOut },
  ...{ fewer: -100 * effect, least: -100 * high, most: -100 * low },
});

function entryButtons(entry: QuietEntry, page: number, say: Say): ActionsBlock {
  const value = encodeQuiet({ id: entry.id, page });
  const row =
    entry.status === "suggested"
      ? [
          button(ACTION.quietKeep, say("do-not-disturb.keep"), value, "primary"),
          button(ACTION.quietAllow, say("do-not-disturb.dismiss"), value),
        ]
      : [button(ACTION.quietAllow, say("do-not-disturb.allow"), value)];
  return actions(
    `do_not_disturb:${entry.id}`,
    row.map((one) => about(nameOf(entry, say), one)),
  );
}

function pager(page: number, pages: number, say: Say): KnownBlock[] {
  if (pages < 2) return [];
  const to = (place: "previous" | "next", wanted: number) =>
    button(`${ACTION.quietPage}:${place}`, say(`at-risk.${place}`), encodeQuiet({ id: 0, page: wanted }));
  return [
    actions("do_not_disturb_pages", [
      ...(page > 0 ? [to("previous", page - 1)] : []),
      ...(page < pages - 1 ? [to("next", page + 1)] : []),
    ]),
  ];
}

/** Asks why a customer is to be left alone. */
export const quietForm = shortForm({
  callback: CALLBACK.quiet,
  title: "do-not-disturb.form.title",
  submit: "do-not-disturb.form.submit",
  ask: "do-not-disturb.form.ask",
  inputs: (say) => [
    textInput(FIELD.quietBecause, say("do-not-disturb.form.because"), {
      length: LONGEST_QUIET_BECAUSE,
      multiline: true,
      placeholder: say("do-not-disturb.form.placeholder"),
    }),
  ],
});
