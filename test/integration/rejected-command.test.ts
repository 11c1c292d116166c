import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { describeOnOneDatabase, ownDatabases } from "../support/databases.ts";

const HEADER = "external_id,from,to,category,kind,amount,currency,applies_to,driver,note";
const line = (id: string, to: string, amount: string) =>
  `${id},2026-02-01,${to},tools,direct,${amount},EUR,all,equal,`;
const BAD_DAY = "2026-02-30";

describeOnOneDatabase("lines of a file that are rejected", (database) => {
  let folder: string;
  let out: string;
  let err: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-rejected-"));
    vi.stubEnv("DATABASE_URL", ownDatabases().native ?? ownDatabases().embedded);
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      err += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const run = async (...args: string[]) => {
    [out, err] = ["", ""];
    const code = await runCli(["node", "mainstay", ...args]);
    return { code, out, err, json: () => JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") };
  };
  const imported = (name: string, lines: readonly string[], ...more: string[]) => {
    writeFileSync(join(folder, name), [HEADER, ...lines].join("\n"));
    return run("import", join(folder, name), "--preset", "mainstay-costs", ...more);
  };

  it("are printed with what to correct, and scripts see how much was taken over", async () => {
    const none = await imported("none.csv", [line("a", BAD_DAY, "5"), line("b", "2026-02-28", "-5")]);
    expect(none.code).toBe(1);
    expect(none.out).toContain("line 2: “2026-02-30” is no day");
    expect(none.out).toContain("line 3: A cost has to be above zero.");
    expect(none.out).not.toContain("Next:");
    const json = (
      await imported("none.csv", [line("a", BAD_DAY, "5"), line("b", "2026-02-28", "-5")], "--json")
    ).json();
    expect(json.rejected.first).toMatchObject([
      { line: 2, text: expect.stringContaining("no day") },
      { line: 3 },
    ]);

    const told = await imported("told.csv", [
      ...[line("a", BAD_DAY, "5"), line("b", BAD_DAY, "5"), HEADER, "Total,,,,,10.00,,,,"],
      line("Caf\u00e9", BAD_DAY, "5"),
    ]);
    expect(told.out).not.toContain("Characters");
    expect(told.out).toContain(
      "2 lines are no rows and were left out:\n    line 4: the header again\n    line 5: totals",
    );
    const stated = await imported("told.csv", [line("a", BAD_DAY, "5")], "--encoding", "latin1");
    expect(stated.out).toContain("Characters: windows-1252, as stated");
    expect((await imported("told.csv", [], "--encoding", "ebcdic")).err).toContain(
      "No encoding “ebcdic” is known.",
    );

    const bad = Array.from({ length: 12 }, (_, index) => line(`x${index}`, BAD_DAY, "5"));
    const some = await imported("some.csv", [line("good", "2026-02-28", "5"), ...bad]);
    expect(some.code).toBe(3);
    expect(some.out).toContain("line 12:");
    expect(some.out).not.toContain("line 13:");
    expect(some.out).toMatch(
      /2 more lines are rejected\. See all: npm run mainstay -- import rejected \d+\n/,
    );
    expect((await imported("good.csv", [line("good", "2026-02-28", "5")])).code).toBe(0);
    expect(await database().pool.query("SELECT 1 FROM cost_entries")).toMatchObject({ rowCount: 1 });
  });

  it("are all of a file: nothing imported is no success, and the reasons say what to do", async () => {
    const none = await imported("none.csv", [
      line("a", BAD_DAY, "5"),
      line("b", BAD_DAY, "5"),
      line("c", "2026-02-28", "-5"),
    ]);
    expect(none.code).toBe(1);
    expect(none.out).toContain("Nothing was imported: all 3 lines were rejected.");
    expect(none.out).toMatch(
      /2 bad date, such as line 2: “2026-02-30” is no day.*\n {2}1 not above zero, such as line 4/,
    );
    expect(none.out).toContain("npm run mainstay -- import rejected 1");
    const empty = await imported("empty.csv", []);
    expect(empty.code).toBe(1);
    expect(empty.out).toContain("Nothing was imported: no such row stands below the names of the columns.");
  });

  it("are found from the list of imports, corrected in a file of their own and imported", async () => {
    expect((await run("import", "list")).out).toContain("Nothing was imported yet.");
    await imported("first.csv", [line("a", BAD_DAY, "5"), line("b", "2026-02-28", "6")]);
    const listed = await run("import", "list");
    expect(listed.out).toMatch(
      /no\. {2}file .*there already {2}rejected\n +1 {2}first\.csv {2}mainstay-costs .*done +2 +1 +0 +0 +1\n/,
    );
    expect((await run("import", "list", "--json")).json().imports).toMatchObject([{ id: 1, accepted: 1 }]);
    const shown = await run("import", "show", "1");
    expect(shown.out).toMatch(/Import 1 of first\.csv.*1 rejected still\n {4}1 bad date, such as line 2:/s);
    const file = join(folder, "to-correct.csv");
    const written = await run("import", "rejected", "1", "--to-correct", file);
    expect([written.code, written.out]).toEqual([0, expect.stringContaining("1 line written to")]);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(BAD_DAY, "2026-02-27"));
    expect((await run("import", file, "--preset", "mainstay-costs")).code).toBe(0);
    expect((await run("import", "rejected", "1")).out).toContain("no line is rejected");
    const gone = await run("import", "undo", "1");
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining("the ledger is only ever corrected")]);
    const unknown = await run("import", "show", "9");
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("There is no import 9.")]);
  });

  it("are taken back with the import, once somebody agrees", async () => {
    const file = join(folder, "customers.csv");
    writeFileSync(file, "external_id,name\nC1,Alpha\nC2,\n");
    await run("import", file, "--preset", "mainstay-customers");
    const asked = await run("import", "undo", "1");
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining("import undo 1 --yes")]);
    expect(asked.out).toContain("0 rows go, and 1 customer whom nothing else tells of");
    const undone = await run("import", "undo", "1", "--yes");
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("0 rows and 1 customer removed")]);
    expect((await run("import", "list")).out).toContain("taken back");
    expect(await database().pool.query("SELECT FROM customers")).toMatchObject({ rowCount: 0 });
  });

  it("can be listed later, the newest import's or any one's, also as a file that runs no formula", async () => {
    expect((await run("rejected")).out).toContain("No line of any imported file is rejected.");
    await imported("first.csv", [line("=HYPERLINK(1)", BAD_DAY, "5")]);
    await imported("second.csv", [line("a", BAD_DAY, "5"), line("b", BAD_DAY, "6")]);
    await imported("good.csv", [line("good", "2026-02-28", "5")]);

    const newest = await run("rejected", "--limit", "1");
    expect(newest.out).toContain("Import 2 of second.csv: 2 lines are rejected");
    expect(newest.out).toContain("line 2: “2026-02-30” is no day");
    expect(newest.out).toContain("1 more line not shown");
    expect((await run("rejected", "1", "--json")).json()).toMatchObject({
      import: { id: 1, fileName: "first.csv", rejected: 1 },
      lines: [{ line: 2, reason: "bad_date", raw: expect.stringContaining("HYPERLINK") }],
    });
    expect((await run("rejected", "3")).out).toContain("no line is rejected");
    const unknown = await run("rejected", "99");
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("There is no import 99.")]);

    const file = join(folder, "rejected.csv");
    expect((await run("rejected", "1", "--csv", file)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/\r\n2,bad_date,.*,"'=HYPERLINK\(1\),2026-02-01/);
  });
});
