import { CALLBACK, FIELD } from "../../ids.ts";
import { plain } from "../elements.ts";
import { shortForm } from "./short-form.ts";

/** Asks who shall have a nudge instead. */
export const handOverForm = shortForm({
  callback: CALLBACK.handOver,
  title: "handover.button",
  submit: "handover.button",
  ask: "handover.ask",
  inputs: (say) => [
    {
      type: "input",
      block_id: FIELD.handOverTo,
      label: plain(say("handover.to"), 100),
      element: { type: "users_select", action_id: FIELD.handOverTo },
    },
  ],
});
