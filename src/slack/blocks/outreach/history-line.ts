import type { HistoryEntry } from "../../../domain/outreach/history.ts";
import { phrase } from "../../../domain/phrase.ts";
import { commaList } from "../../../words/joined.ts";
import { moneyText } from "../../../words/money.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { percentPhrase, type Reading } from "../risk/risk-words.ts";
import { shortDate, shortDay } from "../words.ts";

type Of<Kind extends HistoryEntry["kind"]> = Extract<HistoryEntry, { kind: Kind }>;

/** Of a note, a subject or a product: enough to know it again. */
const QUOTED_LENGTH = 120;
const quoted = (text: string) => escapeMrkdwn(text, QUOTED_LENGTH);

/** "*9 Dec* · Phone by Ana: reached them – “Will think about it”": the day, what and who. */
export function historyLine(entry: HistoryEntry, reading: Reading): string {
  return sayIn(reading.locale)("history.line", { day: dayOf(entry, reading), what: whatOf(entry, reading) });
}

function dayOf(entry: HistoryEntry, { now, timeZone, locale }: Reading): string {
  if (entry.kind !== "activity") return shortDate(entry.at, timeZone, now, locale);
  const day = shortDay(entry.from, now, locale);
  return entry.span === "day" ? day : sayIn(locale)("history.week", { day });
}

function whatOf(entry: HistoryEntry, reading: Reading): string {
  const { timeZone, now, locale } = reading;
  const say = sayIn(locale);
  const who = (name: string | null) => (name === null ? say("history.somebody") : escapeMrkdwn(name, 100));
  switch (entry.kind) {
    case "activity":
      return activity(entry, reading);
    case "ticket-opened":
    case "ticket-solved": {
      const { reference, subject, severity } = entry;
      return say(`history.${entry.kind}`, {
        ...{ reference: quoted(reference), subject: quoted(subject), severity },
      });
    }
    case "touch":
      return withNote(touch(entry, who, reading), entry.note, reading);
    case "feedback": {
      const rated = say(`history.feedback.${entry.of}`, { score: entry.score, most: entry.scaleMax });
      return withNote(rated, entry.comment, reading);
    }
    case "mention": {
      const { author, network, answered } = entry;
      const said = { who: who(author), network: quoted(network), answered: answered ? "yes" : "no" };
      return withNote(say("history.mention", said), entry.text, reading);
    }
    case "risk":
      return risk(entry, reading);
    case "nudge": {
      const code = entry.posted === null ? "waiting" : "failed";
      const told = {
        who: entry.to === null ? say("history.somebody.within") : who(entry.to),
        action: quoted(textOf(entry.action, locale)),
      };
      return say(entry.posted === true ? "history.nudge" : `history.nudge.${code}`, told);
    }
    case "answer": {
      const answer = say(`history.answer.${entry.status}`, { who: who(entry.by) });
      return entry.whyNot === null
        ? answer
        : say("history.answer.why", { answer, why: phrase(`why-not.${entry.whyNot}`) });
    }
    case "why-left":
      return withNote(say("history.why-left", { who: who(entry.by) }), entry.note, reading);
    case "digest":
      return say("history.digest", { channel: channelOf(entry.channelId) });
    case "share":
      return say("history.share", {
        ...{ who: who(entry.by), place: entry.channelId === null ? "nowhere" : "channel" },
        channel: channelOf(entry.channelId ?? ""),
      });
    case "snooze": {
      if (entry.until === null) return say("history.snooze.ended", { who: who(entry.by) });
      const until = shortDate(new Date(entry.until), timeZone, now, locale);
      return say("history.snooze", { who: who(entry.by), until });
    }
    case "override": {
      const until = shortDate(new Date(entry.until), timeZone, now, locale);
      const said = say("history.override", { who: who(entry.by), says: entry.says, until });
      return withNote(said, entry.because, reading);
    }
    case "override-taken-back":
      return say("history.override.taken-back", { who: who(entry.by) });
  }
}

/** Slack shows its name to those who may see it. */
const channelOf = (channelId: string) => `<#${plainLine(channelId, 30).replace(/[^A-Z0-9]/g, "")}>`;

/** "Bought: €1,200.00, Widgets, Cables and 2 more". */
function activity(
  { of, amount, quantity, products, productsInAll }: Of<"activity">,
  { locale }: Reading,
): string {
  const say = sayIn(locale);
  const counted = of === "usage" && quantity !== null ? [say("number.plain", { number: quantity })] : [];
  const named = commaList(products.map(quoted), say);
  const more = productsInAll - products.length;
  const details = [
    ...(amount === null ? [] : [moneyText(amount, locale)]),
    ...counted,
    ...(named === "" ? [] : [say("history.products", { named, more })]),
  ];
  const detail = commaList(details, say);
  const what = say(`history.${of}`);
  return detail === "" ? what : say("history.with", { what, detail });
}

function touch(
  { channel, outcome, by }: Of<"touch">,
  who: (name: string | null) => string,
  { locale }: Reading,
): string {
  const told = {
    channel: phrase(`touch.channel.${channel}`),
    outcome: phrase(`touch.came-of-it.${outcome}`),
  };
  const say = sayIn(locale);
  return by === null ? say("history.touch.nobody", told) : say("history.touch", { ...told, who: who(by) });
}

function withNote(what: string, note: string | null, { locale }: Reading): string {
  return note === null || note.trim() === ""
    ? what
    : sayIn(locale)("history.with-note", { what, note: quoted(note) });
}

function risk({ probability, before, band, modelChanged }: Of<"risk">, { locale }: Reading): string {
  const say = sayIn(locale);
  const now = { risk: percentPhrase(probability), band };
  if (before === null) return say("history.risk.first", now);
  return say("history.risk", {
    ...{ ...now, before: percentPhrase(before) },
    ...{ way: probability > before ? "up" : "down", model: modelChanged ? "changed" : "same" },
  });
}
