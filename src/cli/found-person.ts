import type { FoundPerson } from "../domain/customers/find-person.ts";
import type { KnownPerson } from "../store/customers/members.ts";
import { say } from "../words/command-line.ts";
import { Refusal } from "./refusal.ts";

/** What to say where nobody, or several people, are known by what was typed. */
export function personRefusal(
  found: Exclude<FoundPerson<KnownPerson>, { kind: "found" }>,
  typed: string,
): Refusal {
  const people = (found.kind === "several" ? found.people : found.nearest).map(personLabel).join(", ");
  if (found.kind === "several") return new Refusal(say("cli.people.several", { typed, people }));
  return new Refusal(
    people === "" ? say("cli.people.none", { typed }) : say("cli.people.none-but", { typed, people }),
  );
}

const personLabel = ({ name, email, slackUserId }: KnownPerson) => `${name} (${email ?? slackUserId})`;
