import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

describe.skipIf(isWithoutBrowser)("a customer's card in the local workspace", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    anna = await browser.open(PERSON.anna);
    await anna.go("sales");
  });
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  it("is one completed command away", async () => {
    await anna.composer().fill("/cu");
    await anna.page.getByRole("listbox", { name: "Completions" }).getByRole("option").first().waitFor();
    await anna.composer().press("Tab");
    await anna.page.keyboard.type("acme");
    await anna.composer().press("Enter");
    const card = anna.messages().filter({ hasText: "Only visible to you" }).last();
    await card.getByText(/\d+ % (\(.+\) )?risk of the contract ending in 90 days/).waitFor();
    await card.getByText("DEMO-0001 · VIP · owner Anna Keller").waitFor();
    expect(await card.getByRole("button").allTextContents()).toEqual([
      "I know better",
      "Draft",
      "Log a touch",
      "Snooze",
      "Why",
      "History",
      "Cost",
      "Share to channel",
    ]);
  });

  it("has what to do on the first screen of a phone", async () => {
    const narrow = await browser.open(PERSON.anna);
    await narrow.page.setViewportSize({ width: 380, height: 740 });
    await narrow.page.getByRole("button", { name: "Navigation", exact: true }).click();
    await narrow.navigation.getByRole("button", { name: "sales" }).click();
    const card = await narrow.command("/customer globex");
    const title = await card.getByRole("heading", { name: "Globex" }).boundingBox();
    const action = await card.getByText(/^Do now: /).boundingBox();
    expect(title).not.toBeNull();
    // From the name down to the end of the action: no more than the screen shows above the composer.
    expect((action?.y ?? 999) + (action?.height ?? 999) - (title?.y ?? 0)).toBeLessThan(400);
    await narrow.page.close();
  });

  it("tries what the page suggests", async () => {
    const suggestions = anna.page.getByRole("region", { name: "Try this" });
    await suggestions.getByRole("button", { name: /Globex/ }).click();
    expect(await anna.composer().inputValue()).toBe("/customer globex");
    await anna.composer().press("Enter");
    await anna.messages().last().getByRole("heading", { name: "Globex" }).waitFor();
  });

  it("says why, and gives the focus back", async () => {
    const card = await anna.command("/customer acme");
    await card.getByRole("button", { name: "Why" }).click();
    const why = anna.dialog("Why");
    await why.getByText("What the score rests on, as far as it can be said in a sentence").waitFor();
    await why.getByText(/they need not be its cause/).waitFor();
    await why.getByRole("button", { name: "Close", exact: true }).click();
    await why.waitFor({ state: "hidden" });
    const focused = card.getByRole("button", { name: "Why" }).and(anna.page.locator(":focus"));
    expect(await focused.count()).toBe(1);
  });

  it("takes a touch, after saying what is wrong with it, and changes", async () => {
    const card = await anna.command("/customer initech");
    await card.getByRole("button", { name: "Log a touch" }).click();
    const form = anna.dialog("Log a touch");
    await form.getByLabel("Channel").selectOption({ label: "E-mail" });
    await form.getByLabel("Minutes spent").fill("-5");
    await form.getByRole("textbox", { name: /^Note/ }).fill("Die Lösung hält. 谢谢 & <danke>");
    await form.getByRole("button", { name: "Log it" }).click();
    await form.getByRole("alert").first().waitFor();
    await form.getByLabel("Minutes spent").fill("20");
    await form.getByRole("button", { name: "Log it" }).click();
    await form.waitFor({ state: "hidden" });
    await card.getByText("You logged a touch just now.").waitFor();
    await card.getByText("Contacted today: give them time to answer.").waitFor();
    expect(await card.textContent()).toMatch(/by Anna Keller\s*E-mail, reached them/);
  });

  it("is snoozed with an end", async () => {
    const card = await anna.command("/customer DEMO-0001");
    await card.getByRole("button", { name: "Snooze" }).click();
    const form = anna.dialog("Snooze");
    await form.getByRole("radio", { name: "2 weeks" }).check();
    await form.getByRole("button", { name: "Snooze" }).click();
    await card.getByText(/^Snoozed until .* by Anna Keller: no suggestions until then/).waitFor();
  });

  it("is shared so that colleagues see it, with no more than they may see, also after a reload", async () => {
    const own = await anna.command("/customer globex");
    await own.getByRole("button", { name: "Share to channel" }).click();
    await anna.dialog("Share the card").getByRole("button", { name: "Share", exact: true }).click();
    const shared = anna.messages().filter({ hasText: "Shared by @Anna Keller" }).last();
    await shared.getByRole("heading", { name: "Globex" }).waitFor();
    const jules = await browser.open(PERSON.jules);
    await jules.go("sales");
    await jules.messages().filter({ hasText: "Shared by @Anna Keller" }).last().waitFor();
    expect(await jules.messages().filter({ hasText: "Only visible to you" }).count()).toBe(0);
    const seen = await anna.messages().allTextContents();
    await anna.page.reload();
    await anna.actAs(PERSON.anna);
    await anna
      .messages()
      .nth(seen.length - 1)
      .waitFor();
    expect(await anna.messages().allTextContents()).toEqual(seen);
    await jules.page.close();
  });

  it("shows amounts to the owner and to managers alone", async () => {
    const jules = await browser.open(PERSON.jules);
    await jules.go("sales");
    const forJules = await jules.command("/customer acme");
    await forJules.getByText("shown to the owner and to managers").waitFor();
    expect(await forJules.textContent()).not.toContain("€");
    const dana = await browser.open(PERSON.dana);
    await dana.go("sales");
    expect(await (await dana.command("/customer acme")).textContent()).toContain("€4,200");
    await jules.page.close();
    await dana.page.close();
  });

  it("says nothing about customers in a channel shared with another organisation, and shows it privately", async () => {
    await anna.go("partner-globex");
    await anna.page.getByText("Shared channel", { exact: true }).waitFor();
    const refused = await anna.command("/customer acme");
    expect(await refused.textContent()).toContain("I say nothing about customers here");
    await refused.getByRole("button", { name: "Show me privately" }).click();
    await anna.messages().last().getByText("I have sent it to you in our direct messages.").waitFor();
    await anna.go("Mainstay");
    await anna.messages().last().getByRole("heading", { name: "Acme" }).waitFor();
  });

  it("shows everyone on a shared card who was in touch", async () => {
    await anna.go("retention");
    const own = await anna.command("/customer acme");
    await own.getByRole("button", { name: "Share to channel" }).click();
    await anna.dialog("Share the card").getByRole("button", { name: "Share", exact: true }).click();
    const shared = (at: WorkspacePage) => at.messages().filter({ hasText: "Shared by @Anna Keller" }).last();
    const dana = await browser.open(PERSON.dana);
    await dana.go("retention");
    await shared(dana).getByRole("button", { name: "Log a touch" }).click();
    await dana.dialog("Log a touch").getByRole("button", { name: "Log it" }).click();
    await shared(anna)
      .getByText(/by Dana Brooks/)
      .waitFor();
    await dana.page.close();
  });

  it("says what to do about a customer nobody knows", async () => {
    const answer = await anna.command("/customer nosuchcustomer");
    await answer.getByText(/I know no customer “nosuchcustomer”/).waitFor();
  });
});
