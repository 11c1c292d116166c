import { commandInEnglish, withoutFillers } from "../../words/typed-command.ts";

/** A typed text as commands read it. */
export type TextReadings = {
  /** As it was typed, without the "show" that stands before a command. */
  readonly shown: string;
  /** The same with the commands' own words in English. */
  readonly english: string;
  /** The same without words before and behind it that change nothing. */
  readonly plain: string;
};

export function textReadings(text: string): TextReadings {
  const shown = /^show\s+(.+)$/i.exec(commandInEnglish(text))?.[1] ?? text;
  return { shown, english: commandInEnglish(shown), plain: commandInEnglish(withoutFillers(shown)) };
}
