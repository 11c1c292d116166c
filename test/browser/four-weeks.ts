import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { englishLeftIn } from "./english-left.ts";
import { promoteAndRollBack } from "./operations-home.ts";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

/** A week is lived day by day, with every night's scoring and Sunday's training: long enough for a busy machine. */
const WEEK_PATIENCE_MS = 480_000;

/** What a rep, a manager, operations, a guest and somebody of another company see on four Mondays, the first one in full. */
describe.skipIf(isWithoutBrowser)("four weeks in the local workspace", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  /** Whose channel #acc-acme is. */
  let riser = "";
  beforeAll(async () => {
    browser = await openBrowser();
    anna = await browser.open(PERSON.anna);
    await anna.go("sales");
    await anna.moveClock(/^Next Monday/);
  }, WEEK_PATIENCE_MS);
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const digests = (at: WorkspacePage) => at.messages().filter({ hasText: "Customer digest, week" });
  /** Also once some are answered. */
  const NUDGES = { hasText: /to contact today|left to contact|Nothing left to do/ };
  const nudges = (at: WorkspacePage) => at.messages().filter(NUDGES);
  /** How many a morning brings differs, and some mornings bring one: whatever still waits, of all mornings. */
  const waiting = (at: WorkspacePage) => nudges(at).getByRole("button", { name: /^Reached out: / });
  const nameOf = async (at: WorkspacePage) =>
    (await waiting(at).last().getAttribute("aria-label"))?.replace("Reached out: ", "") ?? "";
  /** The newest about a customer. */
  const nudgeOf = (at: WorkspacePage, name: string) => nudges(at).filter({ hasText: name }).last();

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
      await digest.getByText(part, { exact: true }).first().waitFor();
    await anna.navigation.getByRole("button", { name: "retention", exact: true }).waitFor();
    expect(await anna.seriousFlaws()).toEqual([]);
  });

  /** In the digest, whose risk rose most; not the one that is called like formatting. */
  const nameOfRiser = async (digest: Locator) => {
    const rose = (await digest.getByText("Risk rose most").locator("..").innerText()).split("\n");
    const names = rose.flatMap((line) => /^• (.+?) \d+ % →/.exec(line)?.[1] ?? []);
    return names.find((name) => !name.includes("*")) ?? "";
  };

  it("can be asked to tell a customer's channel from now on", async () => {
    riser = await nameOfRiser(digests(anna).last());
    const dana = await browser.open(PERSON.dana);
    await dana.go("sales");
    const linked = await dana.command(`/customer ${riser} channel #acc-acme`);
    await linked.getByRole("button", { name: "Post notices there" }).click();
    await dana.messages().filter({ hasText: "On working days at ten I post in #acc-acme" }).last().waitFor();
    await dana.page.close();
  });

  it("brings both in Chinese to whoever reads Chinese", async () => {
    const mei = await browser.open(PERSON.mei);
    await mei.go("Mainstay");
    expect(await englishLeftIn(mei.messages().last().locator(".blocks").first())).toEqual([]);
    await mei.page.close();
    const dana = await browser.open(PERSON.dana);
    await dana.go("acc-globex");
    const digest = dana.messages().filter({ hasText: "客户周报" }).last();
    expect(await englishLeftIn(digest.locator(".blocks").first())).toEqual([]);
    await dana.page.close();
  });

  it("brings a rep their nudges; an answer takes the place of the buttons", async () => {
    await anna.go("Mainstay");
    const before = await waiting(anna).count();
    const customer = await nameOf(anna);
    await waiting(anna).last().click();
    await nudgeOf(anna, customer)
      .getByText(/^You reached out \(/)
      .last()
      .waitFor();
    expect(await waiting(anna).count()).toBe(before - 1);
    await anna.messages().last().getByRole("button", { name: "Log a touch" }).waitFor();
  });

  it("says who was faster where a colleague has been in touch since", async () => {
    await anna.go("Mainstay");
    const customer = await nameOf(anna);
    const dana = await browser.open(PERSON.dana);
    await dana.go("sales");
    const card = await dana.command(`/customer ${customer}`);
    await card.getByRole("button", { name: "Log a touch" }).click();
    await dana.dialog("Log a touch").getByRole("button", { name: "Log it" }).click();
    await card.getByText("You logged a touch just now.").waitFor();
    await dana.page.close();
    await anna.page.getByRole("button", { name: `Snooze: ${customer}` }).click();
    await nudgeOf(anna, customer)
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
    const before = await waiting(anna).count();
    const name = await nameOf(anna);
    const answer = (at: WorkspacePage, label: string) =>
      at.page.getByRole("button", { name: `${label}: ${name}` });
    await Promise.allSettled([
      answer(anna, "Reached out").click(),
      answer(other, "Reached out").click({ timeout: 1_000 }),
    ]);
    await answer(anna, "Snooze").waitFor({ state: "hidden" });
    await answer(other, "Snooze").waitFor({ state: "hidden" });
    expect(await waiting(anna).count()).toBe(before - 1);
    const saidAt = (at: WorkspacePage) => nudgeOf(at, name).textContent();
    expect(await saidAt(other)).toBe(await saidAt(anna));
    await other.page.close();
  });

  const nextMonday = async (at: WorkspacePage) => {
    await at.go("retention");
    const before = await digests(at).count();
    await at.page.getByRole("button", { name: /^Move the clock to next Monday/ }).click();
    await at.chooseTime(/^Next Monday/);
    await digests(at).nth(before).waitFor();
  };
  /** What a command answers in a channel to somebody who acts there once. */
  const told = async (person: string, channel: string, command: string) => {
    const at = await browser.open(person);
    await at.go(channel);
    const answer = await (await at.command(command)).textContent();
    await at.page.close();
    return answer;
  };

  it("second week: tells a manager whom to save, and who has acted since", {
    timeout: WEEK_PATIENCE_MS,
  }, async () => {
    const dana = await browser.open(PERSON.dana);
    await nextMonday(dana);
    await digests(dana).last().getByText("to save this week").waitFor();
    await dana.go("acc-acme");
    await dana.messages().filter({ hasText: riser }).filter({ hasText: /risk/i }).first().waitFor();
    await dana.go("sales");
    const list = await dana.command("/customer at-risk");
    await list.getByText(/Together about €/).waitFor();
    const reachedOut = list.getByRole("button", { name: /^Reached out: / }).first();
    const customer = (await reachedOut.getAttribute("aria-label"))?.replace("Reached out: ", "") ?? "";
    await reachedOut.click();
    await dana.messages().filter({ hasText: "Noted." }).last().waitFor();
    const again = await dana.command("/customer at-risk");
    const line = again.locator("p, div").filter({ hasText: customer }).filter({ hasText: "Dana Brooks" });
    await line.first().waitFor();
    expect(await dana.seriousFlaws()).toEqual([]);
    await dana.page.close();
  });

  it("takes the answer to a nudge on Home, too", async () => {
    await anna.go("App Home");
    const home = anna.page.getByTestId("app-home");
    const waits = home.getByRole("heading", { name: /^Nudges that wait for your answer/ });
    const before = await waits.textContent();
    const snooze = home.getByRole("button", { name: /^Snooze: / }).first();
    const name = (await snooze.getAttribute("aria-label"))?.replace("Snooze: ", "") ?? "";
    await snooze.click();
    await anna.dialog("Snooze").getByRole("button", { name: "Snooze" }).click();
    await home.getByRole("button", { name: `End: ${name}` }).waitFor();
    expect(await waits.textContent()).not.toBe(before);
  });

  it("third week: shows operations a digest that could not be posted, why, and what they can do", {
    timeout: WEEK_PATIENCE_MS,
  }, async () => {
    const dana = await browser.open(PERSON.dana);
    await dana.go("sales");
    await dana.command("/customer channel on digest");
    const archive = async (change: "Archive" | "Unarchive") => {
      await dana.page.getByRole("button", { name: /^Members/ }).click();
      const members = dana.dialog("Members of #sales");
      await members.getByRole("button", { name: change, exact: true }).click();
      await dana.page.keyboard.press("Escape");
    };
    await archive("Archive");
    const omar = await browser.open(PERSON.omar);
    await nextMonday(omar);
    await omar.go("App Home");
    await omar.page.getByRole("heading", { name: /^Messages that did not arrive/ }).waitFor();
    await omar.page.getByText(/The weekly digest for .* did not arrive. The channel is archived/).waitFor();
    await archive("Unarchive");
    await omar.page
      .getByRole("button", { name: /^Send again/ })
      .first()
      .click();
    await dana.messages().filter({ hasText: "Customer digest, week" }).last().waitFor();
    await promoteAndRollBack(omar);
    await omar.page.close();
    await dana.command("/customer channel off digest");
    await dana.page.close();
  });

  it("fourth week: has nudged another rep too, told four different weeks, and told outsiders nothing", {
    timeout: WEEK_PATIENCE_MS,
  }, async () => {
    const jules = await browser.open(PERSON.jules);
    await nextMonday(jules);
    const weeks = (await digests(jules).allTextContents()).map((text) => text.replace(/^.*week \d+/s, ""));
    expect(weeks.length).toBeGreaterThanOrEqual(4);
    expect(new Set(weeks).size).toBe(weeks.length);
    await jules.go("Mainstay");
    await jules.messages().filter(NUDGES).first().waitFor();
    await jules.page.close();
    expect(await told(PERSON.noor, "trade-fair", "/customer acme")).toContain("I tell guests");
    expect(await told(PERSON.rachel, "acme-rollout", "/customer acme")).toContain("members of this company");
    const shared = await told(PERSON.dana, "acme-rollout", "/customer acme");
    expect(shared).toContain("Another organisation reads this channel");
    expect(shared).not.toContain("risk");
  });
});
