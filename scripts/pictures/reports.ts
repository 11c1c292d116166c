import type { Page } from "playwright-core";
import { command, goTo, inChinese, newest } from "./at-page.ts";
import { inBothColours, variant } from "./take-picture.ts";

/** What is asked for, and what its picture is called. */
const REPORTS = [
  ["at-risk", "at-risk"],
  ["movers", "movers"],
  ["costs quarter by segment", "cost-report"],
  ["acme cost", "customer-cost"],
  ["segments", "segments"],
  ["model", "model"],
] as const;

/** What is posted unasked: in the managers' channel, and in one that reads Chinese. */
export async function picturePosted(
  page: Page,
  chineseChannel: string,
  { name, english, chinese }: { readonly name: string; readonly english: string; readonly chinese: string },
): Promise<void> {
  await goTo(page, "retention");
  await inBothColours(newest(page, english), name);
  await goTo(page, chineseChannel);
  await variant(newest(page, chinese), `${name}-zh`);
}

/** What managers ask for: each in light, dark and Chinese. */
export async function pictureReports(page: Page): Promise<void> {
  await goTo(page, "sales");
  for (const [asked, name] of REPORTS) {
    await inBothColours(await command(page, asked), name);
    await inChinese(page, async () => variant(await command(page, asked), `${name}-zh`));
  }
}
