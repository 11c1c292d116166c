import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Statement, statedStatements } from "../../src/store/database/statement.ts";

const STORE = new URL("../../src/store/", import.meta.url);

/** The store's own modules by their path inside `src/store`, with their text. */
export function storeFiles(): ReadonlyMap<string, string> {
  const names = readdirSync(STORE, { recursive: true, encoding: "utf8" });
  const own = names.filter((name) => name.endsWith(".ts") && !name.startsWith("generated"));
  return new Map(own.sort().map((name) => [name, readFileSync(new URL(name, STORE), "utf8")]));
}

/** Every statement that a module of the store states. */
export async function loadStatements(): Promise<readonly Statement[]> {
  for (const [name, content] of storeFiles()) {
    if (/"\S*\/statement\.ts"/.test(content)) await import(fileURLToPath(new URL(name, STORE)));
  }
  return statedStatements();
}
