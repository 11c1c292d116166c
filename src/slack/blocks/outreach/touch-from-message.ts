import type { ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { textInput } from "../inputs.ts";
import { touchFields, touchModal } from "./forms.ts";

export type MessageTouch = {
  /** The customer whose name stands in the message; null: nobody's, or several. */
  readonly guessedName: string | null;
  /** Of the message. */
  readonly text: string;
  readonly at: Date;
  readonly metadata: string;
  readonly locale: Locale;
};

/** A customer's name is at most this long in a form. */
export const LONGEST_CUSTOMER = 200;

/** Asks with whom a message was, filled in with what it says. */
export function touchFromMessageForm({ guessedName, text, at, metadata, locale }: MessageTouch): ModalView {
  const say = sayIn(locale);
  const line =
    guessedName === null
      ? say("asking.touch.not-guessed")
      : say("asking.touch.guessed", { customer: `*${escapeMrkdwn(guessedName, 300)}*` });
  const customer = textInput(FIELD.touchCustomer, say("asking.touch.customer"), {
    length: LONGEST_CUSTOMER,
    initial: guessedName,
    hint: say("asking.touch.customer.hint"),
  });
  const fields = touchFields({ at, note: text === "" ? null : text, channel: "chat" }, say);
  return touchModal(CALLBACK.touchFromMessage, metadata, [section(line), customer, ...fields], say);
}
