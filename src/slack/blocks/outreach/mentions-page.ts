import { rowIdIn } from "../../../domain/row-id.ts";

/** Which mention a button settles and on which page it stands, or which page it leads to. */
export type MentionButton = { readonly mentionId: number | null; readonly page: number };

/** The value of a button: `[17, 0]`, `[null, 2]`. */
export const encodeMentionButton = ({ mentionId, page }: MentionButton): string =>
  JSON.stringify([mentionId, page]);

/** @returns null for a value no button of ours carries */
export function decodeMentionButton(value: string | undefined): MentionButton | null {
  const match = /^\[(null|\d{1,10}),(\d{1,7})\]$/.exec(value ?? "");
  if (match === null) return null;
  const [, id, page] = match;
  const mentionId = rowIdIn(id);
  return mentionId === null && id !== "null" ? null : { mentionId, page: Number(page) };
}
