import { CUSTOMER_INTENTS, type CustomerIntent } from "../../../domain/asking/intent.ts";
import { isRowId } from "../../../domain/row-id.ts";

/** What a button carries that answers a question about the customer that was chosen. */
export type AskedAbout = {
  readonly intent: CustomerIntent;
  readonly customerId: number;
  /** Where the question was asked; null: in no conversation that goes on. */
  readonly conversation: string | null;
};

export const encodeAsked = ({ intent, customerId, conversation }: AskedAbout): string =>
  JSON.stringify([intent, customerId, conversation]);

/** @returns null for a value no button of ours carries */
export function decodeAsked(value: string | undefined): AskedAbout | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [asked, customerId, conversation]: unknown[] = parsed;
  const intent = CUSTOMER_INTENTS.find((one) => one === asked);
  if (intent === undefined || !isRowId(customerId)) return null;
  return { intent, customerId, conversation: typeof conversation === "string" ? conversation : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
