import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGUE } from "../words/text.ts";

/** Enough that no two versions of one installation are ever taken for one another. Chosen by the product. */
const VERSION_LENGTH = 12;

/** What draws a message: the builders of blocks, and what makes text of numbers, money and days. */
const BUILDERS = ["../slack/blocks", "../words"].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** By catalogue: neither it nor the sources change while the program runs, and every message asks. */
const versions = new WeakMap<object, string>();

/**
 * What messages are drawn with: a digest of the catalogue of words and of the sources that make blocks of them. The program
 * runs from its sources, so these are the ones that drew. Two messages of one version were drawn alike; of two versions it
 * may be that nothing differs for a given message.
 */
export function templateVersion(catalogue: object = CATALOGUE): string {
  const known = versions.get(catalogue) ?? versionOf(catalogue);
  versions.set(catalogue, known);
  return known;
}

function versionOf(catalogue: object): string {
  const hash = createHash("sha256").update(sourcesIn(BUILDERS)).update(JSON.stringify(catalogue));
  return hash.digest("hex").slice(0, VERSION_LENGTH);
}

function sourcesIn(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(`${relative(folder, file)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}
