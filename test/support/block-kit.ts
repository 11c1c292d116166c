import {
  blockProblems,
  hasSeveralTables,
  isTooLongForOneMessage,
  viewProblems,
} from "../../src/sandbox/block-kit/validate.ts";

/** A message or view as it goes to Slack. */
export type Sendable =
  | { readonly blocks: readonly unknown[]; readonly text: string }
  | { readonly type: "modal" | "home"; readonly blocks: readonly unknown[] };

/** @throws with everything that Slack would refuse about a message or a view, and what its reader would stumble over */
export function assertSendable(sendable: Sendable): void {
  const problems = [...problemsAtSlack(sendable), ...shownTexts(sendable).flatMap(untidiness)];
  if (problems.length > 0) throw new Error(`This cannot be sent:\n  ${problems.join("\n  ")}`);
}

/** What Slack would refuse about a message or a view. */
export const problemsAtSlack = (sendable: Sendable): string[] =>
  "type" in sendable ? problemsOfView(sendable) : problemsOfMessage(sendable);

/** What a reader sees or hears: every text in it, wherever it stands. */
function shownTexts(part: unknown, key = ""): string[] {
  if (typeof part === "string") return SHOWN.has(key) ? [part] : [];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => shownTexts(value, Array.isArray(part) ? key : name));
}
const SHOWN = new Set(["text", "caption", "label", "title", "alt_text", "categories", "placeholder", "hint"]);

/**
 * Days and large numbers that did not go through the words, and so are not written as the reader writes them; but what is
 * to be typed stands as it is typed, nobody reads where a mail link leads, and a reference may be all digits.
 */
function untidiness(text: string): string[] {
  const shown = text.replace(
    /<(?:!date\^|mailto:)[^|]*\||`[^`]*`|(?:reference|參考編號|参考编号) [0-9a-f]{8}/g,
    "",
  );
  const day = /\b\d{4}-\d{2}(-\d{2})?\b/.exec(shown)?.[0];
  const number = /(?<![\w.,/:#-])\d{5,}(?![\w/:-])/.exec(shown)?.[0];
  return [
    ...(day === undefined ? [] : [`a day as no reader writes it: ${day} in “${shown.slice(0, 80)}”`]),
    ...(number === undefined ? [] : [`an ungrouped number: ${number} in “${shown.slice(0, 80)}”`]),
  ];
}

function problemsOfView(view: Extract<Sendable, { type: string }>): string[] {
  return viewProblems(view, view.type, "").map(({ message, pointer }) => `${pointer}: ${message}`);
}

function problemsOfMessage({ blocks, text }: Extract<Sendable, { text: string }>): string[] {
  return [
    ...blockProblems(blocks, "message", "/blocks").map(({ message, pointer }) => `${pointer}: ${message}`),
    ...(hasSeveralTables(blocks) ? ["more than one table"] : []),
    ...(isTooLongForOneMessage(blocks) ? ["too many characters in all blocks"] : []),
    ...(text.trim() === "" ? ["no fallback text"] : []),
  ];
}
