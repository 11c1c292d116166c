import type { Locator, Page } from "playwright-core";

/** A week is lived day by day, with the training of its Sunday. */
const MOVING_PATIENCE_MS = 300_000;

/** People of the demo, as whom the pictures are taken. */
export const PERSON = { anna: "U0DEMO1", mei: "U0DEMO5", dana: "U0DEMO6" } as const;

export const actAs = async (page: Page, person: string): Promise<unknown> =>
  page.getByLabel("Act as").selectOption(person);

export const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole("navigation", { name: "Workspace" }).getByRole("button", { name: place }).click();

export const newest = (page: Page, text: string): Locator =>
  page.getByRole("article").filter({ hasText: text }).last();

export async function read(page: Page, locale: string): Promise<void> {
  await page.getByLabel("Language").selectOption(locale);
}

export async function inChinese(page: Page, work: () => Promise<void>): Promise<void> {
  await read(page, "zh-TW");
  await work();
  await read(page, "en-US");
}

/** Says something where the page stands. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Message / }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

const NOT_REACHED = /failed with the error/;

/** @returns the private answer to `/customer` and what is asked; asked again where a busy machine did not reach the bot in time */
export async function command(page: Page, asked: string): Promise<Locator> {
  const answers = page.getByRole("article").filter({ hasText: "Only visible to you" });
  const answer = answers.nth(await answers.count());
  await write(page, `/customer ${asked}`);
  await answer.waitFor();
  return NOT_REACHED.test(await answer.innerText()) ? command(page, asked) : answer;
}

export async function moveClock(page: Page, choose: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: /^Clock/ }).click();
  const dialog = page.getByRole("dialog", { name: "Move the clock" });
  await choose(dialog);
  await dialog.waitFor({ state: "hidden", timeout: MOVING_PATIENCE_MS });
}
