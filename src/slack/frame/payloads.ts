import { z } from "zod";
import { EVENT, STEP_EVENT } from "../ids.ts";
import { functionEvent } from "../steps/step-request.ts";
import type { AnswerPlace } from "./answer-place.ts";
import type { AskedIn } from "./asked-in.ts";
import { messageEvent, writtenMessage } from "./message-event.ts";

/** What Slack sends, reduced to what is used; anything else in it is ignored. */
const id = z.string().min(1);

const commandPayload = z
  .object({
    command: id,
    text: z.string().default(""),
    user_id: id,
    channel_id: id,
    trigger_id: id,
    response_url: z.url(),
  })
  .transform(
    (body): CommandRequest => ({
      deliveryId: `command:${body.trigger_id}`,
      userId: body.user_id,
      channelId: body.channel_id,
      triggerId: body.trigger_id,
      text: unescaped(body.text),
      responseUrl: body.response_url,
    }),
  );

const fieldState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  files: z.array(z.object({ id, name: z.string().nullish(), size: z.number().nullish() })).nullish(),
});
const formValues = z.record(z.string(), z.record(z.string(), fieldState));

const actionPayload = z
  .object({
    user: z.object({ id }),
    trigger_id: id,
    response_url: z.url().optional(),
    channel: z.object({ id }).optional(),
    container: z.object({ is_ephemeral: z.boolean().optional(), channel_id: id.optional() }).optional(),
    view: z
      .object({
        id,
        type: z.string().default(""),
        private_metadata: z.string().default(""),
        state: z.object({ values: formValues }).default({ values: {} }),
      })
      .optional(),
    message: z
      .object({
        text: z.string().default(""),
        blocks: z.array(z.record(z.string(), z.unknown())).default([]),
      })
      .optional(),
    actions: z
      .array(
        z.object({
          action_id: id,
          block_id: z.string().default(""),
          value: z.string().optional(),
          selected_option: z.object({ value: z.string() }).nullish(),
          action_ts: id,
        }),
      )
      .min(1),
  })
  .transform((body) => ({
    deliveryId: `action:${body.trigger_id}:${body.actions[0]?.action_ts ?? ""}`,
    userId: body.user.id,
    triggerId: body.trigger_id,
    responseUrl: body.response_url ?? null,
    // A button in the pane of a link names its channel in the container alone.
    channelId: body.channel?.id ?? body.container?.channel_id ?? null,
    /** The modal whose button it is; null: a message's or Home's. */
    viewId: body.view?.type === "modal" ? body.view.id : null,
    /** What Home hands back, where it is Home's button; null: another's. */
    home: body.view?.type === "home" ? body.view.private_metadata : null,
    isEphemeral: body.container?.is_ephemeral ?? false,
    message: body.message ?? null,
    /** What stands in the form in which it was pressed; null in a message. */
    form: body.view
      ? {
          viewId: body.view.id,
          metadata: body.view.private_metadata,
          fields: fieldsOf(body.view.state.values),
        }
      : null,
    actionId: body.actions[0]?.action_id ?? "",
    blockId: body.actions[0]?.block_id ?? "",
    value: body.actions[0]?.value ?? body.actions[0]?.selected_option?.value,
  }));

const submissionPayload = z
  .object({
    user: z.object({ id }),
    view: z.object({
      id,
      callback_id: z.string(),
      private_metadata: z.string().default(""),
      state: z.object({ values: formValues }),
    }),
  })
  .transform(({ user, view }) => ({
    // One modal can be several forms, one after the other.
    deliveryId: `view:${view.id}:${view.callback_id}`,
    userId: user.id,
    viewId: view.id,
    callbackId: view.callback_id,
    metadata: view.private_metadata,
    fields: fieldsOf(view.state.values),
    files: filesOf(view.state.values),
  }));

/** Who did something is named by id; whom an event is about is described at length. */
const eventUser = z.union([z.string(), z.looseObject({ id })]);

/** A channel that comes to be is described at length; nobody asks where that is. */
const channelOfEvent = z.string().optional().catch(undefined);

const eventPayload = z
  .object({
    event_id: id,
    event: z.looseObject({
      type: id,
      user: eventUser.default(""),
      tab: z.string().optional(),
      channel: channelOfEvent,
      streaming_message_ts: z.array(z.string()).default([]),
    }),
  })
  .transform(({ event_id, event }) => {
    const { type, user, tab, channel, streaming_message_ts: stopped } = event;
    const userId = typeof user === "string" ? user : user.id;
    const isMessage = type === EVENT.messageWritten || type === EVENT.mentioned;
    const step = type === STEP_EVENT ? functionEvent.parse(event) : null;
    const message = isMessage ? writtenMessage(messageEvent.parse(event), userId) : null;
    return {
      deliveryId:
        message?.deliveryId ?? (step && `step:${step.function_execution_id}`) ?? `event:${event_id}`,
      userId,
      /** The description of the user; null where the event only names one. */
      described: typeof user === "string" ? null : user,
      tab: tab ?? null,
      /** Messages that were being streamed, and are not wanted any more. */
      stopped,
      /** A step of a workflow; null: it is about none. */
      step,
      channelId: channel ?? null,
      /** All that Slack says, for events of which more is read. */
      event,
      /** Null where nobody wrote to us. */
      message,
      /** Nobody waits for an answer, as to a message of our own. */
      isIdle: (isMessage && message === null) || type === EVENT.contextChanged,
    };
  });

