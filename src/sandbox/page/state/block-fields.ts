import type { BlockJson } from "../../page-protocol.ts";

/** Any object of a Block Kit payload; the sandbox has validated it, these readers only tell the shapes apart. */
export type Json = Readonly<Record<string, unknown>>;

/** A text object of Slack's. */
export type TextObject = {
  readonly text: string;
  readonly isMrkdwn: boolean;
  /** Links only where they are written as links. */
  readonly isVerbatim: boolean;
  readonly hasEmoji: boolean;
};

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isBlock = (value: unknown): value is BlockJson => isJson(value) && typeof value.type === "string";

export function stringIn(json: Json, field: string): string | null {
  const value = json[field];
  return typeof value === "string" ? value : null;
}

export function numberIn(json: Json, field: string): number | null {
  const value = json[field];
  const number = typeof value === "string" ? Number.parseFloat(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

export const flagIn = (json: Json, field: string): boolean => json[field] === true;

export function objectIn(json: Json, field: string): Json | null {
  const value = json[field];
  return isJson(value) ? value : null;
}

export function listIn(json: Json, field: string): readonly Json[] {
  const value = json[field];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function stringsIn(json: Json, field: string): readonly string[] {
  const value = json[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function blocksIn(json: Json, field: string): readonly BlockJson[] {
  const value = json[field];
  return Array.isArray(value) ? value.filter(isBlock) : [];
}

export function blockIn(json: Json, field: string): BlockJson | null {
  const value = json[field];
  return isBlock(value) ? value : null;
}

/** A text object, or a bare string where Slack allows one. */
export function textIn(json: Json, field: string): TextObject | null {
  const value = json[field];
  if (typeof value === "string") return { text: value, isMrkdwn: false, isVerbatim: true, hasEmoji: true };
  return isJson(value) ? textObject(value) : null;
}

export function textObject(json: Json): TextObject {
  return {
    text: stringIn(json, "text") ?? "",
    isMrkdwn: json.type === "mrkdwn",
    isVerbatim: flagIn(json, "verbatim"),
    hasEmoji: json.emoji !== false,
  };
}

/** The words of a text object, for labels. */
export const wordsIn = (json: Json, field: string): string => textIn(json, field)?.text ?? "";
