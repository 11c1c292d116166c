import type { CommandWords } from "./command-words.ts";

/** A language the bot speaks: what its folder has to say for itself. */
export type Language = {
  /** What those who read it call it. */
  readonly name: string;
  /** The locale, as `Intl` names it, by which days and numbers are written. */
  readonly numbers: string;
  /** The locale by which amounts are written: which currency has the bare sign. */
  readonly money: string;
  /** Whether a space stands between its own characters and Latin letters or digits, and none anywhere else. */
  readonly spacesLatin: boolean;
  /** ICU messages by code. What the command line alone says is English for everybody and may be left out. */
  readonly messages: Readonly<Record<string, string>>;
  /** What may be typed behind the command in this language. */
  readonly commands: CommandWords;
};
