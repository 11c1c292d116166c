import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rowFile } from "../../../../src/cli/value/row-file.ts";
import { NOTHING_TOLD, type TraceRow, type TraceShape } from "../../../../src/domain/figures/trace/trace.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const EUROS: TraceShape = { currency: "EUR", unit: "minor", overUnit: "count" };
const row = (id: string, amount: number): TraceRow => ({
  ...{ ...NOTHING_TOLD, kind: "order", id, what: phrase("trace.order"), amount },
  customer: { customerId: 7, externalId: "007", name: "北京科技" },
});

describe("a file that rows are written to as they come", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-rows-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("has every row and column, and no text that a spreadsheet would run", () => {
    const path = join(folder, "rows.csv");
    const file = rowFile(path);
    for (let place = 0; place < 5_000; place += 1)
      file.take(row(place === 0 ? "=1+1" : `o-${place}`, 150), EUROS);
    file.finish(EUROS);
    const lines = readFileSync(path, "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(5_001);
    expect(lines.slice(0, 2)).toEqual([
      '\uFEFFWhat,Id,Customer,Customer number,From,To,Recorded,Currency,Rate,Rate of,Share,"Amount, EUR",Divided by',
      "Order,'=1+1,北京科技,007,,,,,,,,1.5,",
    ]);
    expect(readdirSync(folder)).toEqual(["rows.csv"]);
  });

  it("has a head where there are no rows", () => {
    const path = join(folder, "none.csv");
    rowFile(path).finish({ ...EUROS, unit: "hours" });
    expect(readFileSync(path, "utf8")).toMatch(/^.What,Id,.*,Hours,Divided by\r\n$/);
  });

  it("leaves nothing where the work breaks off", () => {
    const file = rowFile(join(folder, "half.csv"));
    file.take(row("o-1", 1), EUROS);
    file.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
