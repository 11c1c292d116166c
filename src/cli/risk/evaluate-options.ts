import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Output } from "../output.ts";
import { type ResultSection, resultsMarkdown } from "./results-markdown.ts";

export type SharedOptions = { json?: boolean; seed: number; seeds?: number[]; markdown?: string };

/** What a report is written from, besides its figures. */
export type Told<Options> = {
  readonly path: string;
  readonly options: Options;
  readonly command: Command;
  readonly output: Output;
};

export const seedsOf = ({ seed, seeds }: SharedOptions): readonly number[] => seeds ?? [seed];

export const seedsAndSeconds = (runs: readonly { readonly seed: number; readonly seconds: number }[]) => ({
  seeds: runs.map(({ seed }) => seed),
  seconds: runs.map(({ seconds }) => seconds),
});

/** The file's name without folder and endings. */
export const titleOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.csv(\.gz)?$/, "");

export async function writeMarkdown(file: string | undefined, section: ResultSection): Promise<void> {
  if (file !== undefined) await writeFile(file, resultsMarkdown(section));
}

/** `--folds` names a file, or says how many folds to make. */
export function foldsOption(folds: string | undefined): { foldsPath?: string; foldCount?: number } {
  if (folds === undefined) return {};
  return /^\d{1,3}$/.test(folds) ? { foldCount: Number(folds) } : { foldsPath: folds };
}

/** Options that change where the result goes and not what it is. */
const OF_NO_EFFECT = new Set(["json", "markdown"]);

/** What to type to get the same figures again: the given options, in the order in which the command lists them. */
export function commandLine(command: Command, path: string): string {
  const given = command.options.filter(
    (option) =>
      command.getOptionValueSource(option.attributeName()) === "cli" &&
      !OF_NO_EFFECT.has(option.attributeName()),
  );
  const words = given.flatMap((option) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    return value === true ? [option.long ?? ""] : [option.long ?? "", quoted(told(value))];
  });
  const names = [command.parent?.name() ?? "", command.name()];
  return ["npm run mainstay --", ...names, quoted(path), ...words].join(" ");
}

function told(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  return Array.isArray(value) ? value.join(",") : String(value);
}

/** For a shell, where it needs to be. */
function quoted(word: string): string {
  return /^[\w./:,=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
