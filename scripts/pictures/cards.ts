import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { actAs, command, goTo, inChinese, newest, PERSON, write } from "./at-page.ts";
import {
  FOLDER,
  formPicture,
  inBothColours,
  onPhone,
  paneInBothColours,
  partInBothColours,
  partOfWindow,
  picture,
  variant,
} from "./take-picture.ts";

export async function pictureCards(page: Page): Promise<void> {
  await goTo(page, "sales");
  const card = await command(page, "acme");
  await card.getByRole("button", { name: "Share to channel" }).waitFor();
  await inBothColours(card, "card");
  await onPhone(card, "card-phone");
  // What the README says of the picture is held against this.
  writeFileSync(join(FOLDER, "card.txt"), `${await card.innerText()}\n`);
  await inChinese(page, async () => variant(await command(page, "acme"), "card-zh"));

  await goTo(page, "acme-rollout");
  await picture(await command(page, "acme"), "shared-channel");
}

/** Of the window, for a question with its two answers. */
const THREAD_PX = 1500;

/** A mention with its thread, and the Messages tab with what the app offers to ask. */
export async function pictureAsking(page: Page): Promise<void> {
  await goTo(page, "sales");
  await write(page, "@mainstay how is Acme?");
  await page.getByRole("article").last().getByRole("button", { name: "1 reply" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.getByText("Only visible to you").first().waitFor();
  await paneInBothColours(thread, "mention", THREAD_PX);
  await thread.getByRole("button", { name: "Close thread" }).click();

  await goTo(page, "Mainstay");
  await page.getByRole("region", { name: "Ask me" }).waitFor();
  await write(page, "why is Acme at risk?");
  // The question names Acme as well.
  await newest(page, "Why it moved").waitFor();
  await partInBothColours(page, "messages-tab");
}

export async function pictureHome(page: Page): Promise<void> {
  await goTo(page, "App Home");
  await page.getByRole("heading", { name: "My accounts" }).waitFor();
  await partInBothColours(page, "home");
  await actAs(page, PERSON.mei);
  await goTo(page, "App Home");
  await page.getByRole("heading", { name: /客户/ }).first().waitFor();
  await partOfWindow(page, "home-zh");
  await actAs(page, PERSON.anna);
}

/** In the morning: nudges, and what is written from one. */
export async function pictureNudges(page: Page): Promise<void> {
  await goTo(page, "Mainstay");
  await inBothColours(newest(page, "to contact today"), "nudge");
  await newest(page, "to contact today")
    .getByRole("button", { name: /^Draft/ })
    .first()
    .click();
  await formPicture(page, "Draft", "draft");
  await actAs(page, PERSON.mei);
  await goTo(page, "Mainstay");
  await variant(page.getByRole("article").last(), "nudge-zh");
  await actAs(page, PERSON.dana);
  await goTo(page, "sales");
  await picture(await command(page, "playbooks"), "playbooks");
  const settings = await command(page, "playbooks settings");
  await settings.getByRole("button", { name: /Gone quiet$/ }).click();
  await formPicture(page, "Set a playbook", "playbook-settings");
}
