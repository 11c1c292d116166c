import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  startDatabaseAhead,
  startEmbeddedDatabase,
} from "../../../../src/store/database/embedded-database.ts";
import { FolderInUseError } from "../../../../src/store/database/folder-lock.ts";

it("tells whoever asks for a database that was begun ahead what went wrong with it, and nobody else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-ahead-"));
  writeFileSync(join(folder, "lock.json"), JSON.stringify({ pid: process.ppid, socketFolder: folder }));
  startDatabaseAhead(folder);
  await new Promise((resolve) => setImmediate(resolve));
  await expect(startEmbeddedDatabase(folder)).rejects.toThrow(FolderInUseError);
  rmSync(folder, { recursive: true, force: true });
});
