import type { Command } from "commander";

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
  const words = given.flatMap((option) => [
    option.long ?? "",
    quoted(told(command.getOptionValue(option.attributeName()))),
  ]);
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
