import type { Page } from "playwright-core";
import { openNewInstallation } from "../../test/browser/new-installation.ts";
import { actAs, goTo, inChinese, newest, PERSON, write } from "./at-page.ts";
import { inBothColours, variant } from "./take-picture.ts";

/** The three steps of a workspace in which the bot is new. */
export async function pictureSetUp(page: Page, startsAt: Date): Promise<void> {
  const installation = await openNewInstallation(startsAt);
  try {
    await page.goto(installation.sandbox.url);
    await actAs(page, PERSON.dana);
    await goTo(page, "Mainstay");
    await inBothColours(newest(page, "Three steps before I post anything"), "set-up");
    await inChinese(page, async () => {
      const before = await page.getByRole("article").count();
      await write(page, "/customer setup");
      await page.getByRole("article").nth(before).waitFor();
      await variant(page.getByRole("article").last(), "set-up-zh");
    });
  } finally {
    await installation.close();
  }
}
