import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { openWorkspaceAt } from "../test/support/open-workspace-at.ts";

/** A Thursday, an hour before the nudges; the same every time, so that a picture changes only where the product does. */
const STARTS_AT = new Date("2026-11-26T07:00:00Z");
/** Costs of November are told on the third day of December. */
const COSTS_TOLD_AT = "2026-12-03T09:00";
const ANNA = "U0DEMO1";
const MEI = "U0DEMO5";
const DANA = "U0DEMO6";
const CHINESE_CHANNEL = "acc-globex";
/** What is asked for, and what its picture is called. */
const REPORTS = [
  ["at-risk", "at-risk"],
  ["movers", "movers"],
  ["costs quarter by segment", "cost-report"],
  ["acme cost", "customer-cost"],
  ["segments", "segments"],
  ["model", "model"],
] as const;
const FOLDER = new URL("../docs/pictures/", import.meta.url).pathname;
/** Of the window: high enough for the longest message. */
const WIDTH_PX = 1040;
const HEIGHT_PX = 1500;
const PHONE_WIDTH_PX = 380;
/** For a digest with its five to save, and a page of those at risk. */
const LONG_MESSAGE_PX = 2600;
/** Enough of App Home to know what it is. */
const HOME_HEIGHT_PX = 640;
/** Of one picture; the README loads all of them at once. */
const MOST_BYTES = 150_000;

/** A week is lived day by day, with the training of its Sunday. */
const MOVING_PATIENCE_MS = 300_000;

const dataFolder = mkdtempSync(join(tmpdir(), "mainstay-pictures-"));
const workspace = await openWorkspaceAt(STARTS_AT, dataFolder);
try {
  mkdirSync(FOLDER, { recursive: true });
  await takePictures(workspace.url);
} finally {
  await workspace.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function takePictures(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const profile = await browser.profile({ width: WIDTH_PX, height: HEIGHT_PX, scale: 2 });
    const page = await profile.newPage();
    await page.goto(url);
    await pictureThePage(page);
  } finally {
    await browser.close();
  }
}

async function pictureThePage(page: Page): Promise<void> {
  await page.getByLabel("Act as").selectOption(ANNA);
  await page.getByRole("button", { name: "Hide suggestions" }).click();
  await askForChinese(page);
  await pictureCards(page);
  await pictureAsking(page);
  await pictureHome(page);
  await pictureNudges(page);
  await picturePlaybookSettings(page);
  await pictureDigest(page);
  await pictureReports(page);
}

/** Who reads Chinese from the start: Mei, and a channel. What is posted later stays in the language it was posted in. */
async function askForChinese(page: Page): Promise<void> {
  await page.getByLabel("Act as").selectOption(MEI);
  await read(page, "zh-CN");
  await page.getByLabel("Act as").selectOption(DANA);
  await goTo(page, CHINESE_CHANNEL);
  for (const setting of ["on digest", "on costs", "language 繁體中文"])
    await command(page, CHINESE_CHANNEL, `channel ${setting}`);
  await page.getByLabel("Act as").selectOption(ANNA);
}

async function pictureCards(page: Page): Promise<void> {
  await goTo(page, "sales");
  const card = await command(page, "sales", "acme");
  await card.getByRole("button", { name: "Share to channel" }).waitFor();
  await inBothColours(card, "card");
  await page.setViewportSize({ width: PHONE_WIDTH_PX, height: HEIGHT_PX });
  await picture(card, "card-phone");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
  // What the README says of the picture is held against this.
  writeFileSync(join(FOLDER, "card.txt"), `${await card.innerText()}\n`);
  await inChinese(page, async () => variant(await command(page, "sales", "acme"), "card-zh"));

  await goTo(page, "acme-rollout");
  await picture(await command(page, "acme-rollout", "acme"), "shared-channel");
}

/** A mention with its thread, and the Messages tab with what the app offers to ask. */
async function pictureAsking(page: Page): Promise<void> {
  await goTo(page, "sales");
  await write(page, "sales", "@mainstay how is Acme?");
  await page.getByRole("article").last().getByRole("button", { name: "1 reply" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.getByText("Only visible to you").first().waitFor();
  await inBothColours(thread, "mention");
  await thread.getByRole("button", { name: "Close thread" }).click();

  await page.setViewportSize({ width: WIDTH_PX, height: HOME_HEIGHT_PX });
  await goTo(page, "Mainstay");
  await page.getByRole("region", { name: "Ask me" }).waitFor();
  await write(page, "Mainstay", "why is Acme at risk?");
  await newest(page, "Acme").waitFor();
  await inBothColours(page.getByRole("main"), "messages-tab");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

async function pictureHome(page: Page): Promise<void> {
  await goTo(page, "App Home");
  await page.getByRole("heading", { name: "My accounts" }).waitFor();
  await page.setViewportSize({ width: WIDTH_PX, height: HOME_HEIGHT_PX });
  await inBothColours(page.getByRole("main"), "home");
  await page.getByLabel("Act as").selectOption(MEI);
  await goTo(page, "App Home");
  await page.getByRole("heading", { name: /客户/ }).first().waitFor();
  await variant(page.getByRole("main"), "home-zh");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
  await page.getByLabel("Act as").selectOption(ANNA);
}

async function pictureNudges(page: Page): Promise<void> {
  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Tomorrow/ }).click());
  await goTo(page, "Mainstay");
  await inBothColours(newest(page, "to contact today"), "nudge");
  await newest(page, "to contact today")
    .getByRole("button", { name: /^Draft/ })
    .first()
    .click();
  await dialogPicture(page, "Draft", "draft");
  await page.getByLabel("Act as").selectOption(MEI);
  await goTo(page, "Mainstay");
  await variant(page.getByRole("article").last(), "nudge-zh");
}

