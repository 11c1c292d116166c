import { describe, expect, it } from "vitest";
import { tableFile } from "../../../../src/slack/blocks/table-file.ts";

const file = (...rows: Array<readonly { text: string; value?: number }[]>) =>
  tableFile({ head: ["Customer", "Total"], rows });

describe("a table as a file", () => {
  it("has plain numbers, says nothing where nothing is known, and reads as UTF-8", () => {
    expect(
      file(
        [{ text: "北京贸易" }, { text: "€1,234.50", value: 1234.5 }],
        [{ text: "Acme" }, { text: "n/a" }],
        [{ text: "Globex" }, { text: "−€3.00", value: -3 }],
      ),
    ).toBe("\uFEFFCustomer,Total\r\n北京贸易,1234.5\r\nAcme,\r\nGlobex,-3\r\n");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    [" =1", "' =1"],
    ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
    ["A, B", '"A, B"'],
    ["A\r\n=B", '"A\r\n=B"'],
    ["Acme - Tools", "Acme - Tools"],
  ])("keeps a customer called %j a text", (name, written) => {
    expect(file([{ text: name }, { text: "1", value: 1 }])).toBe(`\uFEFFCustomer,Total\r\n${written},1\r\n`);
  });
});
