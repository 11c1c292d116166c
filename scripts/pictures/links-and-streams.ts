import type { Locator, Page } from "playwright-core";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { actAs, command, goTo, inChinese, newest, PERSON, read, write } from "./at-page.ts";
import {
  inBothColours,
  pane,
  paneInBothColours,
  partInBothColours,
  partOfWindow,
  variant,
} from "./take-picture.ts";

/** As high as the longest details of the demo. */
const PANE_PX = 1180;

/** A customer's link with what the bot shows below it, and the pane that it opens. */
export async function pictureLinks(page: Page, chineseChannel: string): Promise<void> {
  await goTo(page, "sales");
  const link = /https:\S+\/c\/\d+/.exec(await (await command(page, "acme link")).innerText())?.[0] ?? "";
  const unfurl = () => page.getByRole("article").last().getByRole("region", { name: "Acme" });
  await write(page, `Who calls them? ${link}`);
  await inBothColours(unfurl(), "unfurl");
  const details = page.getByRole("complementary", { name: "Details" });
  const openPane = async (take: (shown: Locator) => Promise<void>) => {
    await unfurl().getByRole("button", { name: "Acme" }).click();
    await details.getByText(/€/).first().waitFor();
    await take(details);
    await details.getByRole("button", { name: "Close details" }).click();
  };
  await openPane((shown) => paneInBothColours(shown, "flexpane", PANE_PX));
  await inChinese(page, () => openPane((shown) => pane(shown, "flexpane-zh", PANE_PX)));
  await goTo(page, chineseChannel);
  await write(page, `Acme: ${link}`);
  await variant(unfurl(), "unfurl-zh");
}

const MINUTE_MS = 60_000;

/** A long answer while it is worked out, then the answer, with its triangle as a picture. */
export async function pictureStreams(page: Page, sandbox: Sandbox): Promise<void> {
  await actAs(page, PERSON.dana);
  await goTo(page, "Mainstay");
  const atWork = async (question: string, take: () => Promise<void>) => {
    sandbox.faults.next("chat.startStream", { kind: "slow", ms: MINUTE_MS });
    await write(page, question);
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await take();
    await sandbox.advanceBy(MINUTE_MS);
    await page.getByRole("article").last().getByRole("button", { name: /repl/ }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("button").nth(2).waitFor();
    return thread;
  };
  const triangle = (title: string) =>
    page.getByRole("article").filter({ has: page.getByRole("img", { name: new RegExp(`^${title}`) }) });
  const thread = await atWork("what is our retention rate?", () => partInBothColours(page, "streamed"));
  await thread.getByRole("button", { name: "As a picture" }).waitFor();
  await inBothColours(thread.getByRole("article").nth(1), "retention");
  await thread.getByRole("button", { name: "As a picture" }).click();
  await triangle("Customers by the month").waitFor();
  await thread.getByRole("button", { name: "Close thread" }).click();
  await inBothColours(triangle("Customers by the month"), "retention-triangle");
  await read(page, "zh-TW");
  await atWork("留存率", () => partOfWindow(page, "streamed-zh"));
  await variant(thread.getByRole("article").nth(1), "retention-zh");
  await thread.getByRole("button", { name: "下載圖片" }).click();
  await triangle("依加入月份").waitFor();
  await thread.getByRole("button", { name: "Close thread" }).click();
  await variant(triangle("依加入月份"), "retention-triangle-zh");
  await read(page, "en-US");
}

/** In the digest, whose risk rose most; not the one that is called like formatting. */
export async function nameOfRiser(page: Page): Promise<string> {
  await goTo(page, "retention");
  const text = await newest(page, "Customer digest").innerText();
  const rose = text.slice(text.indexOf("Risk rose most"), text.indexOf("Risk fell most")).split("\n");
  return rose.flatMap((line) => /^• ([^*]+?) \d+ % →/.exec(line)?.[1] ?? [])[0] ?? "";
}

/** A channel that is about a customer, once it is linked; what is said there comes the same day. */
export async function linkChannel(page: Page, customer: string): Promise<void> {
  await goTo(page, "sales");
  const linked = await command(page, `${customer} channel #acc-acme`);
  await linked.getByRole("button", { name: "Post notices there" }).click();
  await newest(page, "On working days at ten").waitFor();
  await inChinese(page, async () =>
    variant(await command(page, `${customer} channel`), "account-channel-zh"),
  );
}

export async function pictureNotice(page: Page, customer: string): Promise<void> {
  await goTo(page, "acc-acme");
  await inBothColours(newest(page, customer), "account-channel");
}
