import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderInUseError, lockFolder } from "../../../../src/store/database/folder-lock.ts";

describe("the lock on a data folder", () => {
  let folder: string;
  let abandonedSocket: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-lock-"));
    abandonedSocket = mkdtempSync(join(tmpdir(), "mainstay-socket-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(abandonedSocket, { recursive: true, force: true });
  });

  const leftBy = (pid: number) =>
    writeFileSync(join(folder, "lock.json"), JSON.stringify({ pid, socketFolder: abandonedSocket }));

  it("is taken, names its owner, and is released", () => {
    const lock = lockFolder(folder, "/nowhere");
    expect(JSON.parse(readFileSync(join(folder, "lock.json"), "utf8")).pid).toBe(process.pid);
    lock.release();
    expect(existsSync(join(folder, "lock.json"))).toBe(false);
  });

  it("refuses while its owner lives, and says what to do", () => {
    leftBy(process.ppid);
    expect(() => lockFolder(folder, "/nowhere")).toThrow(FolderInUseError);
    expect(() => lockFolder(folder, "/nowhere")).toThrow(
      new RegExp(`process ${process.ppid}.*DATABASE_URL`, "s"),
    );
    expect(existsSync(abandonedSocket)).toBe(true);
  });

  it("takes over from a process that died, clearing the socket it left", () => {
    leftBy(2 ** 22 + 1); // Above the largest process number of Linux and macOS.
    lockFolder(folder, "/nowhere").release();
    expect(existsSync(abandonedSocket)).toBe(false);
  });

  it("takes over from an earlier process with its own number, as in a restarted container", () => {
    leftBy(process.pid);
    lockFolder(folder, "/nowhere").release();
  });

  it("takes over a lock that was cut off while it was written", () => {
    writeFileSync(join(folder, "lock.json"), '{"pid": 1');
    lockFolder(folder, "/nowhere").release();
  });
});
