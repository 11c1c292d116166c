import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

/** A week is lived day by day, with every night's scoring and Sunday's training: long enough for a busy machine. */
const WEEK_PATIENCE_MS = 120_000;

describe.skipIf(isWithoutBrowser)("next Monday in the local workspace", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    anna = await browser.open(PERSON.anna);
    await anna.go("sales");
    await anna.moveClock(/^Next Monday/);
  }, WEEK_PATIENCE_MS);
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  /** Also once some are answered. */
  const NUDGES = { hasText: /to contact today|left to contact|Nothing left to do/ };
  const nudges = () => anna.messages().filter(NUDGES).last();

  it("has come, at nine where the person is, with news marked unread", async () => {
    expect(await anna.page.getByRole("button", { name: /^Clock/ }).textContent()).toMatch(
      /^Mon, .* 9:0\d AM$/,
    );
    for (const place of ["retention", "Mainstay"])
      await anna.navigation.getByRole("button", { name: new RegExp(`${place}.*[1-9]`) }).waitFor();
  });

  it("brings the digest to the channel that asked for it", async () => {
    await anna.go("retention");
    const digest = anna.messages().filter({ hasText: "Customer digest, week" }).last();
    await digest.getByText("Risk rose most").waitFor();
    for (const part of ["Risk of leaving", "Value at risk", "Nudges of the week"])
      await digest.getByText(part, { exact: true }).waitFor();
    await anna.navigation.getByRole("button", { name: "retention", exact: true }).waitFor();
    expect(await anna.seriousFlaws()).toEqual([]);
  });

  it("brings a rep their nudges; an answer takes the place of the buttons", async () => {
    await anna.go("Mainstay");
    const answers = nudges().getByRole("button", { name: /^Reached out: / });
    const before = await answers.count();
    await answers.first().click();
    await nudges()
      .getByText(/^You reached out \(/)
      .waitFor();
    expect(await answers.count()).toBe(before - 1);
    await anna.messages().last().getByRole("button", { name: "Log a touch" }).waitFor();
  });

  it("says who was faster where a colleague has been in touch since", async () => {
    await anna.go("Mainstay");
    const snooze = nudges()
      .getByRole("button", { name: /^Snooze: / })
      .first();
    const customer = (await snooze.getAttribute("aria-label"))?.replace("Snooze: ", "") ?? "";
    const dana = await browser.open(PERSON.dana);
    await dana.go("sales");
    const card = await dana.command(`/customer ${customer}`);
    await card.getByRole("button", { name: "Log a touch" }).click();
    await dana.dialog("Log a touch").getByRole("button", { name: "Log it" }).click();
    await card.getByText("You logged a touch just now.").waitFor();
    await dana.page.close();
    await anna.page.getByRole("button", { name: `Snooze: ${customer}` }).click();
    await nudges()
      .getByText(/Dana Brooks logged a touch/)
      .waitFor();
    await anna
      .messages()
      .last()
      .getByText(/Dana Brooks logged a touch .* Look the customer up again to add to it/)
      .waitFor();
  });

  it("takes one of two answers given at once, and says in both places which one counts", async () => {
    const other = await browser.open(PERSON.anna);
    await other.go("Mainstay");
    const open = nudges().getByRole("button", { name: /^Reached out: / });
    const before = await open.count();
    const name = (await open.first().getAttribute("aria-label"))?.replace("Reached out: ", "") ?? "";
    const answer = (at: WorkspacePage, label: string) =>
      at.page.getByRole("button", { name: `${label}: ${name}` });
    await Promise.allSettled([
      answer(anna, "Reached out").click(),
      answer(other, "Reached out").click({ timeout: 1_000 }),
    ]);
    await answer(anna, "Snooze").waitFor({ state: "hidden" });
    await answer(other, "Snooze").waitFor({ state: "hidden" });
    expect(await open.count()).toBe(before - 1);
    const saidAt = (at: WorkspacePage) => at.messages().filter(NUDGES).last().textContent();
    expect(await saidAt(other)).toBe(await saidAt(anna));
    await other.page.close();
  });

  it("is followed by another with a digest of its own, for the customers live on", {
    timeout: WEEK_PATIENCE_MS,
  }, async () => {
    await anna.go("retention");
    const digests = anna.messages().filter({ hasText: "Customer digest, week" });
    const before = await digests.count();
    await anna.page.getByRole("button", { name: /^Move the clock to next Monday/ }).click();
    await anna.chooseTime(/^Next Monday/);
    await digests.nth(before).waitFor();
    const figures = (await digests.allTextContents()).map((text) => text.replace(/^.*week \d+/s, ""));
    expect(figures.length).toBe(before + 1);
    expect(new Set(figures).size).toBe(figures.length);
  });
});
