import type { InputBlock, ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { context, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { option } from "../inputs.ts";
import { ago } from "../words.ts";

export type ShareFormView = {
  readonly customerName: string;
  readonly channelId: string;
  readonly ownerId: string | null;
  readonly readers: number | null;
  readonly sharedBefore: { readonly by: string; readonly at: Date } | null;
  readonly metadata: string;
  readonly now: Date;
  readonly locale: Locale;
};

/** What the form asks once more, with what was filled in. */
export type ShareAgainView = {
  readonly customerName: string;
  readonly channelId: string;
  readonly share: { readonly by: string; readonly at: Date };
  readonly note: string | null;
  readonly mentionsOwner: boolean;
  readonly metadata: string;
  readonly now: Date;
  readonly locale: Locale;
};

const LONGEST_SHARE_NOTE = 500;

/** In place of the form, where somebody shared the card meanwhile: nothing is posted before it is sent once more. */
export function shareAgainForm(view: ShareAgainView): ModalView {
  const { customerName, channelId, share, note, mentionsOwner, metadata, now, locale } = view;
  const say = sayIn(locale);
  const what = {
    who: mention(share.by),
    customer: escapeMrkdwn(customerName, 300),
    channel: `<#${plainLine(channelId, 30)}>`,
    ago: ago(share.at, now, locale),
  };
  return {
    type: "modal",
    callback_id: CALLBACK.shareAgain,
    private_metadata: metadata,
    title: plain(say("share.form.title"), 24),
    submit: plain(say("share.form.again"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("share.form.meanwhile", what)),
      noteInput(locale, note),
      ...(mentionsOwner ? [ownerInput(locale, true)] : []),
    ],
  };
}

/** Says who will read the card, and asks for a word to go with it. */
export function shareForm(view: ShareFormView): ModalView {
  const { customerName, channelId, readers, sharedBefore, ownerId, metadata, now, locale } = view;
  const say = sayIn(locale);
  const channel = `<#${plainLine(channelId, 30)}>`;
  const customer = escapeMrkdwn(customerName, 300);
  const asked = readers === null ? "share.form.ask" : "share.form.ask-counted";
  const before =
    sharedBefore === null
      ? []
      : [
          context(
            say("share.form.before", {
              who: mention(sharedBefore.by),
              ago: ago(sharedBefore.at, now, locale),
            }),
          ),
        ];
  return {
    type: "modal",
    callback_id: CALLBACK.share,
    private_metadata: metadata,
    title: plain(say("share.form.title"), 24),
    submit: plain(say("share.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say(asked, { customer, channel, readers: readers ?? 0 })),
      ...before,
      noteInput(locale, null),
      ...(ownerId === null ? [] : [ownerInput(locale, false)]),
    ],
  };
}

const noteInput = (locale: Locale, note: string | null): InputBlock => ({
  type: "input",
  block_id: FIELD.shareNote,
  optional: true,
  label: plain(sayIn(locale)("share.form.note"), 100),
  element: {
    type: "plain_text_input",
    action_id: FIELD.shareNote,
    multiline: true,
    max_length: LONGEST_SHARE_NOTE,
    ...(note === null ? {} : { initial_value: note.slice(0, LONGEST_SHARE_NOTE) }),
  },
});

function ownerInput(locale: Locale, isChosen: boolean): InputBlock {
  const say = sayIn(locale);
  const options = [option(say("share.form.mention-owner"), "owner")];
  return {
    type: "input",
    block_id: FIELD.shareMention,
    optional: true,
    label: plain(say("share.form.owner"), 100),
    element: {
      type: "checkboxes",
      action_id: FIELD.shareMention,
      options,
      ...(isChosen ? { initial_options: options } : {}),
    },
  };
}

/** Of two forms sent at the same moment, to whoever sent the second. */
export function sharedMeanwhile(
  share: ShareAgainView["share"],
  channelId: string,
  now: Date,
  locale: Locale,
): SlackMessage {
  const what = {
    who: mention(share.by),
    channel: `<#${plainLine(channelId, 30)}>`,
    ago: ago(share.at, now, locale),
  };
  const text = sayIn(locale)("share.shared-meanwhile", what);
  return { text, blocks: [section(text)] };
}

const mention = (slackUserId: string) => `<@${plainLine(slackUserId, 30)}>`;

/** The line above a shared card: the sharer's note, and a mention of whoever looks after the customer. */
export function shareNotice(note: string | null, mentioned: string | null): string | null {
  const parts = [
    ...(mentioned === null ? [] : [mention(mentioned)]),
    ...(note === null ? [] : [escapeMrkdwn(note, LONGEST_SHARE_NOTE * 5)]),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}
