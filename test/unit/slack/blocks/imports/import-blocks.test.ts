import { describe, expect, it } from "vitest";
import type { ImportedKind, UploadPreview, UploadRequest } from "../../../../../src/domain/imports/upload.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { factTable } from "../../../../../src/slack/blocks/imports/fact-table.ts";
import { importForm, importNotice } from "../../../../../src/slack/blocks/imports/import-form.ts";
import {
  importPreviewMessage,
  importPreviewModal,
} from "../../../../../src/slack/blocks/imports/import-preview.ts";
import {
  importResultMessage,
  importResultModal,
} from "../../../../../src/slack/blocks/imports/import-result.ts";
import { rejectedFile } from "../../../../../src/slack/blocks/imports/rejected-file.ts";
import { decodeUpload, encodeUpload } from "../../../../../src/slack/blocks/imports/upload-value.ts";
import { ACTION, FIELD } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const ASKED: UploadRequest = { fileId: "F1", source: "shop", currency: null, formats: [] };
const problem = phrase("rejected.number", { column: "Date", value: "<someday>" });
const PREVIEW: UploadPreview = {
  fileName: "orders & <co>.csv",
  recognisedAs: null,
  kinds: [
    {
      called: "orders",
      facts: ["external_id", "at", "amount", "note"],
      lines: [2, 3, 4, 5].map((line) => ({
        line,
        texts: [`A-${line}`, line === 4 ? "<someday>" : "2026-03-01T10:00:00Z", "1234.50", ""],
        problems: line === 4 ? [problem] : [],
      })),
    },
  ],
  unused: ["Ware_house", "<@U1>"],
  open: [
    {
      ...{ column: "Date", example: "03/04/2026", chosen: null },
      ways: [
        { format: "mm/dd/yyyy", kind: "day", reads: "2026-03-04" },
        { format: "dd/mm/yyyy", kind: "day", reads: "2026-04-03" },
      ],
    },
  ],
  currency: { chosen: null, assumed: "SEK", inUse: ["SEK", "EUR"] },
};
const view = { asked: ASKED, preview: PREVIEW, locale: "en" } as const;

describe("the preview of a file", () => {
  it("shows the first three rows as the reader writes days and amounts, and what would be rejected", () => {
    const modal = importPreviewModal(view);
    assertSendable(modal as never);
    const shown = JSON.stringify(modal);
    expect(shown).toMatch(/at +1 Mar 2026 +1 Mar 2026 +<someday>/);
    expect(shown).toMatch(/amount +1,234\.50/);
    expect(shown).not.toMatch(/A-5|note /);
    expect(shown).toContain("Line 4 would be rejected:");
    expect(shown).toContain("“&lt;someday&gt;”");
    expect(shown).toContain("Nothing is imported yet.");
  });

  it("lets nothing from the file become a mention or markup", () => {
    const texts = JSON.stringify([importPreviewModal(view), importPreviewMessage(view)]);
    expect(texts).toContain("*orders &amp; &lt;co&gt;.csv* is no export I know");
    expect(texts).not.toContain("<@U1>");
  });

  it("asks what is open, with nothing chosen for anybody, and offers the usual currency", () => {
    const inputs = importPreviewModal(view).blocks.flatMap((block) => ("element" in block ? [block] : []));
    expect(inputs.map(({ block_id }) => block_id)).toEqual([
      FIELD.importCurrencyChosen,
      `${FIELD.importFormat}_0`,
    ]);
    const [currency, format] = inputs.map(({ element }) => element) as {
      initial_option?: { value: string };
    }[];
    expect(currency?.initial_option?.value).toBe("SEK");
    expect(format).not.toHaveProperty("initial_option");
    const shown = JSON.stringify(format);
    expect(shown).toContain("4 Mar 2026 (mm/dd/yyyy)");
    expect(shown).toContain("3 Apr 2026 (dd/mm/yyyy)");
  });

  it("is a message with Import once nothing is open, and asks in a modal before", () => {
    const message = importPreviewMessage(view);
    assertSendable(message);
    expect(JSON.stringify(message)).toContain(ACTION.importChoose);
    expect(JSON.stringify(message)).not.toContain(ACTION.importNow);
    const open = PREVIEW.open.map((column) => ({ ...column, chosen: "dd/mm/yyyy" }));
    const decided = importPreviewMessage({ ...view, preview: { ...PREVIEW, open } });
    assertSendable(decided);
    expect(JSON.stringify(decided)).toContain(ACTION.importNow);
    expect(JSON.stringify(decided)).toContain("Amounts that name no currency are taken as SEK.");
  });

  it("fits Slack with the most of everything, in the longest language", () => {
    const [column] = PREVIEW.open;
    const many = {
      ...PREVIEW,
      fileName: "長".repeat(300),
      kinds: Array.from({ length: 6 }, () => ({
        called: "x".repeat(300),
        facts: Array.from({ length: 40 }, (_, place) => `fact_${place}`),
        lines: [2, 3, 4].map((line) => ({
          line,
          texts: Array.from({ length: 40 }, () => "名".repeat(500)),
          problems: [phrase("rejected.date", { column: "c".repeat(300), value: "v".repeat(900) })],
        })),
      })),
      unused: Array.from({ length: 200 }, (_, place) => `${"u".repeat(200)} ${place}`),
      open:
        column === undefined
          ? []
          : Array.from({ length: 12 }, () => ({ ...column, column: "d".repeat(400) })),
    };
    const long = {
      asked: { ...ASKED, source: "s".repeat(60) },
      preview: many,
      locale: PSEUDO_LOCALE,
    } as const;
    assertSendable(importPreviewModal(long) as never);
    const message = importPreviewMessage(long);
    assertSendable(message);
    expect(JSON.stringify(message)).toContain("26");
  });
});

