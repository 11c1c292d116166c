import type { UploadRequest } from "../../domain/imports/upload.ts";
import { rowIdIn } from "../../domain/row-id.ts";
import { sayIn } from "../../words/say.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { importForm } from "../blocks/imports/import-form.ts";
import { rejectedFile } from "../blocks/imports/rejected-file.ts";
import { decodeUpload } from "../blocks/imports/upload-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { chosenIn } from "../views/import-file.ts";
import { runImport, showPreview, workingModal } from "../views/show-import.ts";
import { sayTooOld } from "./card-buttons.ts";

/** Import a file, on Home. A page from before it was switched off has the button still. */
export const openImportForm: ActionHandler = async ({ triggerId }, { slack, answer, reader }) => {
  const locale = readerLocale(reader);
  if (slack.files === null) return answer.privately(noticeOf("import-run.off", locale));
  await slack.openModal(triggerId, importForm(locale));
};

/** Something was chosen in the preview: it shows the rows as they would arrive now. */
export const importChoiceChanged: ActionHandler = (request, tools) => {
  const { form } = request;
  const asked = form === null ? null : chosenIn(form);
  if (form === null || asked === null) return sayTooOld(request, tools);
  return showPreview(asked, form.viewId, tools);
};

/** Import, in the message: says at once that it has begun, and leaves no second button to press. */
export const importNow = withUpload(async (asked, _request, tools) => {
  const { answer, reader } = tools;
  await answer.replacing(noticeOf("import-run.message", readerLocale(reader)));
  await runImport(asked, null, tools);
});

/** Say which, in the message: what is open is asked in a modal. */
export const chooseForImport = withUpload(async (asked, { triggerId }, tools) => {
  const { slack, reader } = tools;
  const viewId = await slack.openModal(triggerId, workingModal("import-preview.reading", reader));
  if (viewId !== null) await showPreview(asked, viewId, tools);
});

/** Cancel, in the message. */
export const cancelImport: ActionHandler = async ({ value }, { answer, reader }) => {
  const file = escapeMrkdwn(value ?? "", 200);
  await answer.replacing(noticeOf("import-run.cancelled", readerLocale(reader), { file }));
};

/** As many as a spreadsheet still opens at once. Chosen. */
const MOST_REJECTED = 50_000;
/** As the database counts imports. */
const MOST_IMPORTS = 2 ** 31 - 1;

/** Rejected lines as a file: into the direct message. */
export const rejectedAsFile: ActionHandler = async (request, tools) => {
  const importId = rowIdIn(request.value);
  if (importId === null || importId > MOST_IMPORTS) return sayTooOld(request, tools);
  const { flows, slack, answer, reader } = tools;
  const locale = readerLocale(reader);
  const listed = await flows.listRejected({ importId, limit: MOST_REJECTED });
  if (listed.kind === "no-import" || listed.rows.length === 0)
    return answer.privately(noticeOf("import-rejected.none", locale));
  const name = `rejected-${importId}.csv`;
  const comment = sayIn(locale)("import-rejected.comment");
  await slack.sendFile(reader.slackUserId, { name, content: rejectedFile(listed.rows, locale), comment });
  const left = listed.of.rejected - listed.rows.length;
  await answer.privately(noticeOf("import-rejected.sent", locale, { file: name, left }));
};

function withUpload(
  handle: (asked: UploadRequest, request: ActionRequest, tools: PermittedTools) => Promise<void>,
): ActionHandler {
  return (request, tools) => {
    const asked = decodeUpload(request.value);
    return asked === null ? sayTooOld(request, tools) : handle(asked, request, tools);
  };
}
