import { labelled } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { withoutFullStop } from "../words.ts";
import { howText, pausedText, type ShownSettings } from "./nudge-settings-text.ts";

export type TeamNudgesView = {
  readonly members: ReadonlyArray<{
    readonly memberId: string;
    readonly name: string;
    readonly settings: ShownSettings;
    readonly isPaused: boolean;
    readonly open: number;
    readonly sent: number;
    readonly answered: number;
  }>;
  readonly now: Date;
};

/** Ten lines a section, and no more sections than are read. */
const LINES_A_SECTION = 10;
const MOST_SHOWN = 50;

/** Everybody who owns customers, who paused first: how they are told, what is open, and what they answered. */
export function teamNudgesMessage({ members, now }: TeamNudgesView, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const title = say("team-nudges.title");
  if (members.length === 0)
    return { blocks: [section(say("team-nudges.none"))], text: say("team-nudges.none") };
  const paused = members.filter(({ isPaused }) => isPaused).length;
  const summary = say("team-nudges.summary", { members: members.length, paused });
  const lines = members.slice(0, MOST_SHOWN).map((one) => memberLine(one, now, locale));
  const more = members.length - lines.length;
  const sections = Array.from({ length: Math.ceil(lines.length / LINES_A_SECTION) }, (_, at) =>
    section(lines.slice(at * LINES_A_SECTION, (at + 1) * LINES_A_SECTION).join("\n")),
  );
  return {
    blocks: [
      header(title),
      section(summary),
      ...sections,
      ...(more > 0 ? [context(say("team-nudges.more", { members: more }))] : []),
    ],
    text: labelled(title, summary, say),
  };
}

function memberLine(member: TeamNudgesView["members"][number], now: Date, locale: Locale): string {
  const { name, settings, isPaused, open, sent, answered } = member;
  const how = (isPaused ? pausedText(settings, now, locale) : null) ?? howText(settings, locale);
  const said = sayIn(locale)("team-nudges.member", { open, sent, answered });
  return `*${escapeMrkdwn(name, 80)}* · ${withoutFullStop(how)} · ${escapeMrkdwn(settings.timeZone, 40)} · ${said}`;
}
