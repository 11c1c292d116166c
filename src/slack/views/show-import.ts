import type { ModalView } from "@slack/types";
import { MOST_UPLOAD_MEGABYTES, type UploadRequest } from "../../domain/imports/upload.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { ImportedUpload } from "../../flows/imports/import-upload.ts";
import { type Say, sayIn } from "../../words/say.ts";
import { textOf } from "../../words/text.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { importNotice } from "../blocks/imports/import-form.ts";
import { importPreviewMessage, importPreviewModal } from "../blocks/imports/import-preview.ts";
import { importResultMessage, importResultModal } from "../blocks/imports/import-result.ts";
import { notice } from "../blocks/messages/notices.ts";
import type { FetchedFile } from "../frame/file-intake.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

type Refused = { readonly kind: "refused"; readonly problem: Phrase };

/** Reads a file and shows in the modal how it would be imported; in the direct message where the modal was closed. */
export function showPreview(asked: UploadRequest, viewId: string, tools: PermittedTools): Promise<void> {
  return orSayFailed(viewId, tools, async () => {
    const { flows, slack, reader } = tools;
    const locale = readerLocale(reader);
    const shown = await withFile(asked, tools, ({ path, name }) =>
      flows.previewUpload({ path, name, asked }),
    );
    if (shown.kind === "refused") return sayRefused(shown, viewId, tools);
    const view = { asked, preview: shown.preview, locale };
    const isSeen = await slack.updateModal(viewId, importPreviewModal(view));
    if (!isSeen) await tell(importPreviewMessage(view), tools);
  });
}

/**
 * Imports a file and tells what came of it, in the direct message, which stays, and in the modal if it is open still.
 * @param viewId null: asked for by a message
 */
export function runImport(asked: UploadRequest, viewId: string | null, tools: PermittedTools): Promise<void> {
  return orSayFailed(viewId, tools, async () => {
    const { reader, flows } = tools;
    const by = reader.slackUserId;
    const imported = await withFile(asked, tools, async ({ path, name }) => {
      const progress = progressIn(viewId, name, tools);
      const work = flows.importUpload({ path, name, asked, by, onProgress: progress.tell });
      return { result: await work.finally(progress.told), name };
    });
    if ("kind" in imported) return sayRefused(imported, viewId, tools);
    await tellResult(imported.result, imported.name, viewId, tools);
  });
}

async function tellResult(
  result: ImportedUpload,
  fileName: string,
  viewId: string | null,
  tools: PermittedTools,
): Promise<void> {
  if (result.kind === "refused") return sayRefused(result, viewId, tools);
  if (result.kind !== "imported") {
    const code = result.kind === "begun" ? "import-run.twice" : "import-run.open";
    return sayRefused({ kind: "refused", problem: phrase(code) }, viewId, tools);
  }
  const view = { fileName, kinds: result.kinds, locale: readerLocale(tools.reader) };
  await tell(importResultMessage(view), tools);
  if (viewId !== null) await tools.slack.updateModal(viewId, importResultModal(view));
}

/** In the modal, or in the direct message where there is none. */
async function sayRefused({ problem }: Refused, viewId: string | null, tools: PermittedTools): Promise<void> {
  const locale = readerLocale(tools.reader);
  const text = escapeMrkdwn(textOf(problem, locale), 2_500);
  const isSeen = viewId !== null && (await tools.slack.updateModal(viewId, importNotice(text, locale)));
  if (!isSeen) await tell(notice(text), tools);
}

/** Fetches the file for as long as it is worked on. */
async function withFile<T>(
  { fileId }: UploadRequest,
  { slack }: PermittedTools,
  work: (file: FetchedFile) => Promise<T>,
): Promise<T | Refused> {
  if (slack.files === null) return { kind: "refused", problem: phrase("import-run.off") };
  const taken = await slack.files.withFile(fileId, work);
  if (taken.kind === "done") return taken.result;
  const megabytes = MOST_UPLOAD_MEGABYTES;
  const problem =
    taken.kind === "gone" ? phrase("import-run.gone") : phrase("import-form.too-large", { megabytes });
  return { kind: "refused", problem };
}

/** A modal must not go on saying that work is under way; who fails is told in the direct message, with a reference. */
async function orSayFailed(
  viewId: string | null,
  { slack, reader }: PermittedTools,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const locale = readerLocale(reader);
    const failed = importNotice(sayIn(locale)("import-run.failed"), locale);
    if (viewId !== null) await slack.updateModal(viewId, failed).catch(() => false);
    throw error;
  }
}

/** Each of these hundredths is worth a line; more would only flicker. */
const STEPS = [25, 50, 75];

/** Says in the modal how far it is. News that Slack does not take is let go: the result is told in any case. */
function progressIn(viewId: string | null, fileName: string, { slack, reader }: PermittedTools) {
  const locale = readerLocale(reader);
  let step = 0;
  let telling: Promise<unknown> = Promise.resolve();
  return {
    tell(percent: number): void {
      const reached = STEPS.filter((one) => one <= percent).length;
      if (viewId === null || reached <= step) return;
      step = reached;
      const shown = progressView(sayIn(locale), {
        file: escapeMrkdwn(fileName, 200),
        percent: STEPS[reached - 1] ?? 0,
      });
      telling = telling.then(() => slack.updateModal(viewId, importNotice(shown, locale)).catch(() => false));
    },
    /** All that was said has arrived, so that none of it takes the place of the result. */
    told: async (): Promise<void> => {
      await telling;
    },
  };
}

const progressView = (say: Say, shown: { readonly file: string; readonly percent: number }): string =>
  say("import-run.progress", shown);

/** The modal while work is under way. */
export function workingModal(
  code: "import-preview.reading" | "import-run.begun",
  reader: Parameters<typeof readerLocale>[0],
): ModalView {
  const locale = readerLocale(reader);
  return importNotice(sayIn(locale)(code), locale);
}

/** In the direct message, wherever it was asked for. */
function tell(message: SlackMessage, { slack, reader }: PermittedTools): Promise<void> {
  return slack.tell({ userId: reader.slackUserId, channelId: null, responseUrl: null }, message);
}
