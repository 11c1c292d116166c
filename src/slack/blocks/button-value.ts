import { isRowId } from "../../domain/row-id.ts";

/** What a customer's button carries back to us. */
export type CustomerButton = {
  readonly customerId: number;
  /** The suggestion it answers; null where the message made none. */
  readonly suggestionKey: string | null;
  /** When the message was rendered: whatever was done since then has settled it. */
  readonly shownAt: Date;
  /** Slack user who showed the card to the channel, to be named there; what it shows does not hang on it. */
  readonly sharedBy?: string;
};

/** The value of a button: at most 2,000 characters, as Slack allows. */
export function encodeButton({ customerId, suggestionKey, shownAt, sharedBy }: CustomerButton): string {
  const value = [customerId, suggestionKey, shownAt.getTime()];
  return JSON.stringify(sharedBy === undefined ? value : [...value, sharedBy]);
}

/** @returns null for a value no button of ours carries, e.g. from an older version */
export function decodeButton(value: string | undefined): CustomerButton | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [customerId, suggestionKey, shownAt, sharedBy]: unknown[] = parsed;
  if (!isRowId(customerId)) return null;
  if (suggestionKey !== null && typeof suggestionKey !== "string") return null;
  const shown = new Date(typeof shownAt === "number" ? shownAt : Number.NaN);
  // A number can lie beyond what a day can be.
  if (Number.isNaN(shown.getTime())) return null;
  const button = { customerId, suggestionKey, shownAt: shown };
  return typeof sharedBy === "string" ? { ...button, sharedBy } : button;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
