// npm run pictures: takes docs/pictures anew, each surface in light, dark and Chinese. Some minutes, with Chromium.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { LocalWorkspace } from "../src/local-workspace/local-workspace.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { openWorkspaceAt } from "../test/support/open-workspace-at.ts";
import { actAs, command, goTo, moveClock, PERSON, read } from "./pictures/at-page.ts";
import { pictureAsking, pictureCards, pictureHome, pictureNudges } from "./pictures/cards.ts";
import {
  linkChannel,
  nameOfRiser,
  pictureLinks,
  pictureNotice,
  pictureStreams,
} from "./pictures/links-and-streams.ts";
import { picturePosted, pictureReports } from "./pictures/reports.ts";
import { pictureSetUp } from "./pictures/set-up.ts";
import { VIEWPORT } from "./pictures/take-picture.ts";

/** A Thursday, an hour before the nudges; the same every time, so that a picture changes only where the product does. */
const STARTS_AT = new Date("2026-11-26T07:00:00Z");
/** Costs of November are told on the third day of December. */
const COSTS_TOLD_AT = "2026-12-03T09:00";
/** Of the bot's own links to customers. */
const PUBLIC_URL = "https://mainstay.example";
/** Nobody waits for the pictures: long enough for any machine. */
const PATIENCE_MS = 180_000;
const CHINESE_CHANNEL = "acc-globex";

const dataFolder = mkdtempSync(join(tmpdir(), "mainstay-pictures-"));
const workspace = await openWorkspaceAt(STARTS_AT, dataFolder, undefined, { PUBLIC_URL, PORT: "0" });
const browser = await launchBrowser();
try {
  const profile = await browser.profile(VIEWPORT);
  profile.setDefaultTimeout(PATIENCE_MS);
  const page = await profile.newPage();
  await page.goto(workspace.url);
  await pictureThePage(page, workspace);
  await pictureSetUp(page, STARTS_AT);
} finally {
  await browser.close();
  await workspace.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function pictureThePage(page: Page, { sandbox }: LocalWorkspace): Promise<void> {
  await actAs(page, PERSON.anna);
  await page.getByRole("button", { name: "Hide suggestions" }).click();
  await askForChinese(page);
  await pictureCards(page);
  await pictureAsking(page);
  await pictureLinks(page, CHINESE_CHANNEL);
  await pictureHome(page);
  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Tomorrow/ }).click());
  await pictureNudges(page);
  await moveClock(page, (dialog) => dialog.getByRole("button", { name: /^Next Monday/ }).click());
  await picturePosted(page, CHINESE_CHANNEL, {
    ...{ name: "digest", english: "Customer digest", chinese: "客戶週報" },
  });
  const riser = await nameOfRiser(page);
  await linkChannel(page, riser);
  await pictureStreams(page, sandbox);
  await moveClock(page, async (dialog) => {
    await dialog.getByLabel(/^Another time/).fill(COSTS_TOLD_AT);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
  });
  await pictureNotice(page, riser);
  await picturePosted(page, CHINESE_CHANNEL, {
    ...{ name: "costs", english: "Cost of keeping customers", chinese: "客戶維繫成本" },
  });
  await pictureReports(page);
}

/** Who reads Chinese from the start: Mei, and a channel. What is posted later stays in the language it was posted in. */
async function askForChinese(page: Page): Promise<void> {
  await actAs(page, PERSON.mei);
  await read(page, "zh-CN");
  await actAs(page, PERSON.dana);
  await goTo(page, CHINESE_CHANNEL);
  for (const setting of ["on digest", "on costs", "language 繁體中文"])
    await command(page, `channel ${setting}`);
  await actAs(page, PERSON.anna);
}
