import type { ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { textInput } from "../inputs.ts";

/** A story of some paragraphs; it has to fit one block of the thread. Chosen by the product. */
export const LONGEST_POST_MORTEM_NOTE = 2000;

/** Asks what somebody knew of why a customer left. */
export function postMortemForm(view: {
  readonly customerName: string;
  readonly metadata: string;
  readonly locale: Locale;
}): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    callback_id: CALLBACK.postMortemNote,
    private_metadata: view.metadata,
    title: plain(say("post-mortem.form.title"), 24),
    submit: plain(say("post-mortem.form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("post-mortem.form.ask", { customer: escapeMrkdwn(view.customerName, 300) })),
      textInput(FIELD.postMortemNote, say("post-mortem.form.note"), {
        length: LONGEST_POST_MORTEM_NOTE,
        multiline: true,
        hint: say("post-mortem.form.hint"),
      }),
    ],
  };
}
