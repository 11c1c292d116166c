import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

describe.skipIf(isWithoutBrowser)("the local workspace's page", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let at: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    at = await browser.open(PERSON.anna);
  });
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const focused = () => at.page.locator(":focus");
  const hasFocus = async (name: string) =>
    (await at.page.getByRole("button", { name, exact: true }).and(focused()).count()) === 1;

  /** Presses a key until the control of that name has the focus. */
  const press = async (key: "Tab" | "Shift+Tab", name: string) => {
    for (let step = 0; step < 120; step += 1) {
      await at.page.keyboard.press(key);
      const label = (await focused().getAttribute("aria-label")) ?? (await focused().textContent());
      if (label === name) return;
    }
    throw new Error(`${key} never came to ${name}.`);
  };

  it("needs no mouse", async () => {
    await at.page.reload();
    await at.navigation.waitFor();
    await press("Tab", "sales");
    await at.page.keyboard.press("Enter");
    await at.page.getByRole("heading", { name: "#sales" }).waitFor();
    await press("Tab", "Message #sales");
    await at.page.keyboard.type("/customer acme");
    await at.page.keyboard.press("Enter");
    const card = at.messages().filter({ hasText: "Only visible to you" }).last();
    await card.getByRole("button", { name: "Why" }).waitFor();
    await press("Shift+Tab", "Why: Acme");
    await at.page.keyboard.press("Enter");
    await at.dialog("Why").waitFor();
    await at.page.keyboard.press("Escape");
    await at.dialog("Why").waitFor({ state: "hidden" });
    expect(await hasFocus("Why: Acme")).toBe(true);
  });

  it("fits a narrow screen", async () => {
    const narrow = await browser.open(PERSON.anna);
    await narrow.page.setViewportSize({ width: 360, height: 740 });
    await narrow.page.getByRole("button", { name: "Navigation", exact: true }).click();
    await narrow.navigation.getByRole("button", { name: "sales" }).click();
    await narrow.page.getByRole("heading", { name: "#sales" }).waitFor();
    const card = await narrow.command("/customer acme");
    await card.getByRole("button", { name: "Share to channel" }).scrollIntoViewIfNeeded();
    const overflowPx = await narrow.page.evaluate<number>(
      "document.documentElement.scrollWidth - window.innerWidth",
    );
    expect(overflowPx).toBeLessThanOrEqual(0);
    await card.getByRole("button", { name: "Log a touch" }).click();
    await narrow.dialog("Log a touch").getByRole("button", { name: "Log it" }).click();
    await card.getByText("You logged a touch just now.").waitFor();
    await narrow.page.close();
  });

  it.each(["light", "dark"] as const)(
    "has no serious flaw that axe finds, in %s colours",
    async (colours) => {
      await at.page.emulateMedia({ colorScheme: colours });
      // Nothing but colours can differ in the dark.
      const looked: { rules?: string[] } = colours === "dark" ? { rules: ["color-contrast"] } : {};
      await at.go("sales");
      const card = await at.command("/customer acme");
      expect(await at.seriousFlaws(looked)).toEqual([]);
      await card.getByRole("button", { name: "Log a touch" }).click();
      await at.dialog("Log a touch").waitFor();
      expect(await at.seriousFlaws({ ...looked, within: "dialog" })).toEqual([]);
      await at.page.keyboard.press("Escape");
      await at.go("App Home");
      await at.page.getByRole("heading", { name: "My accounts" }).waitFor();
      await at.page.getByRole("button", { name: "Inspector", exact: true }).click();
      await at.page.getByRole("heading", { name: "Inspector" }).waitFor();
      expect(await at.seriousFlaws(looked)).toEqual([]);
      await at.page.getByRole("button", { name: "Inspector", exact: true }).click();
    },
  );
});
