import { argumentsOf } from "./command-words.ts";
import { LANGUAGES } from "./languages.ts";

const SPOKEN = Object.values(LANGUAGES).map(({ commands }) => commands);

/** English words by what the other languages call them. */
const byWord = (words: readonly Readonly<Record<string, readonly string[]>>[]): ReadonlyMap<string, string> =>
  new Map(
    words
      .flatMap(Object.entries<readonly string[]>)
      .flatMap(([word, named]) => named.map((name) => [name, word])),
  );

const COMMANDS = byWord(SPOKEN.map(({ commands }) => commands));
const OF_CUSTOMER = byWord(SPOKEN.map(({ ofCustomer }) => ofCustomer));
/** By the command they follow: "segment" is another word behind costs than behind nothing. */
const ARGUMENTS = SPOKEN.flatMap(({ arguments: words }) => Object.entries(words));

/**
 * What was typed behind the command, with the command's own words in English: "成本 本季 依 負責人" is "costs this quarter
 * by owner", "Acme 歷史" is "Acme history". Names stay as they are, and so does what is no command.
 */
export function commandInEnglish(typed: string): string {
  const [first = "", ...rest] = typed.trim().split(/\s+/);
  const command = COMMANDS.get(first);
  if (command === undefined) return ofCustomerInEnglish([first, ...rest]);
  if (command === "help") return [command, ...rest.map((word) => COMMANDS.get(word) ?? word)].join(" ");
  return [command, ...rest.map((word) => argumentInEnglish(word, argumentsOf(command)))].join(" ");
}

function argumentInEnglish(typed: string, known: readonly string[]): string {
  const found = ARGUMENTS.find(([word, named]) => known.includes(word) && named.includes(typed));
  return found?.[0] ?? typed;
}

/** "Acme 歷史", "Acme歷史" and "Acme 暫停 兩週"; a name comes first, so the first word is never the command. */
function ofCustomerInEnglish(words: readonly string[]): string {
  const at = words.findIndex((word, i) => i > 0 && isOfCustomer(word, words[i + 1]));
  if (at > 0) return words.with(at, OF_CUSTOMER.get(words[at] ?? "") ?? "").join(" ");
  const typed = words.join(" ");
  const end = [...OF_CUSTOMER.keys()].find((word) => typed.endsWith(word) && typed.length > word.length);
  return end === undefined ? typed : `${typed.slice(0, -end.length)} ${OF_CUSTOMER.get(end)}`;
}

/** A snooze's time follows it, and a channel what becomes of it; everything else stands last. */
function isOfCustomer(word: string, next: string | undefined): boolean {
  const command = OF_CUSTOMER.get(word);
  if (command === undefined) return false;
  return next === undefined || command === "snooze" || (command === "channel" && OF_CHANNEL.test(next));
}

const OF_CHANNEL = /^(?:#|<#|(?:off|here|notices|關閉|关闭|這裡|这里)$)/;

const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());
const EVERYBODY = new Set(SPOKEN.flatMap(({ everybody }) => lower(everybody)));
const FILLERS = new Set([...EVERYBODY, ...SPOKEN.flatMap(({ fillers }) => lower(fillers))]);
const isFiller = (word: string) => FILLERS.has(word.toLowerCase());

/** Commands that are about everybody's customers where one asks for all. */
const OF_EVERYBODY = /^(?:at[\s-]*risk|movers?)$/i;

/**
 * What was typed, in any language, without the words before and behind it that change nothing: "please list at risk" and "風險
 * 列表" ask what "at risk" and "風險" ask, "at-risk all" is "at-risk team". Where there is nothing else it stays as it is.
 */
export function withoutFillers(typed: string): string {
  const words = typed.trim().split(/\s+/);
  const first = words.findIndex((word) => !isFiller(word));
  if (first < 0) return typed.trim();
  const last = words.findLastIndex((word) => !isFiller(word));
  const rest = words.slice(first, last + 1).join(" ");
  const around = [...words.slice(0, first), ...words.slice(last + 1)];
  const isOfAll = around.some((word) => EVERYBODY.has(word.toLowerCase()));
  return isOfAll && OF_EVERYBODY.test(commandInEnglish(rest)) ? `${rest} team` : rest;
}
