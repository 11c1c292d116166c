import { CALLBACK, FIELD } from "../../ids.ts";
import { textInput } from "../inputs.ts";
import { shortForm } from "../outreach/short-form.ts";

/** A story of some paragraphs; it has to fit one block of the thread. Chosen by the product. */
export const LONGEST_POST_MORTEM_NOTE = 2000;

/** Asks what somebody knew of why a customer left. */
export const postMortemForm = shortForm({
  callback: CALLBACK.postMortemNote,
  title: "post-mortem.form.title",
  submit: "post-mortem.form.submit",
  ask: "post-mortem.form.ask",
  inputs: (say) => [
    textInput(FIELD.postMortemNote, say("post-mortem.form.note"), {
      length: LONGEST_POST_MORTEM_NOTE,
      multiline: true,
      hint: say("post-mortem.form.hint"),
    }),
  ],
});
