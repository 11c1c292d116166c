import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Programs that are Chromium under one name or another, in the order of trying. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * `--no-sandbox`: tests run as root in containers. `--process-per-site`: a tab of the page is opened beside the others in their
 * process instead of starting one. The rest keeps the browser from talking to anybody.
 */
const FLAGS = [
  "--no-sandbox",
  "--process-per-site",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type BrowserOptions = {
  readonly width?: number;
  readonly height?: number;
  /** Device pixels to one of the page's; 1 unless given. */
  readonly scale?: number;
  readonly colorScheme?: "light" | "dark";
  /** IANA name; of the machine, not of the person the page acts as. */
  readonly timeZone?: string;
};

export type TestBrowser = {
  /** A fresh profile; `newPage()` gives pages. */
  readonly profile: (options?: BrowserOptions) => Promise<BrowserContext>;
  /** Closes the browser with all profiles. */
  readonly close: () => Promise<void>;
};

export type BrowserSearch =
  | { readonly kind: "found"; readonly executable: string }
  | { readonly kind: "missing"; readonly reason: string };

/** `CHROME_PATH` wins; otherwise the usual places and the PATH. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): BrowserSearch {
  const named = environment.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (isExecutable(named)) return { kind: "found", executable: named };
    return { kind: "missing", reason: `CHROME_PATH is ${named}, which is no program` };
  }
  const folders = ["/usr/bin", "/usr/local/bin", ...(environment.PATH ?? "").split(delimiter)];
  const executable = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (executable !== undefined) return { kind: "found", executable };
  return {
    kind: "missing",
    reason: `no browser found (${NAMES.join(", ")}); install Chromium or set CHROME_PATH`,
  };
}

/** Starts Chromium. @throws Error with the reason where none is found */
export async function launchBrowser(): Promise<TestBrowser> {
  const search = findBrowser();
  if (search.kind === "missing") throw new Error(search.reason);
  const { executable } = search;
  const browser = await chromium.launch({ executablePath: executable, headless: true, args: FLAGS });
  const profile = (options: BrowserOptions = {}) =>
    browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
      deviceScaleFactor: options.scale ?? 1,
      colorScheme: options.colorScheme ?? "light",
      locale: "en-US",
      timezoneId: options.timeZone ?? "UTC",
      reducedMotion: "reduce",
    });
  return { profile, close: () => browser.close() };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
