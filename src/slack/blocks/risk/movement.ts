import type { KnownBlock } from "@slack/types";
import type { MovementNote } from "../../../domain/risk/scores/movement-note.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";
import type { Reading } from "./risk-words.ts";

/** Why a score moved: still being worked out, or known; null: there is nothing to compare. */
export type MovementState = "pending" | MovementNote | null;

/** The part of the explanation that says why the score moved. */
export function movementBlocks(movement: MovementState, { now, timeZone, locale }: Reading): KnownBlock[] {
  const say = sayIn(locale);
  if (movement === null) return [];
  if (movement === "pending") return [context(say("why.moved.pending"))];
  if (movement.kind === "untold") {
    const because = escapeMrkdwn(textOf(movement.because, locale), 500);
    return [context(say("why.moved.untold", { because }))];
  }
  const { since, sentence, caveat } = movement;
  const told = say("why.moved", { since: shortDate(since, timeZone, now, locale), sentence });
  return [section(caveat === null ? told : `${told}\n${textOf(caveat, locale)}`)];
}
