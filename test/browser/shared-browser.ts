import { launchBrowser, type TestBrowser } from "../support/browser.ts";

let launched: Promise<TestBrowser> | null = null;

/** The browser in which every test has profiles of its own; started with the first. */
export function sharedBrowser(): Promise<TestBrowser> {
  launched ??= launchBrowser();
  return launched;
}

export async function closeSharedBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}
