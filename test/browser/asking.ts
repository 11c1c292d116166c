import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

describe.skipIf(isWithoutBrowser)("asking in the local workspace", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    anna = await browser.open(PERSON.anna);
  });
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const thread = () => anna.page.getByRole("complementary", { name: "Thread" });
  const replies = () => thread().getByRole("article");
  const reply = async (text: string) => {
    await thread().getByRole("textbox", { name: "Reply in thread" }).fill(text);
    await thread().getByRole("button", { name: "Send" }).click();
  };
  const write = async (text: string) => {
    await anna.composer().fill(text);
    await anna.composer().press("Enter");
  };
  const answersOf = (name: string) => anna.messages().filter({ has: anna.page.getByText(name).first() });

  it("is a mention, completed while it is typed and answered in its thread, what is private there too", async () => {
    await anna.go("sales");
    await anna.composer().fill("@");
    const choices = anna.page.getByRole("listbox", { name: "Completions" }).getByRole("option");
    expect(await choices.first().textContent()).toContain("@mainstay");
    await anna.composer().press("Tab");
    await anna.page.keyboard.type("how is Acme?");
    await anna.composer().press("Enter");
    await anna.messages().last().getByRole("button", { name: "1 reply" }).click();
    await replies()
      .filter({ hasText: "Asked by" })
      .getByText(/risk of the contract/)
      .first()
      .waitFor();
    const privately = replies().filter({ hasText: "Only visible to you" });
    await privately.getByText("€4,200").first().waitFor();
    const forAll = await replies().filter({ hasText: "Asked by" }).textContent();
    expect(forAll).not.toContain("€");
    expect(await anna.seriousFlaws({ within: ".side-panel" })).toEqual([]);
  });

  it("goes on in the thread", async () => {
    const before = await replies().count();
    await reply("@mainstay why?");
    await replies()
      .nth(before + 1)
      .getByText(/Acme/)
      .first()
      .waitFor();
    const asked = await replies().count();
    await reply("@mainstay and Globex?");
    await replies()
      .nth(asked + 1)
      .getByText(/Globex/)
      .first()
      .waitFor();
    await thread().getByRole("button", { name: "Close thread" }).click();
  });

  it("is offered in the app's Messages tab, where a press asks", async () => {
    await anna.go("Mainstay");
    const prompts = anna.page.getByRole("region", { name: "Ask me" });
    await prompts.getByRole("button").nth(3).waitFor();
    expect(await prompts.getByRole("button").count()).toBe(4);
    await prompts.getByRole("button", { name: "Which of my customers are at risk?" }).click();
    await answersOf("Customers at high risk").last().waitFor();
  });

  it("means the customer after whom the open channel is called", async () => {
    await anna.go("acc-globex");
    await anna.go("Mainstay");
    await anna.page.getByText("Open beside it: #acc-globex").waitFor();
    await write("how is this customer?");
    await anna.messages().last().getByRole("heading", { name: "Globex" }).waitFor();
  });

  it("logs a message of somebody as a touch, from its menu", async () => {
    await anna.go("sales");
    const message = anna.messages().filter({ hasText: "Acme's usage looks off to me" }).first();
    await message.hover();
    await message.getByRole("button", { name: "More actions" }).click();
    await anna.page.getByRole("menuitem", { name: "Log as touch" }).click();
    const form = anna.dialog("Log");
    expect(await form.getByRole("textbox", { name: /^Customer/ }).inputValue()).toBe("Acme");
    expect(await form.getByRole("textbox", { name: /^Note/ }).inputValue()).toContain("before Friday");
    await form.getByRole("button", { name: "Log it" }).click();
    await form.waitFor({ state: "hidden" });
  });

  it("finds a customer from the composer's menu", async () => {
    await anna.page.getByRole("button", { name: "Shortcuts" }).click();
    await anna.page.getByRole("menuitem", { name: "Find customer" }).click();
    const form = anna.dialog("Find");
    await form.getByRole("textbox").fill("initech");
    await form.getByRole("button", { name: "Find" }).click();
    await form.getByText("The card with its buttons is in our direct messages.").waitFor();
    await anna.page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
    await anna.go("Mainstay");
    await anna.messages().last().getByRole("heading", { name: "Initech" }).waitFor();
  });
});
