import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../scripts/program/build-program.mjs";

/** Says what it was built of, imports a module late, and fails in its fifth line where it is told to. */
const PROGRAM = `import { greeting } from "./greeting.ts";
const run = async () => {
  const { sep } = await import("node:path");
  process.stdout.write(greeting + sep);
  if (process.argv[2] === "fail") throw new Error("as told");
};
void run();
`;

describe("the built program", () => {
  const root = mkdtempSync(join(tmpdir(), "mainstay-program-"));
  const folder = join(root, "built");
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, "mainstay.cjs"), ...args], { encoding: "utf8" });
  const compiled = () => readdirSync(folder).filter((name) => name.startsWith("compiled-"));

  beforeAll(async () => {
    mkdirSync(join(root, "src"));
    writeFileSync(join(root, "src/program.ts"), PROGRAM);
    writeFileSync(
      join(root, "src/greeting.ts"),
      `export const greeting: string = "你好 from " + import.meta.dirname;\n`,
    );
    const sources = ["program.ts", "greeting.ts"].map((name) => join(root, "src", name));
    await build({ root, program: "src/program.ts", threads: [], sources, folder, keptAs: folder });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("does the same when it starts from what was compiled before, imports included", () => {
    const first = start();
    expect(first).toMatchObject({ stdout: `你好 from ${join(root, "src")}/`, stderr: "", status: 0 });
    const [kept = "none", ...others] = compiled();
    expect(others).toEqual([]);
    const { mtimeMs } = statSync(join(folder, kept));
    expect(start()).toMatchObject({ stdout: first.stdout, stderr: "", status: 0 });
    // Had it been of no use, it would have been written anew.
    expect(statSync(join(folder, kept)).mtimeMs).toBe(mtimeMs);
  });

  it("tells an error by the line of its source", () => {
    expect(start("fail").stderr).toContain(`${join(root, "src/program.ts")}:5:`);
  });

  it("compiles again where what was compiled is of no use", () => {
    for (const name of compiled()) writeFileSync(join(folder, name), "cut off");
    expect(start()).toMatchObject({ stderr: "", status: 0 });
  });
});
