import { type Phrase, phrase } from "./phrase.ts";

/** How the phrases of a list are put together; "or" stands before the last one only. */
type Link = "comma" | "or" | "sentence";

/** Several phrases as one: "phone, meeting or visit"; null for none. */
export function phraseList(phrases: readonly Phrase[], link: Link): Phrase | null {
  const [first, ...others] = phrases;
  if (first === undefined) return null;
  const rest = phraseList(others, link);
  if (rest === null) return first;
  const code = link === "or" && others.length > 1 ? "list.comma" : `list.${link}`;
  return phrase(code, { first, rest });
}
