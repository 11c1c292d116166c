import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import * as firstContents from "../../src/store/database/first-contents.ts";
import { migratedDump, migratedFolder } from "./migrated-database.ts";

/**
 * Has every new database that the code under test opens by itself, while the tests of this file run, begin with all migrations
 * applied: it finds nothing left to migrate, which takes five seconds of computing.
 */
export function beginEveryDatabaseMigrated(): void {
  const { beginDatabaseFolder } = firstContents;
  let migrated = { dump: "", folder: "" };
  const replace = () => {
    const first = { folder: migrated.folder, onFailure };
    vi.spyOn(firstContents, "firstDump").mockReturnValue(migrated.dump);
    vi.spyOn(firstContents, "beginDatabaseFolder").mockImplementation((folder, given = first) =>
      beginDatabaseFolder(folder, given),
    );
  };
  beforeAll(async () => {
    migrated = { dump: await migratedDump(), folder: await migratedFolder() };
    replace();
  });
  beforeEach(replace); // Every test ends with nothing replaced.
  afterAll(() => vi.restoreAllMocks());
}

function onFailure(error: unknown): never {
  throw error;
}
