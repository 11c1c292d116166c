import type { Button, KnownBlock } from "@slack/types";
import { BY_ITSELF, type ListedPair, type PairSide } from "../../../domain/customers/joins/listed-pair.ts";
import type { DuplicatesMessage } from "../../../domain/messages/messages.ts";
import { commaList, labelled, semicolonList, sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { encodePairs } from "../imports/pair-value.ts";

/** Pairs to show, and how many further questions there are. */
export type ShownPairs = {
  readonly pairs: readonly ListedPair[];
  readonly more: number;
  /** Joined by themselves, and named by their number alone. */
  readonly moreJoined?: number;
};

/** Each pair with what agrees and what differs, how it stands, and the buttons that settle it or take that back. */
export function duplicatesMessage({ pairs, more, moreJoined = 0 }: ShownPairs, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const open = pairs.filter(({ status }) => status === "proposed").length;
  if (pairs.length === 0) return { blocks: [section(say("duplicates.none"))], text: say("duplicates.none") };
  const title =
    open === 0 ? say("duplicates.title.settled") : say("duplicates.title", { pairs: open + more });
  const blocks: KnownBlock[] = [
    header(title),
    ...pairs.flatMap((pair, place) => pairBlocks(pair, place, pairs, say)),
    context(footOf(more, moreJoined, say)),
  ];
  return {
    blocks,
    text: labelled(
      title,
      semicolonList(
        pairs.map((pair) => namesOf(pair, say)),
        say,
      ),
      say,
    ),
  };
}

/** What is posted once a day: questions first, then what was joined by itself. */
export function duplicatesAlert(message: DuplicatesMessage, locale: Locale): SlackMessage {
  const { pairs, joined, more, moreJoined } = message;
  return duplicatesMessage({ pairs: [...pairs, ...joined], more, moreJoined }, locale);
}

function footOf(more: number, moreJoined: number, say: Say): string {
  const told = [
    ...(more > 0 ? [say("duplicates.more", { more })] : []),
    ...(moreJoined > 0 ? [say("duplicates.more-joined", { more: moreJoined })] : []),
    say("duplicates.what-a-join-is"),
  ];
  return sentences(told, say);
}

function pairBlocks(pair: ListedPair, place: number, pairs: readonly ListedPair[], say: Say): KnownBlock[] {
  const lines = [
    `*${namesOf(pair, say)}*`,
    ...evidenceLines(pair, say),
    ...contractsLine(pair, say),
    ...standsLine(pair, say),
  ];
  const value = encodePairs({ place, pairs });
  const named = `${pair.first.name} – ${pair.second.name}`;
  return [
    section(lines.join("\n")),
    actions(
      `duplicate_${place}`,
      buttonsOf(pair).map(([action, label, style]) =>
        about(named, button(`${action}:${place}`, say(label), value, style)),
      ),
    ),
  ];
}

type Shown = readonly [action: string, label: string, style?: Button["style"] & "primary"];

function buttonsOf({ status }: ListedPair): Shown[] {
  if (status !== "proposed") return [[ACTION.duplicateUndo, "duplicates.undo"]];
  return [
    [ACTION.duplicateJoin, "duplicates.join", "primary"],
    [ACTION.duplicateApart, "duplicates.keep-apart"],
  ];
}

const namesOf = ({ first, second }: ListedPair, say: Say) =>
  say("duplicates.pair", { first: sideOf(first, say), second: sideOf(second, say) });

const sideOf = ({ name, source, externalId }: PairSide, say: Say) =>
  say("duplicates.side", {
    name: escapeMrkdwn(name, 120),
    source: escapeMrkdwn(source, 60),
    id: escapeMrkdwn(externalId, 60),
  });

function evidenceLines({ why }: ListedPair, say: Say): string[] {
  const list = (which: "agrees" | "differs") =>
    why[which]
      // The names stand in the line above.
      .filter(({ sign }) => sign !== "name")
      .map(({ sign, first, second }) =>
        say(`duplicates.sign.${sign}`, {
          how: which,
          first: escapeMrkdwn(first, 80),
          second: escapeMrkdwn(second, 80),
        }),
      );
  const [same, other] = [list("agrees"), list("differs")];
  return [
    ...(same.length > 0 ? [say("duplicates.agrees", { signs: commaList(same, say) })] : []),
    ...(same.length === 0 && why.agrees.length > 0 ? [say("duplicates.agrees.name-alone")] : []),
    ...(other.length > 0 ? [say("duplicates.differs", { signs: commaList(other, say) })] : []),
  ];
}

/** Two contracts of one customer are two contracts, also where both systems mean the same one. */
function contractsLine({ first, second }: ListedPair, say: Say): string[] {
  return first.contracts > 0 && second.contracts > 0 ? [say("duplicates.contracts")] : [];
}

function standsLine({ status, decidedBy, decidedByName }: ListedPair, say: Say): string[] {
  if (status === "proposed") return [];
  if (decidedBy === BY_ITSELF) return [say(`duplicates.${status}.by-itself`)];
  const who = decidedByName === null ? "" : escapeMrkdwn(decidedByName, 80);
  return [say(`duplicates.${status}`, { named: who === "" ? "no" : "yes", who })];
}
