import { expect, it } from "vitest";
import { asWritten } from "../../../src/sources/csv/column-kinds.ts";
import { needed, optional } from "../../../src/sources/csv/columns.ts";
import { readHeader } from "../../../src/sources/csv/header.ts";
import { profileColumns } from "../../../src/sources/customer-profile.ts";

it("knows of no attributes where a preset has no place for further columns", () => {
  const columns = { externalId: needed("Id", asWritten), country: optional("Land", asWritten) };
  const header = readHeader({ number: 1, text: "Id,Land,Region", fault: null }, columns);
  if ("because" in header) throw new Error(header.because);
  expect(profileColumns(columns, header)).toEqual({ facts: new Set(["country"]), attributes: [] });
});
