import { z } from "zod";

/** What a form hands back with its submission, to answer where it was opened. */
const formMetadata = z.object({
  customerId: z.number().int(),
  suggestionKey: z.string().nullable(),
  /** Null where there is nothing to update, e.g. on a home page. */
  responseUrl: z.url().nullable(),
  channelId: z.string().nullable(),
  timeZone: z.string(),
  /** The message is a customer's card, to be shown again; otherwise a nudge, to be left as it is. */
  isCard: z.boolean(),
  /** Whose rights the card was shared with; null on one's own. */
  sharedBy: z.string().nullable(),
});

export type FormMetadata = z.output<typeof formMetadata>;

/** At most some 600 characters; Slack allows 3,000. */
export const encodeMetadata = (metadata: FormMetadata): string => JSON.stringify(metadata);
/** @throws on text that is no metadata of ours */
export const decodeMetadata = (text: string): FormMetadata => formMetadata.parse(JSON.parse(text));
