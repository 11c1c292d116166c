import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

describe.skipIf(isWithoutBrowser)("Home in the local workspace", () => {
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

  const home = (at: WorkspacePage) => at.page.getByTestId("app-home");
  const openHome = async (at: WorkspacePage) => {
    await at.go("App Home");
    await home(at).getByRole("heading", { name: "My accounts" }).waitFor();
  };
  const press = (at: WorkspacePage, name: string | RegExp) =>
    home(at).getByRole("button", { name, exact: true }).click();
  /** Pressed again where no form came: on a busy machine the bot may be later than Slack opens one for, and then it asks for that. */
  const openForm = async (at: WorkspacePage, name: string, title: string) => {
    const form = at.dialog(title);
    await press(at, name);
    await form.waitFor({ timeout: 6_000 }).catch(() => press(at, name));
    await form.waitFor();
    return form;
  };
  const gone = (at: WorkspacePage, text: string | RegExp) =>
    home(at).getByText(text).first().waitFor({ state: "detached" });
  const says = (at: WorkspacePage, text: string | RegExp) => home(at).getByText(text).first().waitFor();
  /** What a button shows beyond the page. */
  const told = async (at: WorkspacePage, text: string | RegExp) => {
    await at.go("Mainstay");
    await at.messages().last().getByText(text).first().waitFor();
  };

  it("explains itself until its reader has got it, also when it is opened again", async () => {
    await openHome(anna);
    await says(anna, "Welcome.");
    await press(anna, "Got it");
    await gone(anna, "Welcome.");
    await anna.go("sales");
    await openHome(anna);
    expect(await home(anna).getByText("Welcome.").count()).toBe(0);
  });

  it("turns the pages of the accounts, and narrows them", async () => {
    await says(anna, /^\d+ accounts, riskiest first/);
    // Due follow-ups above may have pages of their own.
    await home(anna)
      .getByRole("button", { name: /^Next \(page 2 of/ })
      .last()
      .click();
    await home(anna)
      .getByRole("button", { name: /^Previous \(page 1 of/ })
      .waitFor();
    await home(anna).getByLabel("Which accounts?").selectOption({ label: "At high risk" });
    await says(anna, /^\d+ of \d+ accounts at 50 % risk or more/);
    await home(anna).getByLabel("Which accounts?").selectOption({ label: "All accounts" });
    await says(anna, /^\d+ accounts, riskiest first/);
  });

  it("changes when one is told", async () => {
    await openHome(dana);
    const form = await openForm(dana, "Change: When I tell you", "When I tell you");
    await form.getByRole("radio", { name: /^Once a week/ }).check();
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "hidden" });
    await says(dana, /Once a week, on Monday at 09:00/);
  });

  it("ends a snooze, and says so below Messages", async () => {
    await anna.go("sales");
    const card = await anna.command("/customer initech");
    await card.getByRole("button", { name: "Snooze" }).click();
    await anna.dialog("Snooze").getByRole("radio", { name: "2 weeks" }).check();
    await anna.dialog("Snooze").getByRole("button", { name: "Snooze" }).click();
    await card
      .getByText(/^Snoozed until/)
      .first()
      .waitFor();
    await openHome(anna);
    await press(anna, "End: Initech");
    await home(anna).getByRole("button", { name: "End: Initech" }).waitFor({ state: "detached" });
    await told(anna, /The snooze has ended/);
  });

  it("shows what another threshold would have been before it is kept, and refuses what is none", async () => {
    await openHome(dana);
    const form = await openForm(dana, "Threshold", "Risk to nudge from");
    const field = form.getByRole("textbox", { name: /^Nudge from this risk on/ });
    await field.fill("120");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("alert").first().waitFor();
    await field.fill("90");
    await form.getByRole("button", { name: "What it would have been" }).click();
    await form.getByText(/90 %/).first().waitFor();
    await form.getByRole("button", { name: "Cancel" }).click();
    await form.waitFor({ state: "hidden" });
  });

  it("leaves a customer alone who asked for it, and lets them be contacted again", async () => {
    await dana.go("sales");
    await dana.composer().fill("/customer initech quiet");
    await dana.composer().press("Enter");
    const form = dana.dialog("Do not disturb");
    await form.getByRole("textbox").first().fill("Asked by phone");
    await form.getByRole("button", { name: "Leave alone" }).click();
    await form.waitFor({ state: "hidden" });
    await openHome(dana);
    await press(dana, "Do not disturb");
    await told(dana, /left alone since .* says Dana Brooks/);
    await dana
      .messages()
      .last()
      .getByRole("button", { name: /^Allow again/ })
      .click();
    await dana.messages().filter({ hasText: "Nobody is left alone" }).last().waitFor();
  });
});
