import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRecordReader, parseRecord } from "../../../../src/sources/csv/csv-records.ts";
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

  it("loses one line when the file ends inside a quote, and when no line closes it", async () => {
    expect(await read(`${good("A")}${good("B", '"open')}more\n`)).toEqual([
      [2, "A"],
      [3, "stray_quote"],
      [4, "wrong_column_count"],
    ]);
    const rows = await read(`${good("A", '"open')}${"words\n".repeat(150)}${good("Z")}`);
    expect(rows[0]).toEqual([2, "stray_quote"]);
    expect(rows).toHaveLength(152);
    expect(rows.at(-1)).toEqual([153, "Z"]);
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

describe("one record", () => {
  it.each([
    ["a,b", ["a", "b"]],
    ['"a, b",c', ["a, b", "c"]],
    ['"a ""b""",c', ['a "b"', "c"]],
    ['"two\nlines",c', ["two\nlines", "c"]],
    ["a,", ["a", ""]],
    ['"open,c', "open"],
    ['a"b,c', "broken"],
    ['"a"b,c', "broken"],
    ["a\nb", "broken"],
    ["", "broken"],
  ])("of %j is %j", (text, record) => {
    expect(parseRecord(text, ",")).toEqual(record);
  });

  it("is cut at the file's delimiter", () => {
    expect(parseRecord('a,b;"c;d"', ";")).toEqual(["a,b", "c;d"]);
  });
});

describe("a reader of records", () => {
  const isOrder = (fields: readonly string[]) => fields[1] === "order";
  const readerOf = (isRow = isOrder, delimiter = ",") =>
    new CsvRecordReader({ delimiter, columns: 2, isRow });
  /** [first line, its fields or why it has none] of each record. */
  const recordsOf = (text: string, reader = readerOf(), isLast = true) =>
    reader
      .read(cutLines(Buffer.from(text), 1), isLast)
      .map((record) => [record.line, record.fault ? record.fault.reason : record.fields]);

  it("passes over lines of blanks and delimiters, but not over quoted emptiness", () => {
    const blank = ["", "  ", ",", " , ", ",,,", "\t"];
    expect(recordsOf(`${blank.join("\n")}\nA,order\n"",""\n`)).toEqual([
      [7, ["A", "order"]],
      [8, ["", ""]],
    ]);
    expect(recordsOf("\t\n \t \nA\torder\n,\n", readerOf(isOrder, "\t"))).toEqual([
      [3, ["A", "order"]],
      [4, "wrong_column_count"],
    ]);
    expect(recordsOf(";;\nA;order\n", readerOf(isOrder, ";"))).toEqual([[2, ["A", "order"]]]);
  });

  it("says how many fields it found and needs, and keeps the line", () => {
    const [record] = readerOf().read(cutLines(Buffer.from('A,"x",y\n'), 1), true);
    expect(record).toEqual({
      line: 1,
      raw: 'A,"x",y',
      fault: {
        reason: "wrong_column_count",
        problems: [{ code: "rejected.column-count", parameters: { found: 3, needed: 2 } }],
      },
    });
  });

  it("keeps the fault of a damaged line, whatever stands in it, also within an open text", () => {
    expect(recordsOf('A,"x\0"\nB,order\n')).toEqual([
      [1, "control_character"],
      [2, ["B", "order"]],
    ]);
    expect(recordsOf('A,"one\nt\0wo\nthree"\nB,order\n')).toEqual([
      [1, "stray_quote"],
      [2, "control_character"],
      [3, "stray_quote"],
      [4, ["B", "order"]],
    ]);
    expect(recordsOf("A,\0\nB,order\n")).toEqual([
      [1, "control_character"],
      [2, ["B", "order"]],
    ]);
  });

  it("says of a stray quote that it is one", () => {
    const [record] = readerOf().read(cutLines(Buffer.from('A,5" tray\n'), 1), true);
    expect(record).toMatchObject({
      raw: 'A,5" tray',
      fault: { reason: "stray_quote", problems: [{ code: "rejected.stray-quote" }] },
    });
  });

  it("waits with an open text for lines to come", () => {
    const reader = readerOf();
    expect(recordsOf('A,"one\n', reader, false)).toEqual([]);
    expect(reader.read([], false)).toEqual([]);
    const [record, next] = reader.read(cutLines(Buffer.from('two"\nB,order\n'), 2), false);
    expect(record).toEqual({ line: 1, raw: 'A,"one\ntwo"', fields: ["A", "one\ntwo"], fault: null });
    expect(next).toMatchObject({ line: 3, fields: ["B", "order"] });
    expect(reader.read([], true)).toEqual([]);
  });

  it("takes a text of 10,000 lines, and none of more", () => {
    const text = (lines: number) => `A,"${"word\n".repeat(lines - 1)}end"\nB,order\n`;
    expect(recordsOf(text(10_000)).map(([line]) => line)).toEqual([1, 10_001]);
    const cut = recordsOf(text(10_001));
    expect(cut[0]).toEqual([1, "stray_quote"]);
    expect(cut.at(-1)).toEqual([10_002, ["B", "order"]]);
    expect(cut).toHaveLength(10_002);
  });

  it("takes cells of a megabyte, over 150 lines and more, and none of twenty", () => {
    const long = `${"word, word\n".repeat(150)}${"名".repeat(1_000_000)}`;
    const [first, second] = readerOf().read(cutLines(Buffer.from(`A,"${long}"\nB,order\n`), 1), true);
    expect(first).toMatchObject({ line: 1, fault: null, fields: ["A", long] });
    expect(second).toMatchObject({ line: 152, fields: ["B", "order"] });
    const endless = `A,"${`${"x".repeat(1_000_000)}\n`.repeat(5)}end"\nB,order\n`;
    const cut = recordsOf(endless);
    expect(cut[0]).toEqual([1, "stray_quote"]);
    expect(cut.at(-1)).toEqual([7, ["B", "order"]]);
  });

  it("takes no twenty bad rows in a row into an open text, but nineteen lines that look like rows", () => {
    const text = (lines: number) => `A,1,"open\n${"x,y,z\n".repeat(lines)}end"\nB,order,2\n`;
    const three = () => new CsvRecordReader({ delimiter: ",", columns: 3, isRow: isOrder });
    expect(recordsOf(text(19), three()).map(([line]) => line)).toEqual([1, 22]);
    expect(recordsOf(text(20), three())).toHaveLength(23);
  });

  it("looks at each line a fixed number of times, however many quotes are stray", () => {
    let looks = 0;
    const isRow = () => {
      looks += 1;
      return false;
    };
    const lines = Array.from({ length: 6_000 }, (_, i) =>
      i % 25 === 0 ? 'A,"open' : i % 2 ? "words" : "x,y",
    );
    const reader = readerOf(isRow);
    for (const line of cutLines(Buffer.from(lines.join("\n")), 1)) reader.read([line], false);
    expect(reader.read([], true).length).toBeGreaterThan(0);
    expect(looks).toBeLessThan(lines.length);
  });

  it("takes a line into an open text unless it is a good row of the right width", () => {
    expect(recordsOf('A,"one\nx,y\nend"\n')).toEqual([[1, ["A", "one\nx,y\nend"]]]);
    expect(recordsOf('A,"one\nx,order,z\nend"\n')).toEqual([[1, ["A", "one\nx,order,z\nend"]]]);
    expect(recordsOf('A,"one\nx,order\nend"\n')).toEqual([
      [1, "stray_quote"],
      [2, ["x", "order"]],
      [3, "stray_quote"],
    ]);
    expect(recordsOf('A,"one\n"x",order\nend"\n')).toMatchObject([
      [1, "stray_quote"],
      [2, ["x", "order"]],
      {},
    ]);
  });

  it("closes no text in the wrong place", () => {
    expect(recordsOf('A,"one\ntwo" x\nB,order\n')).toEqual([
      [1, "stray_quote"],
      [2, "stray_quote"],
      [3, ["B", "order"]],
    ]);
    expect(recordsOf('A,"one\ntwo",x\nB,order\n')).toEqual([
      [1, "stray_quote"],
      [2, "stray_quote"],
      [3, ["B", "order"]],
    ]);
  });

  it("takes a text that closes in the wrong place for a stray quote, whatever the file's width", () => {
    for (const columns of [2, 4, 6]) {
      const reader = new CsvRecordReader({ delimiter: ",", columns, isRow: () => false });
      const [first] = recordsOf('A,"one\ntwo" x\n', reader);
      expect(first).toEqual([1, "stray_quote"]);
    }
  });

  it("goes on over a line with quotes of its own", () => {
    expect(recordsOf('A,"one\n""two""\n""\nthree"\n')).toEqual([[1, ["A", 'one\n"two"\n"\nthree']]]);
  });

  it("reads hundreds of quoted lines, and finds the bad one wherever it stands", () => {
    const lines = Array.from({ length: 200 }, (_, i) => `"A${i}","order"`);
    for (const bad of [0, 1, 63, 64, 65, 127, 128, 199]) {
      const text = lines.map((line, i) => (i === bad ? `A${i},o"rder` : line)).join("\n");
      const expected = lines.map((_, i) => [i + 1, i === bad ? "stray_quote" : [`A${i}`, "order"]]);
      expect(recordsOf(text)).toEqual(expected);
    }
  });
});
