import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import {
  isOpen,
  type KindPreview,
  type OpenColumn,
  type UploadPreview,
  type UploadRequest,
} from "../../../domain/imports/upload.ts";
import { sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import { actions, button, context, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { option, select } from "../inputs.ts";
import { factTable, ROWS_SHOWN } from "./fact-table.ts";
import { encodeUpload } from "./upload-value.ts";

export type PreviewView = {
  readonly asked: UploadRequest;
  readonly preview: UploadPreview;
  readonly locale: Locale;
};

/** How a file would be imported, with what somebody has to say about it first. */
export function importPreviewModal({ asked, preview, locale }: PreviewView): ModalView {
  const say = sayIn(locale);
  return {
    type: "modal",
    callback_id: CALLBACK.importPreview,
    private_metadata: encodeUpload(settledRequest(asked, preview)),
    title: plain(say("import-form.title"), 24),
    submit: plain(say("import-preview.import"), 24),
    close: plain(say("form.cancel"), 24),
    blocks: [
      ...whatItIs(preview, locale),
      ...currencyInput(preview, locale),
      ...preview.open.map((column, place) => formatInput(column, place, say)),
      context(say("import-preview.nothing-yet")),
    ],
  };
}

/** The same as a message, for whoever has closed the modal; what is open is asked in a modal again. */
export function importPreviewMessage({ asked, preview, locale }: PreviewView): SlackMessage {
  const say = sayIn(locale);
  const value = encodeUpload(settledRequest(asked, preview));
  const go = isOpen(preview)
    ? button(ACTION.importChoose, say("import-preview.choose"), value, "primary")
    : button(ACTION.importNow, say("import-preview.import"), value, "primary");
  const open = isOpen(preview) ? [section(say("import-preview.open"))] : [];
  const { currency } = preview;
  const taken = currency?.chosen ?? currency?.assumed ?? null;
  const inCurrency = taken === null ? [] : [context(say("import-preview.in-currency", { currency: taken }))];
  return {
    text: headline(preview, say),
    blocks: [
      ...whatItIs(preview, locale),
      ...inCurrency,
      ...open,
      context(say("import-preview.nothing-yet")),
      actions("import_preview", [
        go,
        button(ACTION.importCancel, say("form.cancel"), plain(preview.fileName, 200).text),
      ]),
    ],
  };
}

/** What was asked, with a place for each column that is open. */
const settledRequest = (asked: UploadRequest, { open }: UploadPreview): UploadRequest => ({
  ...asked,
  formats: open.map(({ chosen }) => chosen),
});

function headline({ fileName, recognisedAs }: UploadPreview, say: Say): string {
  const file = escapeMrkdwn(fileName, 200);
  if (recognisedAs === null) return say("import-preview.proposed", { file });
  return say("import-preview.recognised", { file, as: escapeMrkdwn(recognisedAs, 100) });
}

function whatItIs(preview: UploadPreview, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  return [
    section(headline(preview, say)),
    ...preview.kinds.flatMap((kind) => kindBlocks(kind, locale)),
    ...unusedBlocks(preview.unused, say),
  ];
}

function kindBlocks(kind: KindPreview, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const rows = Math.min(kind.lines.length, ROWS_SHOWN);
  const title = section(say("import-preview.rows", { rows, called: escapeMrkdwn(kind.called, 100) }));
  if (rows === 0) return [title];
  const problems = kind.lines.slice(0, ROWS_SHOWN).flatMap(({ line, problems }) => {
    const text = sentences(
      problems.map((problem) => textOf(problem, locale)),
      say,
    );
    return text === "" ? [] : [say("import-preview.problem", { line, problem: escapeMrkdwn(text, 250) })];
  });
  const shown = [title, factTable(kind, say("import-preview.line"), locale)];
  return problems.length === 0 ? shown : [...shown, context(problems.join("\n"))];
}

/** Exports of large systems have dozens of columns. */
const MOST_UNUSED = 25;

function unusedBlocks(unused: readonly string[], say: Say): KnownBlock[] {
  if (unused.length === 0) return [];
  const columns = unused
    .slice(0, MOST_UNUSED)
    .map((column) => escapeMrkdwn(column, 80))
    .join(", ");
  const more = unused.length - Math.min(unused.length, MOST_UNUSED);
  return [context(say("import-preview.unused", { columns, more }))];
}

/** Those of most files of our readers; any other is typed where the file is handed over. */
const USUAL = ["EUR", "USD", "GBP", "CNY", "JPY", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK"];
const ALSO = [
  "HUF",
  "RON",
  "TRY",
  "INR",
  "SGD",
  "HKD",
  "TWD",
  "KRW",
  "THB",
  "MYR",
  "NZD",
  "BRL",
  "MXN",
  "ZAR",
];

function currencyInput({ currency }: UploadPreview, locale: Locale): InputBlock[] {
  if (currency === null) return [];
  const say = sayIn(locale);
  const { chosen, assumed, inUse } = currency;
  const codes = [...new Set([...(chosen === null ? [] : [chosen]), ...inUse, ...USUAL, ...ALSO])].slice(
    0,
    MOST_CHOICES,
  );
  const names = new Intl.DisplayNames(numbersOf(locale), { type: "currency" });
  const options = codes.map((code) =>
    option(say("import-preview.currency-of", currencyName(code, names)), code),
  );
  const label = say(assumed === null ? "import-preview.currency" : "import-preview.currency-assumed");
  const initial = codes.indexOf(chosen ?? assumed ?? "");
  return [asking(select(FIELD.importCurrencyChosen, label, options, initial))];
}

/** As Slack's menus take. */
const MOST_CHOICES = 100;

const currencyName = (code: string, names: Intl.DisplayNames) => ({ code, name: names.of(code) ?? code });

function formatInput({ column, example, chosen, ways }: OpenColumn, place: number, say: Say): InputBlock {
  const label = say("import-preview.format", {
    example: plainCut(example, 40),
    column: plainCut(column, 30),
  });
  const options = ways.map((way): PlainTextOption => {
    const reads = way.kind === "day" ? { day: way.reads.slice(0, "2026-03-31".length) } : Number(way.reads);
    return option(say("import-preview.format-way", { reads, format: way.format }), way.format);
  });
  const initial = ways.findIndex(({ format }) => format === chosen);
  return asking(select(`${FIELD.importFormat}_${place}`, label, options, initial));
}

const plainCut = (text: string, length: number) => plain(text, length).text;

/** The rows are shown anew as soon as something is chosen. */
function asking(input: InputBlock): InputBlock {
  const actionId = `${ACTION.importChoice}:${input.block_id}`;
  return { ...input, dispatch_action: true, element: { ...input.element, action_id: actionId } };
}
