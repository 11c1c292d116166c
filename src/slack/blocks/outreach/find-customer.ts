import type { ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { textInput } from "../inputs.ts";

const LONGEST = 200;

/** Asks for a customer's name, domain or number. */
export function findCustomerForm(locale: Locale): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    callback_id: CALLBACK.findCustomer,
    title: plain(say("asking.find.title"), 24),
    submit: plain(say("asking.find.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      textInput(FIELD.findCustomer, say("asking.find.field"), {
        length: LONGEST,
        hint: say("asking.find.hint"),
      }),
    ],
  };
}

/** In the place of the field: where the answer stands. */
export function customerFound(locale: Locale): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    title: plain(say("asking.find.title"), 24),
    close: plain(say("asking.find.close"), 24),
    blocks: [section(say("asking.find.sent"))],
  };
}
