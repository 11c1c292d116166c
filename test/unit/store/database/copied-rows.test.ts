import { describe, expect, it } from "vitest";
import { CopiedRows } from "../../../../src/store/database/copied-rows.ts";

const HEAD_BYTES = 11 + 4 + 4;

/** The fields of each row, as the format cuts them; null where there is none. */
function fieldsOf(bytes: Buffer): Array<Array<string | null>> {
  const rows: Array<Array<string | null>> = [];
  let at = HEAD_BYTES;
  for (let count = bytes.readInt16BE(at); count >= 0; count = bytes.readInt16BE(at)) {
    at += 2;
    const fields = Array.from({ length: count }, () => {
      const length = bytes.readInt32BE(at);
      at += 4 + Math.max(0, length);
      return length < 0 ? null : bytes.subarray(at - length, at).toString("hex");
    });
    rows.push(fields);
  }
  expect([at + 2, bytes.readInt16BE(at)]).toEqual([bytes.length, -1]);
  return rows;
}

function fieldOf(write: (rows: CopiedRows) => void): string | null | undefined {
  const rows = new CopiedRows(0);
  rows.row(1);
  write(rows);
  return fieldsOf(rows.end())[0]?.[0];
}

const hex = (text: string) => Buffer.from(text).toString("hex");

describe("rows to be copied", () => {
  it("begin with the signature of the format", () => {
    const bytes = new CopiedRows(0).end();
    expect(bytes.subarray(0, 11).toString("latin1")).toBe("PGCOPY\n\xff\r\n\0");
    expect(bytes.subarray(11).toString("hex")).toBe("0000000000000000ffff");
  });

  it("hold texts in UTF-8, short or long, and what is no letter as everywhere else", () => {
    for (const text of ["", "abc", "客戶維繫", "é".repeat(13), "😀", "\ud800", `${"x".repeat(99)}維`])
      expect(fieldOf((rows) => rows.text(text))).toBe(hex(text));
  });

  it("hold numbers in the order of the network", () => {
    expect(fieldOf((rows) => rows.int4(-2))).toBe("fffffffe");
    expect(fieldOf((rows) => rows.int8(-1))).toBe("ffffffffffffffff");
    expect(fieldOf((rows) => rows.int8(2 ** 32 + 5))).toBe("0000000100000005");
    expect(fieldOf((rows) => rows.float8(1.5))).toBe("3ff8000000000000");
  });

  it("count moments from 2000 in microseconds, to the last one of years that numbers no longer hold exactly", () => {
    const us = (moment: string) => fieldOf((rows) => rows.timestamptz(new Date(moment)));
    expect(us("2000-01-01T00:00:00.001Z")).toBe("00000000000003e8");
    expect(us("1999-12-31T23:59:59.999Z")).toBe("fffffffffffffc18");
    expect(BigInt(`0x${us("9999-12-31T23:59:59.999Z")}`)).toBe(252_455_615_999_999_000n);
  });

  it("say what is missing, and may be longer than expected", () => {
    const rows = new CopiedRows(1);
    for (let row = 0; row < 50; row += 1) {
      rows.row(2);
      rows.nothing();
      rows.text("y".repeat(row));
    }
    const expected = Array.from({ length: 50 }, (_, row) => [null, hex("y".repeat(row))]);
    expect(fieldsOf(rows.end())).toEqual(expected);
  });
});
