import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC_URL, sharedWorkspace } from "./shared-workspace.ts";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

/** What the bot itself shows of a customer where somebody posts a link, in the customer's channel, and in its Messages tab. */
describe.skipIf(isWithoutBrowser)("a customer by a link, and asked for at length", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  let dana: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    anna = await browser.open(PERSON.anna);
    dana = await browser.open(PERSON.dana);
  });
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const write = async (at: WorkspacePage, text: string) => {
    await at.composer().fill(text);
    await at.composer().press("Enter");
  };
  const unfurl = (at: WorkspacePage) => at.messages().last().getByRole("region", { name: "Acme" });
  const details = (at: WorkspacePage) => at.page.getByRole("complementary", { name: "Details" });

  it("is shown below a link that a card gives, to everybody without amounts", async () => {
    await anna.go("sales");
    const given = await (await anna.command("/customer acme link")).textContent();
    const link = given?.match(new RegExp(`${PUBLIC_URL}/c/\\d+`))?.[0] ?? "";
    await write(anna, `Have a look at ${link}`);
    await unfurl(anna)
      .getByText(/risk of the contract ending/)
      .waitFor();
    expect(await unfurl(anna).textContent()).not.toContain("€");
    expect(await anna.seriousFlaws({ within: "article:last-of-type" })).toEqual([]);
  });

  it("is opened by each reader within their own rights, with buttons that work", async () => {
    await unfurl(anna).getByRole("button", { name: "Acme" }).click();
    await details(anna)
      .getByText(/€4,200 a month/)
      .waitFor();
    expect(await anna.seriousFlaws({ within: ".side-panel" })).toEqual([]);
    const jules = await browser.open(PERSON.jules);
    await jules.go("sales");
    await unfurl(jules).getByRole("button", { name: "Acme" }).click();
    await details(jules)
      .getByText(/risk of the contract ending/)
      .waitFor();
    expect(await details(jules).textContent()).not.toContain("€");
    await jules.page.close();
    await details(anna).getByRole("button", { name: "Log a touch" }).click();
    await anna.dialog("Log a touch").getByRole("button", { name: "Log it" }).click();
    await details(anna)
      .getByText(/by Anna Keller/)
      .first()
      .waitFor();
    await details(anna).getByRole("button", { name: "Close details" }).click();
  });

  it("has a channel of their own, where their card comes without a name", async () => {
    await dana.go("sales");
    const refused = await dana.command("/customer acme channel #acme-rollout");
    await refused.getByText(/Another organisation reads/).waitFor();
    const linked = await dana.command("/customer acme channel #acc-acme");
    await linked.getByText(/is now the channel of Acme/).waitFor();
    await linked.getByRole("button", { name: "Post notices there" }).click();
    await dana
      .messages()
      .filter({ hasText: /On working days at ten I post in #acc-acme/ })
      .last()
      .waitFor();
    await anna.go("acc-acme");
    await (await anna.command("/customer")).getByRole("heading", { name: "Acme" }).waitFor();
    await dana.go("sales");
    const shown = await dana.command("/customer acme channel");
    await shown.getByRole("button", { name: "Unlink" }).click();
    await dana.messages().filter({ hasText: "no longer the channel of Acme" }).last().waitFor();
  });

  it("is answered in a message that grows, and in none once its reader has stopped it", async () => {
    const { sandbox } = sharedWorkspace();
    await dana.go("Mainstay");
    await write(dana, "what is our retention rate?");
    await dana.messages().last().getByRole("button", { name: "1 reply" }).click();
    const thread = dana.page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("button", { name: "As a picture" }).click();
    await thread.getByText("The picture is in your direct message").last().waitFor();
    await dana
      .messages()
      .getByRole("img", { name: /^Customers by the month they joined, .* 100 %/ })
      .waitFor();
    await thread.getByRole("button", { name: "Close thread" }).click();
    // Its first call is answered once a minute of the workspace has passed: until then it is at work.
    sandbox.faults.next("chat.startStream", { kind: "slow", ms: 60_000 });
    await write(dana, "what is our retention rate?");
    const doing = dana.page.getByRole("status", { name: "What the app is doing" });
    await doing.getByText("Mainstay is writing…").waitFor();
    await doing.getByRole("button", { name: "Stop" }).click();
    await doing.getByText("is writing").waitFor({ state: "detached" });
    await sandbox.waitForLog(({ name }) => name === "event: agent_session_stopped");
    await sandbox.advanceBy(60_000);
    await sandbox.idle();
    await dana.messages().last().getByRole("button", { name: "1 reply" }).click();
    await thread.getByRole("article").nth(1).waitFor();
    expect(await thread.getByRole("button", { name: "As a picture" }).count()).toBe(0);
    await thread.getByRole("button", { name: "Close thread" }).click();
  });
});
