import type { Person } from "./page-protocol.ts";
import { IDENTITY, type SeedPerson, SLACKBOT, type WorkspaceSeed } from "./seed.ts";

/** What may change about a person while the workspace lives. */
export type PersonChanges = Partial<Omit<SeedPerson, "id" | "isBot">>;

/** Of the workspace itself. */
export const TEAM_DOMAIN = "sandbox";

export function personOf(given: SeedPerson): Person {
  const account = given.account ?? "member";
  return {
    id: given.id,
    name: given.name,
    realName: given.realName,
    email: given.email,
    roleLabel: given.roleLabel,
    timeZone: given.timeZone,
    locale: given.locale ?? "en-US",
    isBot: given.isBot ?? false,
    isAdmin: given.isAdmin ?? false,
    account,
    company: given.company ?? (account === "outsider" ? "Another company" : null),
    initials: initialsOf(given.realName),
  };
}

/** The people of the seed, then the bots, as they were before anybody changed. */
export function peopleOf(seed: WorkspaceSeed): readonly Person[] {
  const own = { email: null, roleLabel: null, timeZone: "UTC", isBot: true };
  const bot = personOf({ ...own, id: IDENTITY.botUserId, name: seed.bot.name, realName: seed.bot.realName });
  const slackbot = personOf({ ...own, id: SLACKBOT, name: "slackbot", realName: "Slackbot" });
  return [...seed.people.map(personOf), bot, slackbot];
}

/** Stays true of an outsider whose account has been deactivated. */
export const isOutsider = (person: Pick<Person, "company">): boolean => person.company !== null;

/** Whose workspace a person belongs to: ours, or that of their company, e.g. `T0ACME`. */
export function teamOf({ company }: Pick<Person, "company">): {
  readonly id: string;
  readonly domain: string;
} {
  if (company === null) return { id: IDENTITY.teamId, domain: TEAM_DOMAIN };
  const domain = company.toLowerCase().replaceAll(/[^a-z0-9]/g, "") || "elsewhere";
  return { id: `T0${domain.toUpperCase()}`, domain };
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}
