import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { shrunkPng } from "./shrink-png.ts";

export const FOLDER = new URL("../../docs/pictures/", import.meta.url).pathname;
/** Of the window: high enough for most messages; for a longer one it is made higher. */
export const WIDTH_PX = 1040;
const HEIGHT_PX = 1500;
const PHONE_WIDTH_PX = 380;
/** Enough of the window to know what it is. */
const PART_PX = 640;
/** Header, composer and the page's own bars: what stands around a message. */
const AROUND_PX = 420;
/** Of one picture; the README loads many at once. */
const MOST_BYTES = 150_000;

export const VIEWPORT = { width: WIDTH_PX, height: HEIGHT_PX, scale: 2 };

/** A message, a pane or a form, in both colours. */
export async function inBothColours(what: Locator, name: string): Promise<void> {
  await picture(what, name);
  await inTheDark(what.page(), () => variant(what, `${name}-dark`));
}

/** At twice its size, unless that weighs too much. */
export async function picture(what: Locator, name: string): Promise<void> {
  await makeRoom(what);
  const large = await take(what, "device");
  save(name, large.length <= MOST_BYTES ? large : await take(what, "css"));
  await what.page().setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

/** The same in other colours or another language: small is enough. */
export async function variant(what: Locator, name: string): Promise<void> {
  await makeRoom(what);
  save(name, await take(what, "css"));
  await what.page().setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

/** A pane beside the conversation, which is as high as the window. @param heightPx of the window */
export async function pane(what: Locator, name: string, heightPx: number): Promise<void> {
  await what.page().setViewportSize({ width: WIDTH_PX, height: heightPx });
  save(name, await take(what, "device"));
  await what.page().setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

export async function paneInBothColours(what: Locator, name: string, heightPx: number): Promise<void> {
  await pane(what, name, heightPx);
  await inTheDark(what.page(), () => pane(what, `${name}-dark`, heightPx));
}

/** The open place of the page as its upper part. */
export async function partOfWindow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: WIDTH_PX, height: PART_PX });
  save(name, await take(page.getByRole("main"), "css"));
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

export async function partInBothColours(page: Page, name: string): Promise<void> {
  await partOfWindow(page, name);
  await inTheDark(page, () => partOfWindow(page, `${name}-dark`));
}

/** A message as a phone shows it. */
export async function onPhone(what: Locator, name: string): Promise<void> {
  await what.page().setViewportSize({ width: PHONE_WIDTH_PX, height: HEIGHT_PX });
  save(name, await take(what, "device"));
  await what.page().setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

/** A form that was opened, then closed without an answer. */
export async function formPicture(page: Page, title: string | RegExp, name: string): Promise<void> {
  await picture(page.getByRole("dialog", { name: title }), name);
  await page.keyboard.press("Escape");
}

async function inTheDark(page: Page, work: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await work();
  await page.emulateMedia({ colorScheme: "light" });
}

/** What does not fit the window is drawn in part only, with the page's bars over it. */
async function makeRoom(what: Locator): Promise<void> {
  await what.waitFor();
  const high = (await what.boundingBox())?.height ?? 0;
  await what
    .page()
    .setViewportSize({ width: WIDTH_PX, height: Math.max(HEIGHT_PX, Math.ceil(high) + AROUND_PX) });
}

async function take(what: Locator, scale: "device" | "css"): Promise<Buffer> {
  await what.waitFor();
  // A pointer over a message brings up its tools.
  await what.page().mouse.move(0, 0);
  return shrunkPng(await what.screenshot({ animations: "disabled", scale }), MOST_BYTES);
}

function save(name: string, taken: Buffer): void {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.png`);
  writeFileSync(path, taken);
  const tooMuch = taken.length > MOST_BYTES ? ", more than it should" : "";
  process.stdout.write(`${path} (${Math.ceil(taken.length / 1000)} kB${tooMuch})\n`);
}
