import type { KnownBlock } from "@slack/types";
import { isUnread, type Part } from "../../domain/part.ts";
import type { Say } from "../../words/say.ts";
import { section } from "./elements.ts";

/** Parts of Home, as `home.unread` names them. */
export type HomePart =
  | "at_risk"
  | "nudges"
  | "due"
  | "week"
  | "ahead"
  | "answers"
  | "mentions"
  | "freshness"
  | "totals"
  | "owners"
  | "undelivered"
  | "accounts"
  | "settings"
  | "snoozes"
  | "health"
  | "sources"
  | "jobs"
  | "model"
  | "imports";

/** A part of a page, or the line that says that it could not be read and what to do. */
export function unlessUnread<Value>(
  name: HomePart,
  part: Part<Value>,
  say: Say,
  draw: (value: Value) => KnownBlock[],
): KnownBlock[] {
  if (!isUnread(part)) return draw(part);
  return [section(say("home.unread", { part: name, reference: part.unread }))];
}
