import {
  LEAST_PEOPLE_IN_SUM,
  type ListedOverrides,
  type OverrideTally,
} from "../../../domain/outreach/overrides/override.ts";
import { labelled, sentences } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { type OverrideReading, overrideParts } from "./override-words.ts";

const NAME_LENGTH = 150;
const BECAUSE_LENGTH = 200;

/** A member's own calls that run, and how those turned out that are over; for those who steer also the team's sum. */
export function overridesMessage(
  listed: ListedOverrides,
  reading: Omit<OverrideReading, "now">,
): SlackMessage {
  const say = sayIn(reading.locale);
  const lines = listed.open.map((one) =>
    say("overrides.line", {
      ...overrideParts({ ...one, byName: null }, { ...reading, now: listed.now }),
      customer: escapeMrkdwn(one.name, NAME_LENGTH),
      because: escapeMrkdwn(one.because, BECAUSE_LENGTH),
    }),
  );
  const more = listed.hasMore ? [say("overrides.more", { shown: lines.length })] : [];
  const open = lines.length === 0 ? [say("overrides.none")] : [lines.join("\n"), ...more];
  const tallies = [ownTally(listed.own, say), ...teamLines(listed.team, say)];
  const title = say("overrides.title");
  return {
    text: labelled(title, sentences([...open, ...tallies], say), say),
    blocks: [
      header(title),
      ...[...open, ...tallies].map((text) => section(text)),
      context(say("overrides.private")),
    ],
  };
}

export const ownTally = (tally: OverrideTally, say: Say): string =>
  tally.calls === 0 ? say("overrides.tally.none") : say("overrides.tally", { ...tally });

function teamLines(team: ListedOverrides["team"], say: Say): string[] {
  if (team === null) return [];
  if (team === "too-few") return [say("overrides.team.too-few", { people: LEAST_PEOPLE_IN_SUM })];
  return [say("overrides.team", { ...team })];
}
