import type { Locator } from "playwright-core";
import * as companies from "../../src/demo/company-name-parts.ts";
import * as cast from "../../src/demo/story-cast.ts";
import { DEMO_TEAM } from "../../src/demo/team.ts";
import { latinLeftIn } from "../support/latin-left.ts";

/** Names of customers and colleagues, which no language translates. */
const NAMES = new Set(wordsIn([Object.values(companies), Object.values(cast), DEMO_TEAM]));

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return value.match(/[A-Za-z]{2,}/g) ?? [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * What the bot drew in a part of the page: its texts, the names of its buttons and what stands in empty fields. What the page says
 * itself is marked as English there.
 */
const SPOKEN = `
  const own = (node) => node.closest("[lang=en], .unseen, svg title, svg desc") !== null && root.contains(node.closest("[lang=en], .unseen"));
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!own(node.parentElement)) texts.push(node.nodeValue);
  for (const button of root.querySelectorAll("button[aria-label]:not([aria-haspopup]):not([aria-label^='Close'])"))
    if (!own(button)) texts.push(button.getAttribute("aria-label"));
  for (const field of root.querySelectorAll("[placeholder]")) texts.push(field.getAttribute("placeholder"));
  return texts.join("\\n");`;

/** Runs in the browser, whose types these tests do not have. */
const spokenIn = new Function("root", SPOKEN) as (root: unknown) => string;

/** The English words that the bot left in a part of the page for somebody who reads Chinese. */
export async function englishLeftIn(part: Locator): Promise<string[]> {
  return latinLeftIn(await part.evaluate(spokenIn)).filter((word) => !NAMES.has(word));
}
