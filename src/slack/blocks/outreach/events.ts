import type { KnownBlock } from "@slack/types";
import { audiencePhrase } from "../../../domain/outreach/event-phrases.ts";
import { type ListedEvent, NOT_AFTER_DAYS, NOT_BEFORE_DAYS } from "../../../domain/outreach/events.ts";
import { sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

export type EventsView = {
  readonly events: readonly ListedEvent[];
  /** Whether the reader may add and remove. */
  readonly mayChange: boolean;
  readonly locale: Locale;
};

/** Two blocks an event stay within the fifty of a message. */
const MOST_SHOWN = 20;
const NAME_LENGTH = 200;
const PLACE_LENGTH = 400;
const WINDOW = { from: NOT_BEFORE_DAYS, to: NOT_AFTER_DAYS };

/** What the team plans, the next first. @param told what the last click did, as our own mrkdwn */
export function eventsMessage(
  { events, mayChange, locale }: EventsView,
  told: string | null = null,
): SlackMessage {
  const say = sayIn(locale);
  const done = told === null ? [] : [section(told)];
  const add = mayChange
    ? [actions("events_add", [button(ACTION.eventAdd, say("events.add"), "add", "primary")])]
    : [];
  if (events.length === 0) {
    const how = say(mayChange ? "events.none.how" : "events.none.ask", WINDOW);
    const text = `${say("events.none")} ${how}`;
    return { text: told ?? text, blocks: [...done, section(text), ...add] };
  }
  const title = say("events.title", { events: events.length });
  const rows = events.slice(0, MOST_SHOWN).flatMap((event) => eventBlocks(event, { mayChange, locale }));
  return {
    text: told ?? title,
    blocks: [...done, header(title), ...rows, context(footOf(events, say)), ...add],
  };
}

function footOf(events: readonly ListedEvent[], say: Say): string {
  const more = events.length - MOST_SHOWN;
  return sentences(
    [say("events.rule", WINDOW), ...(more > 0 ? [say("events.more", { events: more })] : [])],
    say,
  );
}

function eventBlocks(event: ListedEvent, { mayChange, locale }: Omit<EventsView, "events">): KnownBlock[] {
  const say = sayIn(locale);
  const { id, name, day, place, audience, customers } = event;
  const shown = { name: escapeMrkdwn(name, NAME_LENGTH), day: { day } };
  const line =
    place === null
      ? say("events.line", shown)
      : say("events.line.at", { ...shown, place: escapeMrkdwn(place, PLACE_LENGTH) });
  const invited = escapeMrkdwn(textOf(audiencePhrase(audience), locale), NAME_LENGTH);
  const text = `${line}\n${invited} · ${say("events.customers", { customers })}`;
  const removing = about(name, button(`${ACTION.eventRemove}:${id}`, say("events.remove"), String(id)));
  return mayChange ? [{ ...section(text), accessory: removing }] : [section(text)];
}

/** What was added, and that nobody fits where that is so. */
export function addedText({ name, customers }: ListedEvent, locale: Locale): string {
  const say = sayIn(locale);
  const shown = { name: escapeMrkdwn(name, NAME_LENGTH) };
  return sentences(
    [say("events.added", shown), ...(customers === 0 ? [say("events.nobody", shown)] : [])],
    say,
  );
}

export const removedText = (name: string | null, locale: Locale): string =>
  name === null
    ? sayIn(locale)("events.gone")
    : sayIn(locale)("events.removed", { name: escapeMrkdwn(name, NAME_LENGTH) });

export const knownText = (name: string, locale: Locale): string =>
  sayIn(locale)("events.known", { name: escapeMrkdwn(name, NAME_LENGTH) });
