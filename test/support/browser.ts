import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Programs that are Chromium under one name or another, in the order of trying. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** `--no-sandbox`: tests run as root in containers. The rest keeps the browser from talking to anybody. */
const FLAGS = [
  "--no-sandbox",
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
  /** One fresh profile; `context.pages()[0]` or `newPage()` gives pages. */
  readonly context: BrowserContext;
  /** Closes the browser and removes its profile. */
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

/** Starts Chromium on a fresh profile; null with the reason where none is found. */
export async function launchBrowser(
  options: BrowserOptions = {},
): Promise<{ browser: TestBrowser; reason: null } | { browser: null; reason: string }> {
  const search = findBrowser();
  if (search.kind === "missing") return { browser: null, reason: search.reason };
  const profile = mkdtempSync(join(tmpdir(), "mainstay-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: search.executable,
    headless: true,
    args: FLAGS,
    viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.colorScheme ?? "light",
    locale: "en-US",
    timezoneId: options.timeZone ?? "UTC",
    reducedMotion: "reduce",
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { browser: { context, close }, reason: null };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
