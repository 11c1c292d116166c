import { NO_COMMAND_WORDS } from "../command-words.ts";
import type { Language } from "../language.ts";
import { en } from "./en.ts";

export const english: Language = {
  name: "English",
  // Days and numbers as Britain writes them, as all of Mainstay does.
  numbers: "en-GB",
  // Amounts as all of the English-speaking world reads them: "$", "CA$", "A$", where Britain's "US$" looks foreign.
  money: "en",
  spacesLatin: false,
  messages: en,
  commands: NO_COMMAND_WORDS,
};
