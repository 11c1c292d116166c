import { describe, expect, it } from "vitest";
import { asArrayText } from "../../../../src/store/database/array-text.ts";

describe("a list as text", () => {
  it.each([
    [[], "{}"],
    [[1, -2.5, null], "{1,-2.5,NULL}"],
    [["a", "", null, "null", "王小明", '5" \\ {x},'], '{"a","",NULL,"null","王小明","5\\" \\\\ {x},"}'],
  ])("is written for %j", (values, written) => {
    expect(asArrayText(values)).toBe(written);
  });

  it("is left to the driver where something else is in it", () => {
    const dates = [new Date(0)];
    expect(asArrayText(dates)).toBe(dates);
  });
});
