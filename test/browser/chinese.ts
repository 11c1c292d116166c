import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { languageOf } from "../../src/words/locale.ts";
import { englishLeftIn } from "./english-left.ts";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

/** One of each kind of answer: text, list, tables, charts. `test/e2e/reader-locale.test.ts` types everything there is. */
const TYPED = ["說明", "風險 團隊", "變動", "客群", "acme 成本"];

/** The buttons of a card that open a form. */
const FORMS = ["override.button", "draft.button", "touch.log", "card.snooze", "card.why", "card.share"];

describe.skipIf(isWithoutBrowser)("the local workspace in Chinese", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let dana: WorkspacePage;
  let mei: WorkspacePage;
  const read = (at: WorkspacePage, locale: string) => at.page.getByLabel("Language").selectOption(locale);
  beforeAll(async () => {
    browser = await openBrowser();
    dana = await browser.open(PERSON.dana);
    await read(dana, "zh-TW");
    mei = await browser.open(PERSON.mei);
    await read(mei, "zh-CN");
  });
  afterAll(async () => {
    // Whoever acts as her afterwards expects English.
    await read(dana, "en-US");
    await browser.close();
  });
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const body = (message: Locator) => message.locator(".blocks, .message-text").first();
  const left = async (what: string, part: Locator) =>
    (await englishLeftIn(part)).map((word) => `${what}: ${word}`);

  it("answers whatever is typed without an English word", async () => {
    await dana.go("sales");
    const english: string[] = [];
    for (const text of TYPED)
      english.push(...(await left(text, body(await dana.command(`/customer ${text}`)))));
    expect(english).toEqual([]);
  });

  it("shows the card and each form it opens without one", async () => {
    const card = await dana.command("/customer acme");
    expect(await left("card", body(card))).toEqual([]);
    const english: string[] = [];
    for (const code of FORMS) {
      const name = languageOf("zh-Hant").messages[code] ?? code;
      await card.getByRole("button", { name }).first().click();
      const form = dana.page.getByRole("dialog");
      await form.waitFor();
      english.push(...(await left(name, form)));
      await dana.page.keyboard.press("Escape");
      await form.waitFor({ state: "hidden" });
    }
    expect(english).toEqual([]);
  });

  it("shows App Home and the prompts of the Messages tab without one, and answers there", async () => {
    await mei.go("App Home");
    const home = mei.page.getByTestId("app-home");
    await home.getByRole("heading", { name: /客户/ }).first().waitFor();
    expect(await left("home", home.locator(".blocks").first())).toEqual([]);
    await mei.go("Mainstay");
    const prompts = mei.page.locator(".suggestions");
    await prompts
      .getByRole("button", { name: /[\u4e00-\u9fff]/ })
      .nth(3)
      .waitFor();
    expect(await left("prompts", prompts)).toEqual([]);
    const before = await mei.messages().count();
    await prompts.getByRole("button").first().click();
    const answer = mei.messages().nth(before + 1);
    await answer.waitFor();
    expect(await left("answer", body(answer))).toEqual([]);
  });

  it("posts in a channel in the language the channel was given", async () => {
    await dana.go("acc-globex");
    await dana.command("/customer 頻道 開啟 週報");
    const chosen = await dana.command("/customer 頻道 語言 简体中文");
    expect(await left("language", body(chosen))).toEqual([]);
  });
});
