/** What a customer's button carries back to us. */
export type CustomerButton = {
  readonly customerId: number;
  /** The suggestion it answers; null where the message made none. */
  readonly suggestionKey: string | null;
  /** When the message was rendered: whatever was done since then has settled it. */
  readonly shownAt: Date;
};

/** The value of a button: at most 2,000 characters, as Slack allows. */
export function encodeButton({ customerId, suggestionKey, shownAt }: CustomerButton): string {
  return JSON.stringify([customerId, suggestionKey, shownAt.getTime()]);
}

/** @returns null for a value no button of ours carries, e.g. from an older version */
export function decodeButton(value: string | undefined): CustomerButton | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [customerId, suggestionKey, shownAt]: unknown[] = parsed;
  if (!Number.isSafeInteger(customerId) || typeof customerId !== "number") return null;
  if (suggestionKey !== null && typeof suggestionKey !== "string") return null;
  if (typeof shownAt !== "number" || !Number.isFinite(shownAt)) return null;
  return { customerId, suggestionKey, shownAt: new Date(shownAt) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
