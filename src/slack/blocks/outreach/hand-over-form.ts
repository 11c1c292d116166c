import type { ModalView } from "@slack/types";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

/** Asks who shall have a nudge instead. */
export function handOverForm(view: {
  readonly customerName: string;
  readonly metadata: string;
  readonly locale: Locale;
}): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    callback_id: CALLBACK.handOver,
    private_metadata: view.metadata,
    title: plain(say("handover.button"), 24),
    submit: plain(say("handover.button"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("handover.ask", { customer: escapeMrkdwn(view.customerName, 300) })),
      {
        type: "input",
        block_id: FIELD.handOverTo,
        label: plain(say("handover.to"), 100),
        element: { type: "users_select", action_id: FIELD.handOverTo },
      },
    ],
  };
}
