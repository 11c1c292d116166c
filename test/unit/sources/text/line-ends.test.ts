import { describe, expect, it } from "vitest";
import { lineEndsOf } from "../../../../src/sources/text/line-ends.ts";

describe("line ends", () => {
  it.each([
    ["lf", "LF", "a,b\n1,2\n"],
    ["lf", "CRLF", "a,b\r\n1,2\r\n"],
    ["lf", "LF and CRLF", "a,b\r\n1,2\n3,4\r\n"],
    ["lf", "none", "a,b"],
    ["lf", "a CR that an LF may follow in what comes next", "a,b\r\n1,2\r"],
    ["any", "CR alone", "a,b\r1,2\r3,4\r"],
    ["any", "CR alone, with texts over lines in LF", 'a,b\r1,"x\ny"\r2,3\r4,5\r'],
    ["any", "files with CR and with LF put together", "a,b\r1,2\r3,4\n5,6\n"],
    ["any", "CR CR LF", "a,b\r\r\n1,2\r\r\n"],
    ["lf", "LF, with texts over lines in CR", 'a,b,c\n1,"x\ry\rz",2\n3,4,5\n'],
    ["lf", "LF, with a CR in a text", "a,b,c\n1,x\ry,2\n3,4,5\n"],
  ])("are %s: %s", (lineEnds, _, start) => {
    expect(lineEndsOf(start)).toBe(lineEnds);
  });
});