it("aligns Chinese beside Latin, and cuts what is too long", () => {
  const lines = [{ line: 2, texts: ["北京贸易有限公司", "x".repeat(40)], problems: [] }];
  const [section] = factTable({ facts: ["name", "note"], lines }, "line", "en").elements as {
    elements: { text: string }[];
  }[];
  expect(section?.elements[0]?.text.split("\n")).toEqual([
    "line             2",
    "name             北京贸易有限…",
    `note             ${"x".repeat(12)}…`,
  ]);
});

describe("what came of an import", () => {
  const kind: ImportedKind = {
    ...{
      called: "orders",
      importId: 7,
      read: 20_000,
      accepted: 19_990,
      updated: 2,
      duplicates: 3,
      warnings: [],
    },
    rejected: 5,
    because: [
      {
        rows: 4,
        example: { kind: "rejected", line: 14_000, raw: "", reason: "bad_date", problems: [problem] },
      },
      { rows: 1, example: null },
    ],
  };
  const said = (change: Partial<ImportedKind>) => {
    const message = importResultMessage({ fileName: "a.csv", kinds: [{ ...kind, ...change }], locale: "en" });
    assertSendable(message);
    return JSON.stringify(message.blocks);
  };

  it("says counts, the commonest reasons with a line, and how to see the others", () => {
    const text = said({});
    expect(text).toContain("*orders*: 19,990 new, 2 changed, 3 there already, 5 rejected");
    expect(text).toContain("• 4 lines, such as line 14,000: Date “&lt;someday&gt;”");
    expect(text).toContain("• 1 line for another reason");
    expect(text).toContain(`"action_id":"${ACTION.importRejected}:0"`);
    assertSendable(importResultModal({ fileName: "a.csv", kinds: [kind], locale: PSEUDO_LOCALE }) as never);
  });

  it("calls nothing imported no success", () => {
    const none = { accepted: 0, updated: 0, duplicates: 0 };
    expect(said({ ...none, read: 5 })).toContain(
      "Nothing was imported from *a.csv*: every line was rejected.",
    );
    expect(said({ ...none, read: 0, rejected: 0, because: [] })).toContain("stands no row of the kind");
    expect(said({ ...none, duplicates: 20, rejected: 0, because: [] })).toContain("was there already");
    expect(said({ ...none, duplicates: 20, rejected: 0, because: [] })).not.toContain(ACTION.importRejected);
  });

  it("hands the rejected lines back as they were, safe for a spreadsheet", () => {
    const rows = [
      { kind: "rejected", line: 3, raw: "=1+1,x", reason: "bad_date", problems: [problem] } as const,
    ];
    const [head, line] = rejectedFile(rows, "en").split("\r\n");
    expect(head).toContain("line,problem,as it was");
    expect(line).toMatch(/^3,"?Date “<someday>”.*,"'=1\+1,x"$/);
  });
});

it("has a form and notices that Slack takes, in every language", () => {
  for (const locale of ["en", PSEUDO_LOCALE] as const) {
    assertSendable(importForm(locale) as never);
    assertSendable(importNotice("x", locale) as never);
  }
});

it("hands back what was asked, and takes nothing that is not ours", () => {
  const asked = { ...ASKED, currency: "EUR", formats: ["dd/mm/yyyy", null] };
  expect(decodeUpload(encodeUpload(asked))).toEqual(asked);
  for (const value of [undefined, "", "{}", "[1]", '["F1",null,null,"x"]', '["F1",2,null,[]]'])
    expect(decodeUpload(value)).toBeNull();
});
