import type { InputBlock, ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import type { CALLBACK } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

/** About whom a short form asks; `metadata` is handed back to us with its submission (at most 3,000 characters). */
export type ShortFormView = {
  readonly customerName: string;
  readonly metadata: string;
  readonly locale: Locale;
};

type ShortForm = {
  readonly callback: (typeof CALLBACK)[keyof typeof CALLBACK];
  /** Codes of words: its title and its button, at most 24 characters, and the question with the `{customer}` in it. */
  readonly title: string;
  readonly submit: string;
  readonly ask: string;
  inputs(say: Say): readonly InputBlock[];
};

/** States a form that asks one thing about one customer. */
export const shortForm =
  ({ callback, title, submit, ask, inputs }: ShortForm) =>
  ({ customerName, metadata, locale }: ShortFormView): ModalView => {
    const say = sayIn(locale);
    return {
      type: "modal",
      callback_id: callback,
      private_metadata: metadata,
      title: plain(say(title), 24),
      submit: plain(say(submit), 24),
      close: plain(say("form.cancel"), 24),
      blocks: [section(say(ask, { customer: escapeMrkdwn(customerName, 300) })), ...inputs(say)],
    };
  };
