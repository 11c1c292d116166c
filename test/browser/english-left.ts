import type { Locator } from "playwright-core";
import { SUBJECTS } from "../../src/demo/care.ts";
import * as companies from "../../src/demo/company-name-parts.ts";
import { ROLES } from "../../src/demo/contacts.ts";
import * as cast from "../../src/demo/story-cast.ts";
import { DEMO_TEAM } from "../../src/demo/team.ts";
import { latinLeftIn } from "../support/latin-left.ts";

/** Of companies, as the demo's are called. */
const LEGAL_FORMS = "AG Co Fils GmbH Gebr KG Ltd SA SARL";
/** Names of customers and colleagues, which no language translates. */
const NAMES = new Set(wordsIn([Object.values(companies), Object.values(cast), DEMO_TEAM, LEGAL_FORMS]));
/** What stands in files or was written by somebody: customer numbers, a ticket's subject, a contact, a channel. */
const AS_WRITTEN = new RegExp(
  ["DEMO-[\\w-]+", ...SUBJECTS, ...ROLES, "Grace O'Neill", "sales"].join("|"),
  "g",
);

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return value.match(/[A-Za-z]{2,}/g) ?? [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * What the bot drew in a part of the page: its texts, the names of its buttons and what stands in empty fields. What the page says
 * itself is marked as English there; a draft is in the customer's language, and a time in the language of whoever reads it.
 */
const SPOKEN = `
  const own = (node) => node.closest("main [lang=en], dialog [lang=en], .unseen, code, textarea, time, header .icon-button") !== null;
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
  const spoken = await part.evaluate(spokenIn);
  return latinLeftIn(spoken.replaceAll(AS_WRITTEN, " ")).filter((word) => !NAMES.has(word));
}
