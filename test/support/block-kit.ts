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

/** @throws with everything that Slack would refuse about a message or a view */
export function assertSendable(sendable: Sendable): void {
  const problems = "type" in sendable ? problemsOfView(sendable) : problemsOfMessage(sendable);
  if (problems.length > 0) throw new Error(`Slack would refuse this:\n  ${problems.join("\n  ")}`);
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
