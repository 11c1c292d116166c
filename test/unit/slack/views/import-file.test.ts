import { describe, expect, it, vi } from "vitest";
import { MOST_UPLOAD_BYTES } from "../../../../src/domain/imports/upload.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import { encodeUpload } from "../../../../src/slack/blocks/imports/upload-value.ts";
import type { PermittedTools } from "../../../../src/slack/frame/handler.ts";
import type { SubmissionRequest } from "../../../../src/slack/frame/payloads.ts";
import { FIELD } from "../../../../src/slack/ids.ts";
import { importFileSubmission, importPreviewSubmission } from "../../../../src/slack/views/import-file.ts";
import { runImport, showPreview } from "../../../../src/slack/views/show-import.ts";

const ASKED = { fileId: "F1", source: null, currency: null, formats: [] };
const CHECK = { reader: { locale: null }, now: new Date(0), flows: {} } as never;

function submission(given: Partial<SubmissionRequest>): SubmissionRequest {
  return {
    ...{ deliveryId: "view:V1:import.file", userId: "U1", viewId: "V1", callbackId: "import.file" },
    ...{ metadata: "", fields: new Map(), files: new Map() },
    ...given,
  };
}
const withFile = (file: { name: string; size: number } | null, fields: [string, string | null][] = []) =>
  importFileSubmission(
    submission({
      fields: new Map(fields),
      files: new Map([[FIELD.importFile, file === null ? [] : [{ id: "F1", ...file }]]]),
    }),
    CHECK,
  );

describe("a file that is handed over", () => {
  it.each([
    [null, "Choose a file."],
    [{ name: "orders.xlsx", size: 10 }, "I read CSV"],
    [{ name: "orders.csv", size: MOST_UPLOAD_BYTES + 1 }, "more than 10 MB"],
  ])("is judged beside its field: %o", async (file, words) => {
    const errors = { [FIELD.importFile]: expect.stringContaining(words) };
    expect(await withFile(file)).toEqual({ kind: "wrong", errors });
  });

  it("keeps the modal open while it is read", async () => {
    const checked = await withFile({ name: "orders.csv", size: MOST_UPLOAD_BYTES }, [
      [FIELD.importCurrency, " eur "],
    ]);
    expect(checked).toMatchObject({ kind: "good", shows: { type: "modal" } });
    expect(JSON.stringify(checked)).toContain("I am reading the file.");
  });
});

it("is not imported before everything is chosen", async () => {
  const metadata = encodeUpload({ ...ASKED, formats: [null] });
  const field = `${FIELD.importFormat}_0`;
  const check = (chosen: string | null) =>
    importPreviewSubmission(submission({ metadata, fields: new Map([[field, chosen]]) }), CHECK);
  expect(await check(null)).toEqual({ kind: "wrong", errors: { [field]: "Choose one." } });
  expect(await check("dd/mm/yyyy")).toMatchObject({ kind: "good", shows: { type: "modal" } });
});

const PREVIEW = { fileName: "a.csv", recognisedAs: null, kinds: [], unused: [], open: [], currency: null };
const KIND = {
  ...{ called: "orders", importId: 1, read: 1, accepted: 1, updated: 0, duplicates: 0, warnings: [] },
  ...{ rejected: 0, because: [] },
};

/** Somebody's modal and direct message. */
function slackOf({
  isOpen = true,
  taken = "done" as "done" | "gone" | "too-large" | "off",
  flows = {} as object,
} = {}) {
  const shown: string[] = [];
  const told: string[] = [];
  const withFile = async (_id: string, work: (file: object) => Promise<unknown>) =>
    taken === "done"
      ? { kind: "done", result: await work({ path: "/tmp/a.csv", name: "a.csv" }) }
      : { kind: taken };
  const slack = {
    files: taken === "off" ? null : { withFile },
    updateModal: vi.fn(async (_view: string, modal: object) => {
      if (isOpen) shown.push(JSON.stringify(modal));
      return isOpen;
    }),
    tell: async (_place: object, message: object) => void told.push(JSON.stringify(message)),
  };
  const all = {
    previewUpload: async () => ({ kind: "previewed", preview: PREVIEW }),
    importUpload: async () => ({ kind: "imported", kinds: [KIND] }),
    ...flows,
  };
  const reader = { slackUserId: "U1", locale: null };
  return { shown, told, tools: { slack, flows: all, reader } as unknown as PermittedTools };
}

describe("the preview", () => {
  it("stands in the modal, or in the direct message where that was closed", async () => {
    const open = slackOf();
    await showPreview(ASKED, "V1", open.tools);
    expect([open.shown.length, open.told]).toEqual([1, []]);
    const closed = slackOf({ isOpen: false });
    await showPreview(ASKED, "V1", closed.tools);
    expect(closed.shown).toEqual([]);
    expect(closed.told).toEqual([expect.stringContaining("import.now")]);
  });

  it.each([
    ["gone", "no longer has this file"],
    ["too-large", "more than 10 MB"],
    ["off", "switched off"],
  ] as const)("says why there is none: %s", async (taken, words) => {
    const { shown, tools } = slackOf({ taken });
    await showPreview(ASKED, "V1", tools);
    expect(shown).toEqual([expect.stringContaining(words)]);
  });
});

describe("the import", () => {
  it("says how far it is a few times, and leaves the result in both places", async () => {
    const importUpload = async ({ onProgress }: { onProgress(percent: number): void }) => {
      for (let percent = 0; percent <= 100; percent += 5) onProgress(percent);
      return { kind: "imported", kinds: [KIND] };
    };
    const { shown, told, tools } = slackOf({ flows: { importUpload } });
    await runImport(ASKED, "V1", tools);
    expect(shown.map((modal) => /: (\d+) %|is imported/.exec(modal)?.[1] ?? "done")).toEqual([
      "25",
      "50",
      "75",
      "done",
    ]);
    expect(told).toEqual([expect.stringContaining("*a.csv* is imported.")]);
  });

  it("says that it has begun already, and what is open still", async () => {
    for (const [kind, words] of [
      ["begun", "has begun already"],
      ["open", "is open still"],
    ]) {
      const { told, tools } = slackOf({ flows: { importUpload: async () => ({ kind }) } });
      await runImport(ASKED, null, tools);
      expect(told).toEqual([expect.stringContaining(String(words))]);
    }
  });

  it("says what was wrong with the file", async () => {
    const refused = { kind: "refused", problem: phrase("import.empty", { path: "<a>.csv" }) };
    const { shown, tools } = slackOf({ flows: { importUpload: async () => refused } });
    await runImport(ASKED, "V1", tools);
    expect(shown).toEqual([expect.stringContaining("&lt;a&gt;.csv is empty.")]);
  });

  it("does not go on saying that it is under way once it failed", async () => {
    const importUpload = () => Promise.reject(new Error("lost"));
    const { shown, tools } = slackOf({ flows: { importUpload } });
    await expect(runImport(ASKED, "V1", tools)).rejects.toThrow("lost");
    expect(shown).toEqual([expect.stringContaining("That did not work")]);
  });
});
