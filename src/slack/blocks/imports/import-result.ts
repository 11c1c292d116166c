import type { KnownBlock, ModalView } from "@slack/types";
import type { ImportedKind, RejectedGroup } from "../../../domain/imports/upload.ts";
import { sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { actions, button, context, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

export type ImportResultView = {
  readonly fileName: string;
  readonly kinds: readonly ImportedKind[];
  readonly locale: Locale;
};

/** What came of an import: counts, the commonest reasons, and the way to the lines that were not taken over. */
export function importResultMessage(view: ImportResultView): SlackMessage {
  const say = sayIn(view.locale);
  const text = say(`import-result.${outcomeOf(view.kinds)}`, { file: escapeMrkdwn(view.fileName, 200) });
  return {
    text: sentences([text, ...view.kinds.map((kind) => countsOf(kind, say))], say),
    blocks: [section(text), ...view.kinds.flatMap((kind, place) => kindBlocks(kind, place, view.locale))],
  };
}

export function importResultModal(view: ImportResultView): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    title: plain(say("import-form.title"), 24),
    close: plain(say("import-form.close"), 24),
    blocks: [
      ...(importResultMessage(view).blocks as KnownBlock[]),
      context(say("import-result.also-written")),
    ],
  };
}

/** Nothing imported is not success. */
function outcomeOf(kinds: readonly ImportedKind[]): "done" | "known" | "nothing" | "no-rows" {
  const sum = (count: (kind: ImportedKind) => number) =>
    kinds.reduce((total, kind) => total + count(kind), 0);
  if (sum(({ read }) => read) === 0) return "no-rows";
  if (sum(({ accepted, updated }) => accepted + updated) > 0) return "done";
  return sum(({ duplicates }) => duplicates) > 0 ? "known" : "nothing";
}

function countsOf({ called, accepted, updated, duplicates, rejected }: ImportedKind, say: Say): string {
  const counts = { accepted, updated, duplicates, rejected };
  return say("import-result.counts", { called: escapeMrkdwn(called, 100), ...counts });
}

function kindBlocks(kind: ImportedKind, place: number, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const reasons = kind.because.map((group) => `• ${reasonText(group, locale)}`);
  const warnings = kind.warnings.map((warning) => escapeMrkdwn(textOf(warning, locale), 600));
  const counts = section([`${countsOf(kind, say)}`, ...reasons].join("\n"));
  const notes = warnings.length === 0 ? [] : [context(warnings.join("\n"))];
  if (kind.rejected === 0) return [counts, ...notes];
  const file = button(
    `${ACTION.importRejected}:${place}`,
    say("import-result.rejected"),
    String(kind.importId),
  );
  return [counts, ...notes, actions(`import_rejected_${place}`, [file])];
}

function reasonText({ rows, example }: RejectedGroup, locale: Locale): string {
  const say = sayIn(locale);
  if (example === null) return say("import-result.because-other", { rows });
  const problem = sentences(
    example.problems.map((one) => textOf(one, locale)),
    say,
  );
  return say("import-result.because", { rows, line: example.line, problem: escapeMrkdwn(problem, 500) });
}
