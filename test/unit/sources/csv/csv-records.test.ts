import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRecordReader } from "../../../../src/sources/csv/csv-records.ts";
import { cutLines } from "../../../../src/sources/csv/lines.ts";
import { outline, readText } from "../read-text.ts";

const HEADER = "external_id,customer,kind,at,note\n";
const good = (id: string, note = "x") => `${id},C1,order,2026-01-02,${note}\n`;
const read = async (body: string) => outline(await readText(HEADER + body, "mainstay-activities"));

describe("records of a file with bad quotes", () => {
  it("keeps quoted delimiters, doubled quotes and texts over several lines", async () => {
    const rows = await readText(
      `${HEADER}${good("A", '"a, ""b"""')}${good("B", '"one\r\n\r\n""two"", three\nfour"')}${good("C")}`,
      "mainstay-activities",
    );
    expect(outline(rows)).toEqual([
      [2, "A"],
      [3, "B"],
      [7, "C"],
    ]);
    expect(Array.isArray(rows) && rows.map((row) => row.kind === "activity" && row.activity.note)).toEqual([
      'a, "b"',
      'one\n\n"two", three\nfour',
      "x",
    ]);
  });

  it("loses one line to a quote that never closes, wherever it stands", async () => {
    for (const bad of ['B,"C1,order,2026-01-02,x\n', good("B", '"open'), '"B,C1,order,2026-01-02,x\n']) {
      expect(await read(good("A") + bad + good("C") + good("D", '"quoted"') + good("E"))).toEqual([
        [2, "A"],
        [3, "stray_quote"],
        [4, "C"],
        [5, "D"],
        [6, "E"],
      ]);
    }
  });

  it("takes no good row into a text between two stray quotes", async () => {
    expect(await read(good("A", '"open') + good("B") + good("C") + good("D", 'end"') + good("E"))).toEqual([
      [2, "stray_quote"],
      [3, "B"],
      [4, "C"],
      [5, "stray_quote"],
      [6, "E"],
    ]);
  });

  it("takes no lines together into a row of the wrong width", async () => {
    expect(await read(`A,"C1\nfoo,bar"\n${good("B")}`)).toEqual([
      [2, "stray_quote"],
      [3, "stray_quote"],
      [4, "B"],
    ]);
  });

  it("loses one line to a quote inside an unquoted text, or text after a closing quote", async () => {
    expect(await read(good("A", '7" tray') + good("B", '"a"b') + good("C"))).toEqual([
      [2, "stray_quote"],
      [3, "stray_quote"],
      [4, "C"],
    ]);
  });

  it("loses one line when the file ends inside a quote, and when 100 lines do not close it", async () => {
    expect(await read(`${good("A")}${good("B", '"open')}more\n`)).toEqual([
      [2, "A"],
      [3, "stray_quote"],
      [4, "wrong_column_count"],
    ]);
    const rows = await read(`${good("A", '"open')}${"words\n".repeat(150)}end"\n${good("Z")}`);
    expect(rows[0]).toEqual([2, "stray_quote"]);
    expect(rows.at(-1)).toEqual([154, "Z"]);
  });

  const GOOD = fc
    .constantFrom("x", '"quoted, text"', '"two\nlines"', '"a ""b"""', "", "名前")
    .map((note) => ({
      isGood: true,
      text: (id: string) => good(id, note),
    }));
  const BAD = fc
    .constantFrom<(id: string) => string>(
      (id) => good(id, '"open'),
      (id) => `${id},"C1,order,2026-01-02,x\n`,
      (id) => good(id, '5" tray'),
      (id) => good(id, '"a"b'),
      (id) => `${id},C1,order,2026-02-30,x\n`,
      (id) => `${id},C1,order\n`,
      (id) => good(id, "x,y"),
      () => good(""),
    )
    .map((text) => ({ isGood: false, text }));

  it("accepts exactly the good rows of any interleaving", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(GOOD, BAD), { maxLength: 30 }), async (rows) => {
        const body = rows.map((row, index) => row.text(`R${index}`)).join("");
        const accepted = (await read(body)).filter(([, what]) => /^R\d+$/.test(what)).map(([, id]) => id);
        expect(accepted).toEqual(rows.flatMap((row, index) => (row.isGood ? [`R${index}`] : [])));
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same records however the lines arrive", () => {
    const body = good("A", '"one\ntwo\nthree"') + good("B", '"open') + good("C", '"x"') + good("D");
    const lines = cutLines(Buffer.from(body), 2);
    const shape = { delimiter: ",", columns: 5, isRow: (fields: readonly string[]) => fields[2] === "order" };
    const whole = new CsvRecordReader(shape).read(lines, true);
    const reader = new CsvRecordReader(shape);
    const piecewise = [...lines.flatMap((line) => reader.read([line], false)), ...reader.read([], true)];
    expect(piecewise).toEqual(whole);
    expect(whole.map((record) => record.line)).toEqual([2, 5, 6, 7]);
  });
});
