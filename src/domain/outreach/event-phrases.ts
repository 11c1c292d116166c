import { type Phrase, phrase } from "../phrase.ts";
import { type EventAudience, LONGEST_NAME, LONGEST_PLACE, LONGEST_WHICH } from "./events.ts";

/** Whom an event is for. */
export function audiencePhrase(audience: EventAudience): Phrase {
  if (audience.for === "all") return phrase("events.for.all");
  return phrase(`events.for.${audience.for}`, { which: audience.which });
}

const LONGEST: Readonly<Record<string, number>> = {
  "events.bad-name": LONGEST_NAME,
  "events.bad-place": LONGEST_PLACE,
  "events.bad-which": LONGEST_WHICH,
};

/** What is wrong with an event, by the code that `readEvent` gives. */
export function problemPhrase(code: string): Phrase {
  const longest = LONGEST[code];
  return longest === undefined ? phrase(code) : phrase(code, { longest });
}
