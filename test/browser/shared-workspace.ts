import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalWorkspace } from "../../src/local-workspace/local-workspace.ts";
import { openWorkspaceAt } from "../support/open-workspace-at.ts";

/** Early on a Monday in Berlin: the day from which next Monday is farthest. */
const MONDAY_MORNING = new Date("2026-11-23T01:00:00Z");

/** Enough for every page, and trained on in a third of the time that the usual number takes. */
const CUSTOMERS = 300;

let workspace: LocalWorkspace | null = null;
let dataFolder: string | null = null;

/** Opens the local workspace in which every browser test clicks, in a data folder of its own. */
export async function openSharedWorkspace(): Promise<void> {
  dataFolder = mkdtempSync(join(tmpdir(), "mainstay-workspace-"));
  workspace = await openWorkspaceAt(MONDAY_MORNING, dataFolder, CUSTOMERS, { IMPORT_IN_SLACK: "on" });
}

export async function closeSharedWorkspace(): Promise<void> {
  await workspace?.close();
  if (dataFolder !== null) rmSync(dataFolder, { recursive: true, force: true });
}

/** @throws Error before it is open */
export function sharedWorkspaceUrl(): string {
  if (workspace === null) throw new Error("The workspace is not open yet: open the browser in beforeAll.");
  return workspace.url;
}
