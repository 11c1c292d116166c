import { z } from "zod";
import { DRAFT_KEYS } from "../../domain/outreach/drafts/draft-keys.ts";
import { PAGE_LANGUAGES } from "../../domain/outreach/feedback/page-language.ts";
import { isRowId } from "../../domain/row-id.ts";

const rowId = z.custom<number>(isRowId, "is no id of a row");

/** What a form hands back with its submission, to answer where it was opened. */
const formMetadata = z.object({
  customerId: rowId,
  suggestionKey: z.string().nullable(),
  /** Null where there is nothing to update, e.g. on a home page. */
  responseUrl: z.url().nullable(),
  channelId: z.string().nullable(),
  /** The message is a customer's card, to be shown again; otherwise a nudge, to be left as it is. */
  isCard: z.boolean(),
  /** The card stands in a channel for everyone there. What it shows is decided again when it is shown again. */
  isSeenByAll: z.boolean(),
  /** Who showed it to the channel, to be named there; null on one's own. */
  sharedBy: z.string().nullable(),
  /** When it was opened, in ms: what it says was so then. Null: of a form from before that was kept. */
  openedAt: z.number().nullable().default(null),
  /** Home as it was turned, where the form was opened there. */
  home: z.string().max(1000).nullish(),
});

export type FormMetadata = z.output<typeof formMetadata>;

/** What a form that is about no single customer hands back. */
const formPlace = formMetadata.pick({ responseUrl: true, channelId: true, home: true });
export type FormPlace = z.output<typeof formPlace>;

/** What the form hands back that asks why a nudge was not useful. */
const whyNotMetadata = formMetadata
  .pick({ customerId: true, responseUrl: true, channelId: true, home: true })
  .extend({
    suggestionKey: z.string(),
    /** It was asked for in the list of one's open nudges, which is shown anew; left out: in the nudge itself. */
    isInList: z.boolean().optional(),
  });
export type WhyNotMetadata = z.output<typeof whyNotMetadata>;

export const encodeWhyNot = (metadata: WhyNotMetadata): string => JSON.stringify(metadata);
/** @throws on text that is none of ours */
export const decodeWhyNot = (text: string): WhyNotMetadata => whyNotMetadata.parse(JSON.parse(text));

/** What the form hands back that corrects a cost. */
const correctionForm = formMetadata.pick({ responseUrl: true, channelId: true }).extend({ entryId: rowId });
export type CorrectionForm = z.output<typeof correctionForm>;

export const encodeCorrection = (form: CorrectionForm): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeCorrection = (text: string): CorrectionForm => correctionForm.parse(JSON.parse(text));

/** What the form hands back that asks a customer for feedback. */
const feedbackForm = formMetadata.pick({ customerId: true, responseUrl: true, channelId: true });
export type FeedbackFormMetadata = z.output<typeof feedbackForm>;

export const encodeFeedbackForm = (form: FeedbackFormMetadata): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeFeedbackForm = (text: string): FeedbackFormMetadata =>
  feedbackForm.parse(JSON.parse(text));

/** What the form hands back that asks what somebody knew of why a customer left. */
const postMortemForm = formMetadata.pick({ customerId: true, responseUrl: true, channelId: true });
export type PostMortemFormPlace = z.output<typeof postMortemForm>;

export const encodePostMortem = (form: PostMortemFormPlace): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodePostMortem = (text: string): PostMortemFormPlace => postMortemForm.parse(JSON.parse(text));
/** What the form of a draft hands back: where it was opened, and what it shows. */
const draftForm = formMetadata.extend({
  language: z.enum(PAGE_LANGUAGES),
  form: z.enum(["email", "chat"]),
});
export type DraftForm = z.output<typeof draftForm>;

export const encodeDraft = (form: DraftForm): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeDraft = (text: string): DraftForm => draftForm.parse(JSON.parse(text));

/** What the form hands back that edits a draft's template. */
const draftTemplateForm = formPlace.extend({
  playbook: z.enum(DRAFT_KEYS),
  language: z.enum(PAGE_LANGUAGES),
  /** When the text it shows had been set, in ms; null: it is ours. */
  seen: z.number().nullable(),
});
export type DraftTemplateForm = z.output<typeof draftTemplateForm>;

export const encodeDraftTemplate = (form: DraftTemplateForm): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeDraftTemplate = (text: string): DraftTemplateForm =>
  draftTemplateForm.parse(JSON.parse(text));

/** What the forms hand back that redeem and adjust points. */
const pointsForm = formMetadata.pick({ customerId: true, responseUrl: true, channelId: true });
export type PointsFormPlace = z.output<typeof pointsForm>;

export const encodePoints = (form: PointsFormPlace): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodePoints = (text: string): PointsFormPlace => pointsForm.parse(JSON.parse(text));

/** What the form hands back that logs a message as a touch. */
const messageTouchForm = z.object({
  /** Whom the message names, with the name as it was filled in; null: nobody, or several. */
  guess: z.object({ customerId: rowId, name: z.string() }).nullable(),
});
export type MessageTouchForm = z.output<typeof messageTouchForm>;

export const encodeMessageTouch = (form: MessageTouchForm): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeMessageTouch = (text: string): MessageTouchForm =>
  messageTouchForm.parse(JSON.parse(text));

/** What the form hands back that sets a playbook. */
const playbookForm = formMetadata.pick({ responseUrl: true, channelId: true }).extend({
  playbook: z.string(),
  /** The revision it was filled with; 0: nothing was set. */
  revision: z.number().int(),
});
export type PlaybookFormMetadata = z.output<typeof playbookForm>;

export const encodePlaybook = (form: PlaybookFormMetadata): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodePlaybook = (text: string): PlaybookFormMetadata => playbookForm.parse(JSON.parse(text));

/** What the form hands back that shares a card. */
const sharedForm = formMetadata.pick({ customerId: true, responseUrl: true, channelId: true }).extend({
  ownerId: z.string().nullable(),
  /** To be named again; empty in forms from before it was kept. */
  customerName: z.string().default(""),
  /** The newest share in that channel that the form tells of, in ms; null: none. */
  seenShareAt: z.number().nullable().default(null),
});
export type SharedForm = z.output<typeof sharedForm>;

export const encodeShared = (form: z.input<typeof sharedForm>): string => JSON.stringify(form);
/** @throws on text that is none of ours */
export const decodeShared = (text: string): SharedForm => sharedForm.parse(JSON.parse(text));

export const encodePlace = (place: FormPlace): string => JSON.stringify(place);
/** @throws on text that is no place of ours */
export const decodePlace = (text: string): FormPlace => formPlace.parse(JSON.parse(text));

/** At most some 600 characters; Slack allows 3,000. */
export const encodeMetadata = (metadata: FormMetadata): string => JSON.stringify(metadata);
/** @throws on text that is no metadata of ours */
export const decodeMetadata = (text: string): FormMetadata => formMetadata.parse(JSON.parse(text));
