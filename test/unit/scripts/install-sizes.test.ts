import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { installSizes } from "../../../scripts/packages/install-sizes.ts";

/** Far above what the folders themselves take. */
const MB = 1_048_576;

it("gives what a package alone brings to it, what several bring to nobody, and each byte once", () => {
  const root = mkdtempSync(join(tmpdir(), "mainstay-sizes-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const packages = {
    "": {},
    "node_modules/bot": { dependencies: { shared: "1", inner: "1", client: "1" } },
    "node_modules/bot/node_modules/inner": {},
    "node_modules/client": { dependencies: { shared: "1" } },
    "node_modules/shared": {},
    "node_modules/tests": { dev: true, dependencies: { shared: "1", "only-tests": "1" } },
    "node_modules/only-tests": { dev: true },
    "node_modules/not-on-this-machine": {},
  };
  const named = { dependencies: { bot: "1", client: "1" }, devDependencies: { tests: "1" } };
  writeFileSync(join(root, "package.json"), JSON.stringify(named));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  const megabytes = { bot: 1, "bot/node_modules/inner": 2, client: 3, shared: 4, tests: 5, "only-tests": 6 };
  for (const [path, size] of Object.entries(megabytes)) {
    mkdirSync(join(root, "node_modules", path), { recursive: true });
    writeFileSync(join(root, "node_modules", path, "file"), Buffer.alloc(size * MB, 1));
  }
  const { rows, production, development } = installSizes(root);
  const told = rows.map(({ name, bytes, isForProduction }) => [
    name,
    Math.floor(bytes / MB),
    isForProduction,
  ]);
  expect(told).toEqual([
    ["tests", 11, false],
    ["brought by several", 4, true],
    ["bot", 3, true],
    ["client", 3, true],
  ]);
  expect([production, development].map((bytes) => Math.floor(bytes / MB))).toEqual([10, 11]);
});
