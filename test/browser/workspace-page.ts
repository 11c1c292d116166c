import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { inject } from "vitest";
import type { BrowserOptions } from "../support/browser.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { sharedWorkspace } from "./shared-workspace.ts";

/** The people of the demo who the tests act as. */
export const PERSON = {
  ...{ anna: "U0DEMO1", jules: "U0DEMO2", mei: "U0DEMO5", dana: "U0DEMO6", omar: "U0DEMO7" },
  ...{ noor: "U0DEMO20", rachel: "U0DEMO21" },
} as const;

/** Long enough for a busy machine; a wait that takes it has failed. */
const PATIENCE_MS = 15_000;

/** A week is lived day by day, with the training of its Sunday. */
const MOVING_PATIENCE_MS = 460_000;

const search = inject("browser");

/** True where there is no browser; the run's last line says why. */
export const isWithoutBrowser = "missing" in search;

/**
 * A profile of one's own in the browser that all share. What the page or its scripts complain of is kept.
 * @param url of the shared workspace unless given
 */
export async function openBrowser(options: BrowserOptions = {}, url = sharedWorkspace().url) {
  const context = await (await sharedBrowser()).profile(options);
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return { complaints, close: () => context.close(), open: openPage(context, url) };
}

/** Opens the page in a new tab, acting as somebody. */
const openPage = (context: BrowserContext, url: string) => async (person: string) => {
  const page = await context.newPage();
  await page.goto(url);
  const at = workspacePage(page);
  await at.actAs(person);
  return at;
};

export type WorkspacePage = ReturnType<typeof workspacePage>;

/** What a person does at the page, by the names a person reads. */
function workspacePage(page: Page) {
  const navigation = page.getByRole("navigation", { name: "Workspace" });
  const dialog = (title: string) => page.getByRole("dialog", { name: title });
  const chooseTime = async (choice: RegExp) => {
    await dialog("Move the clock").getByRole("button", { name: choice }).click();
    await dialog("Move the clock").waitFor({ state: "hidden", timeout: MOVING_PATIENCE_MS });
  };
  const composer = () => page.getByRole("textbox", { name: /^Message / });
  return {
    page,
    navigation,
    dialog,
    composer,
    actAs: (person: string) => page.getByLabel("Act as").selectOption(person),
    /** Opens a channel, a person, "App Home" or "Mainstay". */
    async go(place: string) {
      await navigation.getByRole("button", { name: place }).click();
      await navigation.locator('[aria-current="page"]').filter({ hasText: place }).waitFor();
    },
    /** Everything said in the open conversation. */
    messages: () => page.getByRole("region", { name: /^Messages in / }).getByRole("article"),
    /** Sends a command and gives its private answer: the newest one there is once one more has come. */
    async command(text: string): Promise<Locator> {
      const answers = page.getByRole("article").filter({ hasText: "Only visible to you" });
      const before = await answers.count();
      await composer().fill(text);
      await page.getByRole("button", { name: "Send" }).click();
      const answer = answers.nth(before);
      await answer.waitFor();
      return answer;
    },
    /** Moves the bot's time and waits for what the bot does then. */
    async moveClock(choice: RegExp) {
      await page.getByRole("button", { name: /^Clock/ }).click();
      await chooseTime(choice);
    },
    /** Where the clock's choices are open. */
    chooseTime,
    /**
     * What axe finds serious or critical on the page as it stands: rule and place.
     * @param within a part of the page, where the rest was looked at before
     * @param rules those that can have changed; all unless given
     */
    async seriousFlaws({ within, rules }: { within?: string; rules?: string[] } = {}): Promise<string[]> {
      // The page has no frames: it need not be looked at in parts, put together in a blank page of their own, with all that passed.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      if (within !== undefined) axe.include(within);
      if (rules !== undefined) axe.withRules(rules);
      const { violations } = await axe.analyze();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
  };
}
