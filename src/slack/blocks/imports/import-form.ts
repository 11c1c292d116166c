import type { InputBlock, ModalView } from "@slack/types";
import { MOST_UPLOAD_MEGABYTES, UPLOAD_TYPES } from "../../../domain/imports/upload.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { textInput } from "../inputs.ts";

/** As long as the name of a source may be. */
export const LONGEST_SOURCE = 60;
const CURRENCY_LENGTH = 3;

/** Asks for the file, and for what only some files need to be told. */
export function importForm(locale: Locale): ModalView {
  const say = sayIn(locale);
  const currency = textInput(FIELD.importCurrency, say("import-form.currency"), {
    ...{ length: CURRENCY_LENGTH, placeholder: "EUR", hint: say("import-form.currency-hint") },
  });
  const source = textInput(FIELD.importSource, say("import-form.source"), {
    ...{ length: LONGEST_SOURCE, hint: say("import-form.source-hint") },
  });
  return {
    type: "modal",
    callback_id: CALLBACK.importFile,
    title: plain(say("import-form.title"), 24),
    submit: plain(say("import-form.submit"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      section(say("import-form.intro")),
      fileInput(say),
      { ...currency, optional: true },
      { ...source, optional: true },
    ],
  };
}

function fileInput(say: Say): InputBlock {
  return {
    type: "input",
    block_id: FIELD.importFile,
    label: plain(say("import-form.file"), 100),
    hint: plain(say("import-form.file-hint", { megabytes: MOST_UPLOAD_MEGABYTES }), 200),
    element: {
      type: "file_input",
      action_id: FIELD.importFile,
      filetypes: [...UPLOAD_TYPES],
      max_files: 1,
    },
  };
}

/** A modal that only says something: that work is under way, how far it is, or what came of it. */
export function importNotice(text: string, locale: Locale): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    title: plain(say("import-form.title"), 24),
    close: plain(say("import-form.close"), 24),
    blocks: [section(text)],
  };
}
