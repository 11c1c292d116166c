import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../support/browser.ts";
import { openWorkspaceAt } from "../support/open-workspace-at.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the shared local workspace is, or why the browser tests do not run. */
    localWorkspace: { url: string } | { missing: string };
  }
}

/** Early on a Monday in Berlin: the day from which next Monday is farthest. */
const MONDAY_MORNING = new Date("2026-11-23T01:00:00Z");

/** Enough for every page, and trained on in a third of the time that the usual number takes. */
const CUSTOMERS = 300;

/** Opens one local workspace for the whole run, in a data folder of its own; none where there is no browser. */
export default async function startLocalWorkspace(project: TestProject): Promise<() => Promise<void>> {
  const search = findBrowser();
  if (search.kind === "missing") {
    if (process.env.CI) throw new Error(`browser: not run (${search.reason})`);
    project.provide("localWorkspace", { missing: search.reason });
    return async () => {};
  }
  const dataFolder = mkdtempSync(join(tmpdir(), "mainstay-workspace-"));
  const workspace = await openWorkspaceAt(MONDAY_MORNING, dataFolder, CUSTOMERS, { IMPORT_IN_SLACK: "on" });
  project.provide("localWorkspace", { url: workspace.url });
  return async () => {
    await workspace.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