async function picturePlaybookSettings(page: Page): Promise<void> {
  await page.getByLabel("Act as").selectOption(DANA);
  await goTo(page, "sales");
  await picture(await command(page, "sales", "playbooks"), "playbooks");
  const settings = await command(page, "sales", "playbooks settings");
  await settings.getByRole("button", { name: /Gone quiet$/ }).click();
  await dialogPicture(page, "Set a playbook", "playbook-settings");
}

async function pictureDigest(page: Page): Promise<void> {
  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Next Monday/ }).click());
  await page.setViewportSize({ width: WIDTH_PX, height: LONG_MESSAGE_PX });
  await goTo(page, "retention");
  await inBothColours(newest(page, "Customer digest"), "digest");
  await goTo(page, CHINESE_CHANNEL);
  await variant(newest(page, "客戶週報"), "digest-zh");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
}

/** What managers ask for: each in light, dark and Chinese. */
async function pictureReports(page: Page): Promise<void> {
  await moveClock(page, async (dialog) => {
    await dialog.getByLabel(/^Another time/).fill(COSTS_TOLD_AT);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
  });
  await goTo(page, "retention");
  await inBothColours(newest(page, "Cost of keeping customers"), "costs");
  await goTo(page, CHINESE_CHANNEL);
  await variant(newest(page, "客戶維繫成本"), "costs-zh");

  await goTo(page, "sales");
  await page.setViewportSize({ width: WIDTH_PX, height: LONG_MESSAGE_PX });
  for (const [asked, name] of REPORTS) {
    await inBothColours(await command(page, "sales", asked), name);
    await inChinese(page, async () => variant(await command(page, "sales", asked), `${name}-zh`));
  }
}

function newest(page: Page, text: string): Locator {
  return page.getByRole("article").filter({ hasText: text }).last();
}

async function read(page: Page, locale: string): Promise<void> {
  await page.getByLabel("Language").selectOption(locale);
}

async function write(page: Page, place: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: new RegExp(`^Message #?${place}$`) }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** @returns the private answer to `/customer` and what is asked */
async function command(page: Page, channel: string, asked: string): Promise<Locator> {
  const answers = page.getByRole("article").filter({ hasText: "Only visible to you" });
  const before = await answers.count();
  await write(page, channel, `/customer ${asked}`);
  await answers.nth(before).waitFor();
  return answers.nth(before);
}

async function inChinese(page: Page, work: () => Promise<void>): Promise<void> {
  await read(page, "zh-TW");
  await work();
  await read(page, "en-US");
}

async function inBothColours(what: Locator, name: string): Promise<void> {
  await picture(what, name);
  await inTheDark(what.page(), () => variant(what, `${name}-dark`));
}

/** A form that was opened, then closed without an answer. */
async function dialogPicture(page: Page, title: string | RegExp, name: string): Promise<void> {
  await picture(page.getByRole("dialog", { name: title }), name);
  await page.keyboard.press("Escape");
}

async function inTheDark(page: Page, work: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await work();
  await page.emulateMedia({ colorScheme: "light" });
}

async function goTo(page: Page, place: string): Promise<void> {
  const entry = page.getByRole("navigation", { name: "Workspace" }).getByRole("button", { name: place });
  await entry.click();
}

async function moveClock(page: Page, choose: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: /^Clock/ }).click();
  const dialog = page.getByRole("dialog", { name: "Move the clock" });
  await choose(dialog);
  await dialog.waitFor({ state: "hidden", timeout: MOVING_PATIENCE_MS });
}

/** At twice its size, unless that weighs too much. */
async function picture(what: Locator, name: string): Promise<void> {
  const large = await take(what, "device");
  save(name, large.length <= MOST_BYTES ? large : await take(what, "css"));
}

/** The same in other colours or another language: small is enough. */
async function variant(what: Locator, name: string): Promise<void> {
  save(name, await take(what, "css"));
}

async function take(what: Locator, scale: "device" | "css"): Promise<Buffer> {
  await what.waitFor();
  // A pointer over a message brings up its tools.
  await what.page().mouse.move(0, 0);
  return what.screenshot({ animations: "disabled", scale });
}

function save(name: string, taken: Buffer): void {
  const path = join(FOLDER, `${name}.png`);
  writeFileSync(path, taken);
  const tooMuch = taken.length > MOST_BYTES ? ", more than it should" : "";
  process.stdout.write(`${path} (${Math.ceil(taken.length / 1000)} kB${tooMuch})\n`);
}
