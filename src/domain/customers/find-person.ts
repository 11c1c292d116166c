import { editDistance } from "./customer-search.ts";

/** What a person is looked up by. */
export type KnownAs = {
  readonly slackUserId: string;
  readonly name: string;
  readonly email: string | null;
};

export type FoundPerson<Person extends KnownAs> =
  | { readonly kind: "found"; readonly person: Person }
  | { readonly kind: "several"; readonly people: readonly Person[] }
  | { readonly kind: "none"; readonly nearest: readonly Person[] };

/** As many as are read before looking up the list. Chosen by the product. */
const MOST_NAMED = 3;
/** One letter in three may be wrong, and the name is still known again. Chosen by the product. */
const LETTERS_TO_A_SLIP = 3;

/** Whom somebody means by a Slack id (also `<@U1>`), an e-mail or a whole name; several are never guessed between. */
export function findPerson<Person extends KnownAs>(
  typed: string,
  people: readonly Person[],
): FoundPerson<Person> {
  const key = typed
    .trim()
    .replace(/^<?@([^>|]*).*$/, "$1")
    .normalize("NFC")
    .toLowerCase();
  for (const keyOf of KEYS) {
    const found = people.filter((person) => key !== "" && keyOf(person) === key);
    if (found[1]) return { kind: "several", people: found };
    if (found[0]) return { kind: "found", person: found[0] };
  }
  return { kind: "none", nearest: nearestPeople(key, people) };
}

const lower = (text: string | null) => text?.normalize("NFC").toLowerCase() ?? "";
const KEYS: ReadonlyArray<(person: KnownAs) => string> = [
  ({ slackUserId }) => lower(slackUserId),
  ({ email }) => lower(email),
  ({ name }) => lower(name),
];

function nearestPeople<Person extends KnownAs>(key: string, people: readonly Person[]): Person[] {
  const allowed = Math.max(1, Math.floor(Array.from(key).length / LETTERS_TO_A_SLIP));
  return people
    .map((person) => ({ person, slips: slipsTo(key, person, allowed) }))
    .filter(({ slips }) => key !== "" && slips <= allowed)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, MOST_NAMED)
    .map(({ person }) => person);
}

/** A part of a name or an e-mail, such as a first name, is as near as one slip. */
function slipsTo(key: string, person: KnownAs, allowed: number): number {
  const parts = [lower(person.name), lower(person.email), lower(person.slackUserId)];
  if (Array.from(key).length > 1 && parts.some((part) => part.includes(key))) return 1;
  const [account = ""] = lower(person.email).split("@");
  return Math.min(...[...parts, account].map((part) => editDistance(key, part, allowed)));
}
