import { expect, it } from "vitest";
import {
  correctedLineOf,
  isOfRejected,
  rejectedLinesFile,
  withoutFields,
} from "../../../../src/sources/csv/corrected-lines.ts";
import { readHeader } from "../../../../src/sources/csv/header.ts";
import { mainstayCustomers } from "../../../../src/sources/mainstay/mainstay-customers.ts";

const FILE = rejectedLinesFile({ header: "external_id;name", delimiter: ";" }, [
  { importId: 12, line: 345, text: 'name is empty; see "name".', raw: "C1;" },
]);

it("writes rejected lines as they were, with their header, behind what tells them", () => {
  expect(FILE).toBe(
    '\uFEFFrejected_line;rejected_because;external_id;name\n12:345;"name is empty; see ""name"".";C1;\n',
  );
});

it("finds the line that a record corrects, also where its quotes are torn", () => {
  const place = { line: 2, raw: '12:345,"x",C1' };
  expect(correctedLineOf({ ...place, fields: ["12:345", "x", "C1"], fault: null })).toEqual({
    importId: 12,
    line: 345,
  });
  const fault = {
    reason: "stray_quote",
    problems: [{ code: "rejected.stray-quote", parameters: {} }],
  } as const;
  expect(correctedLineOf({ ...place, raw: '12:7;"x";"C1', fault })).toEqual({ importId: 12, line: 7 });
  expect(correctedLineOf({ ...place, fields: ["C1"], fault: null })).toBeNull();
});

it.each([
  ['12:345;"name is empty; see ""name"".";C1;', "C1;"],
  ["12:345;plain;C1;“名”", "C1;“名”"],
  ["12:345;plain", ""],
])("takes the first two fields off %s", (raw, left) => {
  expect(withoutFields(raw, ";", 2)).toBe(left);
});

it("is known by its first two columns, which are no facts of a customer", () => {
  expect(isOfRejected(["rejected_line", "rejected_because", "name"])).toBe(true);
  expect(isOfRejected(["name", "rejected_line", "rejected_because"])).toBe(false);
  const text = "rejected_line,rejected_because,external_id,name,Manager";
  const header = readHeader({ number: 1, text, fault: null }, mainstayCustomers.columns);
  expect("further" in header && header.further.map(({ name }) => name)).toEqual(["Manager"]);
});