/** Of a message, whose text it carries, or of none. */
const shortcutPayload = z
  .object({
    type: z.enum(["message_action", "shortcut"]),
    callback_id: id,
    trigger_id: id,
    user: z.object({ id }),
    message: z.object({ text: z.string().default(""), ts: z.string().default("") }).optional(),
  })
  .transform(({ callback_id, trigger_id, user, message }) => ({
    deliveryId: `shortcut:${trigger_id}`,
    callbackId: callback_id,
    userId: user.id,
    triggerId: trigger_id,
    message: message === undefined ? null : { text: unescaped(message.text), at: momentOf(message.ts) },
  }));

/** Slack names a message by the seconds since 1970; null for anything else. */
function momentOf(ts: string): Date | null {
  const at = new Date(Number(ts) * 1000);
  return ts === "" || Number.isNaN(at.getTime()) ? null : at;
}

export type ShortcutRequest = z.output<typeof shortcutPayload>;
export type CommandRequest = {
  readonly deliveryId: string;
  readonly userId: string;
  /** Null, with the address, where it is answered in the direct message. */
  readonly channelId: string | null;
  /** Null where no form can be opened: a message, unlike a command or a button, has none. */
  readonly triggerId: string | null;
  readonly text: string;
  readonly responseUrl: string | null;
  /** The conversation it was written in, from which more can be asked; left out: none, as with a command. */
  readonly askedIn?: AskedIn;
};
export type ActionRequest = z.output<typeof actionPayload>;
export type SubmissionRequest = z.output<typeof submissionPayload>;
export type EventRequest = z.output<typeof eventPayload>;

/** What can still be made out of a payload nobody can read: enough to answer whoever sent it. */
const sender = z.object({
  user: z.object({ id }).optional().catch(undefined),
  user_id: id.optional().catch(undefined),
  response_url: z.url().optional().catch(undefined),
});

/** Null where it does not even say who sent it. */
export function senderOf(body: unknown): AnswerPlace | null {
  const read = sender.safeParse(body);
  const userId = read.success ? (read.data.user?.id ?? read.data.user_id) : undefined;
  if (userId === undefined) return null;
  return { userId, channelId: null, responseUrl: read.data?.response_url ?? null };
}

/** @throws ZodError for what is no such payload */
export const parseCommand = (body: unknown): CommandRequest => commandPayload.parse(body);
export const parseAction = (body: unknown): ActionRequest => actionPayload.parse(body);
export const parseSubmission = (body: unknown): SubmissionRequest => submissionPayload.parse(body);
export const parseShortcut = (body: unknown): ShortcutRequest => shortcutPayload.parse(body);
export const parseEvent = (body: unknown): EventRequest => eventPayload.parse(body);

/** By what tells them apart in what Slack sends. */
const REQUESTS = [
  [z.object({ command: id }), commandPayload],
  [z.object({ type: z.literal("block_actions") }), actionPayload],
  [z.object({ type: z.literal("view_submission") }), submissionPayload],
  [z.object({ type: z.enum(["message_action", "shortcut"]) }), shortcutPayload],
  [z.object({ type: z.literal("event_callback") }), eventPayload],
] as const;

const payloadOf = (body: unknown) => REQUESTS.find(([mark]) => mark.safeParse(body).success)?.[1];

/** Whether it is of a kind that we take. */
export const isRequest = (body: unknown): boolean => payloadOf(body) !== undefined;

/** Why nobody can read a request; null: it can be read. */
export function problemIn(body: unknown): Error | null {
  try {
    return payloadOf(body)?.safeParse(body).error ?? null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The same for every delivery of a request; null for what nobody can read, or nobody waits for. */
export function deliveryIdOf(body: unknown): string | null {
  const request = payloadOf(body)?.safeParse(body).data;
  if (request === undefined || ("isIdle" in request && request.isIdle)) return null;
  return request.deliveryId;
}

/** Of a form; null for anything else. */
export const callbackIdOf = (body: unknown): string | null =>
  submissionPayload.safeParse(body).data?.callbackId ?? null;

/** The block of a form's first input; null for what is no form, or has none. */
export const firstFieldOf = (body: unknown): string | null =>
  submissionPayload.safeParse(body).data?.fields.keys().next().value ?? null;

/** What each input block holds, as text, several choices joined by commas; null where it was left empty. */
function fieldsOf(
  values: Record<string, Record<string, z.output<typeof fieldState>>>,
): Map<string, string | null> {
  return new Map(
    Object.entries(values).map(([block, elements]) => {
      const state = Object.values(elements)[0];
      const seconds = state?.selected_date_time;
      const chosen = state?.selected_options?.map((option) => option.value).join(",") || null;
      const text =
        state?.value ??
        state?.selected_option?.value ??
        state?.selected_date ??
        state?.selected_user ??
        chosen;
      return [block, text ?? (seconds == null ? null : String(seconds))];
    }),
  );
}

/** A file that a form was given; size in bytes, 0 where Slack does not say. */
export type GivenFile = { readonly id: string; readonly name: string; readonly size: number };

/** By input block. */
function filesOf(
  values: Record<string, Record<string, z.output<typeof fieldState>>>,
): Map<string, readonly GivenFile[]> {
  return new Map(
    Object.entries(values).map(([block, elements]) => {
      const files = Object.values(elements)[0]?.files ?? [];
      return [block, files.map(({ id, name, size }) => ({ id, name: name ?? "", size: size ?? 0 }))];
    }),
  );
}

/** Slack writes the three characters of its own markup as entities. */
export function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
