import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalWorkspace } from "../../src/local-workspace/local-workspace.ts";
import { beginMigrated } from "../support/migrated-database.ts";
import { openWorkspaceAt } from "../support/open-workspace-at.ts";
import { trainQuickly } from "../support/quick-model.ts";
import { sharedModel } from "../support/shared-model.ts";

/** Early on a Monday in Berlin: the day from which next Monday is farthest. */
const MONDAY_MORNING = new Date("2026-11-23T01:00:00Z");

/** Enough for every page, and much quicker to live a week with than the usual number. */
const CUSTOMERS = 300;

/** Of its own links to customers. */
export const PUBLIC_URL = "https://mainstay.example";

let workspace: LocalWorkspace | null = null;
let dataFolder: string | null = null;

/** Opens the local workspace in which every browser test clicks, in a data folder of its own. */
export async function openSharedWorkspace(): Promise<void> {
  dataFolder = mkdtempSync(join(tmpdir(), "mainstay-workspace-"));
  await beginMigrated(dataFolder);
  workspace = await openWorkspaceAt(
    MONDAY_MORNING,
    dataFolder,
    CUSTOMERS,
    { IMPORT_IN_SLACK: "on", PUBLIC_URL, PORT: "0" },
    // At moments of its own in each run: nothing that could be kept.
    { ...sharedModel, train: trainQuickly },
  );
}

export async function closeSharedWorkspace(): Promise<void> {
  await workspace?.close();
  if (dataFolder !== null) rmSync(dataFolder, { recursive: true, force: true });
}

/** @throws Error before it is open */
export function sharedWorkspace(): LocalWorkspace {
  if (workspace === null) throw new Error("The workspace is not open yet: open the browser in beforeAll.");
  return workspace;
}
