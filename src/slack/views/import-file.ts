import {
  isUploadType,
  MOST_UPLOAD_BYTES,
  MOST_UPLOAD_MEGABYTES,
  type UploadRequest,
} from "../../domain/imports/upload.ts";
import { isCurrency } from "../../domain/money.ts";
import { type Say, sayIn } from "../../words/say.ts";
import { decodeUpload } from "../blocks/imports/upload-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import type { CheckedSubmission, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { runImport, showPreview, workingModal } from "./show-import.ts";

const NOWHERE = { channelId: null, responseUrl: null } as const;

/** A file was handed over: what can be told from its name and size is said at once, then its preview is shown. */
export const importFileSubmission: SubmissionHandler = (request, { reader }) => {
  const say = sayIn(readerLocale(reader));
  const [file] = request.files.get(FIELD.importFile) ?? [];
  const currency = request.fields.get(FIELD.importCurrency)?.trim().toUpperCase() || null;
  const source = request.fields.get(FIELD.importSource)?.trim() || null;
  const wrong = (block: string, text: string): CheckedSubmission => ({
    kind: "wrong",
    errors: { [block]: text },
  });
  if (file === undefined) return wrong(FIELD.importFile, say("import-form.no-file"));
  const problem = problemWith(file, say);
  if (problem !== null) return wrong(FIELD.importFile, problem);
  if (currency !== null && !isCurrency(currency))
    return wrong(FIELD.importCurrency, say("import-form.bad-currency"));
  const asked: UploadRequest = { fileId: file.id, source, currency, formats: [] };
  return {
    kind: "good",
    place: NOWHERE,
    shows: workingModal("import-preview.reading", reader),
    handle: (tools) => showPreview(asked, request.viewId, tools),
  };
};

function problemWith(
  { name, size }: { readonly name: string; readonly size: number },
  say: Say,
): string | null {
  if (!isUploadType(name)) return say("import-form.bad-type");
  return size > MOST_UPLOAD_BYTES ? say("import-form.too-large", { megabytes: MOST_UPLOAD_MEGABYTES }) : null;
}

/** Import, below the preview. */
export const importPreviewSubmission: SubmissionHandler = (request, { reader }) => {
  const asked = chosenIn(request);
  const locale = readerLocale(reader);
  if (asked === null)
    return {
      kind: "good",
      place: NOWHERE,
      handle: ({ answer }) => answer.privately(noticeOf("notice.old-button", locale)),
    };
  const open = openBlocks(request);
  if (open.length > 0) {
    const text = sayIn(locale)("import-form.choose");
    return { kind: "wrong", errors: Object.fromEntries(open.map((block) => [block, text])) };
  }
  return {
    kind: "good",
    place: NOWHERE,
    shows: workingModal("import-run.begun", reader),
    handle: (tools) => runImport(asked, request.viewId, tools),
  };
};

type Form = Pick<SubmissionRequest, "metadata" | "fields">;

/** What was asked for with what is chosen in the preview; null for a form that is none of ours. */
export function chosenIn({ metadata, fields }: Form): UploadRequest | null {
  const asked = decodeUpload(metadata);
  if (asked === null) return null;
  return {
    ...asked,
    currency: fields.get(FIELD.importCurrencyChosen) ?? asked.currency,
    formats: asked.formats.map((before, place) => fields.get(`${FIELD.importFormat}_${place}`) ?? before),
  };
}

/** The menus of the preview in which nothing is chosen. */
function openBlocks({ fields }: Form): string[] {
  return [...fields].flatMap(([block, chosen]) => {
    const isMenu = block === FIELD.importCurrencyChosen || block.startsWith(`${FIELD.importFormat}_`);
    return isMenu && chosen === null ? [block] : [];
  });
}
