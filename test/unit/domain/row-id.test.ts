import { expect, it } from "vitest";
import { isRowId, rowIdIn } from "../../../src/domain/row-id.ts";

it.each([1, 2_147_483_647])("%s can be the id of a row", (id) => {
  expect(isRowId(id)).toBe(true);
  expect(rowIdIn(String(id))).toBe(id);
});

it.each([0, -1, 1.5, 2_147_483_648, Number.NaN, Number.POSITIVE_INFINITY, "7", null, undefined, [7]])(
  "%s cannot be",
  (value) => {
    expect(isRowId(value)).toBe(false);
  },
);

it.each(["", "0", "01", "+7", "7e3", "2147483648", "99999999999", " 7", "__proto__", undefined])(
  "no id is in %s",
  (text) => {
    expect(rowIdIn(text)).toBeNull();
  },
);
