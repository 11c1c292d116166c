import { expect, it } from "vitest";
import type { RejectedRow } from "../../../../src/domain/imports/imports.ts";
import { commonestReasons, isOpen, isUploadType } from "../../../../src/domain/imports/upload.ts";
import { phrase } from "../../../../src/domain/phrase.ts";
import type { RejectReason } from "../../../../src/domain/rejection.ts";

const rejected = (line: number, reason: RejectReason): RejectedRow => ({
  ...{ kind: "rejected", line, raw: "", reason, problems: [phrase("rejected.nul")] },
});

it("tells the three commonest reasons, most lines first, each by its first line", () => {
  const byReason = { bad_date: 2, missing_name: 7, bad_amount: 3, too_long: 1 };
  const rows = [rejected(4, "bad_date"), rejected(5, "missing_name"), rejected(9, "missing_name")];
  const told = commonestReasons(byReason, rows).map(({ rows, example }) => [rows, example?.line ?? null]);
  expect(told).toEqual([
    [7, 5],
    [3, null],
    [2, 4],
  ]);
});

it("takes files by how they are called, whatever the case", () => {
  expect(["a.csv", "a.b.TSV", "客户.txt", "x.json"].every(isUploadType)).toBe(true);
  expect(["a.xlsx", "csv.zip", "noname", ""].some(isUploadType)).toBe(false);
});

it("is open until every column is decided and amounts have a currency", () => {
  const column = (chosen: string | null) => ({ column: "Date", example: "3/4/26", chosen, ways: [] });
  const currency = (chosen: string | null, assumed: string | null) => ({ chosen, assumed, inUse: [] });
  expect(isOpen({ open: [], currency: null })).toBe(false);
  expect(isOpen({ open: [column("dd/mm/yyyy"), column(null)], currency: null })).toBe(true);
  expect(isOpen({ open: [column("dd/mm/yyyy")], currency: currency(null, null) })).toBe(true);
  expect(isOpen({ open: [], currency: currency(null, "EUR") })).toBe(false);
  expect(isOpen({ open: [], currency: currency("USD", null) })).toBe(false);
});
