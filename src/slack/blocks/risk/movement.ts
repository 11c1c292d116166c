import type { KnownBlock } from "@slack/types";
import type { MovementNote } from "../../../domain/risk/scores/movement-words.ts";
import { context, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";

/** Why a score moved: still being worked out, or known; null: there is nothing to compare. */
export type MovementState = "pending" | MovementNote | null;

/** The part of the explanation that says why the score moved; its sentences are ours and hold nothing from outside. */
export function movementBlocks(movement: MovementState, now: Date, timeZone: string): KnownBlock[] {
  if (movement === null) return [];
  if (movement === "pending") return [context("Working out why it moved…")];
  if (movement.kind === "untold") {
    return [context(`Why it moved cannot be told. ${escapeMrkdwn(movement.because, 500)}`)];
  }
  const { since, sentence, caveat } = movement;
  const told = `*Why it moved*\nSince ${shortDate(since, timeZone, now)}: ${sentence}.`;
  return [section(caveat === null ? told : `${told}\n${caveat}`)];
}
