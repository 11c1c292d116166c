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
const DANA = "U0DEMO6";
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
const MOST_BYTES = 300_000;

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
  const { browser, reason } = await launchBrowser({ width: WIDTH_PX, height: HEIGHT_PX, scale: 2 });
  if (browser === null) throw new Error(reason);
  try {
    const page = await browser.context.newPage();
    await page.goto(url);
    await pictureThePage(page);
  } finally {
    await browser.close();
  }
}

async function pictureThePage(page: Page): Promise<void> {
  const newest = (text: string) => page.getByRole("article").filter({ hasText: text }).last();
  await page.getByLabel("Act as").selectOption(ANNA);
  await page.getByRole("button", { name: "Hide suggestions" }).click();

  const asked = async (command: string, text: string, name: string) => {
    await page.getByRole("textbox", { name: "Message #sales" }).fill(`/customer ${command}`);
    await page.getByRole("button", { name: "Send" }).click();
    await picture(newest(text), name);
  };

  await goTo(page, "sales");
  await page.getByRole("textbox", { name: "Message #sales" }).fill("/customer acme");
  await page.getByRole("button", { name: "Send" }).click();
  const card = newest("Share to channel");
  await picture(card, "card");
  await inTheDark(page, () => picture(card, "card-dark"));
  await page.setViewportSize({ width: PHONE_WIDTH_PX, height: HEIGHT_PX });
  await picture(card, "card-phone");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
  // What the README says of the picture is held against this.
  writeFileSync(join(FOLDER, "card.txt"), `${await card.innerText()}\n`);

  await goTo(page, "acme-rollout");
  await page.getByRole("textbox", { name: "Message #acme-rollout" }).fill("/customer acme");
  await page.getByRole("button", { name: "Send" }).click();
  await picture(newest("Show me privately"), "shared-channel");

  await goTo(page, "App Home");
  await page.getByRole("heading", { name: "My accounts" }).waitFor();
  await page.setViewportSize({ width: WIDTH_PX, height: HOME_HEIGHT_PX });
  await picture(page.getByRole("main"), "home");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });

  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Tomorrow/ }).click());
  await goTo(page, "Mainstay");
  await picture(newest("to contact today"), "nudge");
  await inTheDark(page, () => picture(newest("to contact today"), "nudge-dark"));
  await newest("to contact today")
    .getByRole("button", { name: /^Draft/ })
    .first()
    .click();
  await dialogPicture(page, "Draft", "draft");

  await page.getByLabel("Act as").selectOption(DANA);
  await goTo(page, "sales");
  await asked("playbooks", "What we cannot say yet", "playbooks");
  await page.getByRole("textbox", { name: "Message #sales" }).fill("/customer playbooks settings");
  await page.getByRole("button", { name: "Send" }).click();
  await newest("How playbooks are set")
    .getByRole("button", { name: /Gone quiet$/ })
    .click();
  await dialogPicture(page, "Set a playbook", "playbook-settings");
  await page.getByLabel("Act as").selectOption(ANNA);

  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Next Monday/ }).click());
  await goTo(page, "retention");
  await page.setViewportSize({ width: WIDTH_PX, height: LONG_MESSAGE_PX });
  await picture(newest("Customer digest"), "digest");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });

  await page.getByLabel("Act as").selectOption(DANA);
  await moveClock(page, async (dialog) => {
    await dialog.getByLabel(/^Another time/).fill(COSTS_TOLD_AT);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
  });
  await picture(newest("Cost of keeping customers"), "costs");

  await goTo(page, "sales");
  await page.setViewportSize({ width: WIDTH_PX, height: LONG_MESSAGE_PX });
  await asked("at-risk", "Customers at high risk", "at-risk");
  await page.setViewportSize({ width: WIDTH_PX, height: HEIGHT_PX });
  await asked("costs quarter by segment", "by segment, Q3 2026", "cost-report");
  await asked("acme cost", "Cost of Acme", "customer-cost");
  await asked("segments", "Customers by value tier", "segments");
  await asked("model", "Can the percentages be believed", "model");
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
  await what.waitFor();
  // A pointer over a message brings up its tools.
  await what.page().mouse.move(0, 0);
  const take = (scale: "device" | "css") => what.screenshot({ animations: "disabled", scale });
  const large = await take("device");
  const taken = large.length <= MOST_BYTES ? large : await take("css");
  const path = join(FOLDER, `${name}.png`);
  writeFileSync(path, taken);
  process.stdout.write(`${path} (${Math.ceil(taken.length / 1000)} kB)\n`);
}
