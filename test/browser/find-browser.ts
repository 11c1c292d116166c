import type { TestProject } from "vitest/node";
import { findBrowser } from "../support/browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Why the browser tests do not run, where they do not. */
    browser: { found: true } | { missing: string };
  }
}

/** Looks for a browser, once a run. Without one the tests in it do not run, and the run's last line says so. */
export default function provideBrowser(project: TestProject): void {
  const search = findBrowser();
  if (search.kind === "missing" && process.env.CI) throw new Error(`browser: not run (${search.reason})`);
  project.provide("browser", search.kind === "missing" ? { missing: search.reason } : { found: true });
}
